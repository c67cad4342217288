"""Verbs of missions: listed, brought in from a file, templates to fill in."""

from argparse import ArgumentParser, Namespace
from datetime import date
from functools import partial
from pathlib import Path

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, Verb, formats, print_csv, print_json, print_table
from legation.missions import actions, queries
from legation.plan import queries as plan
from legation.readers import commands
from legation_core.network.consent import TRANSITIONS, Terms, Way


def show(chosen: Namespace) -> int:
    """The missions of an election's jurisdiction with their registered voters."""
    value = plan.election(chosen.election)
    registered = queries.registered(value)
    rows = [queries.mission_row(one, registered.get(one.code)) for one in queries.missions(value.jurisdiction)]
    if chosen.json:
        print_json(rows)
    elif chosen.csv:
        print_csv(rows)
    else:
        print_table(
            [
                {name: row[name] for name in ("code", "kind", "city", "country", "timezone", "registered_voters")}
                for row in rows
            ]
        )
    return DONE


def bring(chosen: Namespace) -> int:
    """Bring in a table: all of it, or nothing and what is wrong, row by row."""
    at = clock.now()
    by = actor_by_code(chosen.by, at, chosen.role)
    return commands.bring(
        chosen.file, actions.importable(chosen.what, chosen.election, by=by, at=at), dry_run=chosen.dry_run
    )


def template(chosen: Namespace) -> int:
    """The template to fill in, CSV or XLSX."""
    columns = {"missions": actions.MISSIONS, "voters": actions.VOTERS}[chosen.what]
    return commands.write_template(chosen.output, columns, chosen.language, csv=chosen.csv, xlsx=chosen.xlsx)


def _show(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    formats(parser, "json", "csv")


def _bring_missions(parser: ArgumentParser) -> None:
    commands.import_arguments(parser)
    parser.set_defaults(what="missions", election="")


def _bring_voters(parser: ArgumentParser) -> None:
    commands.import_arguments(parser)
    parser.add_argument("--election", required=True, help="code of the election for which they are counted")
    parser.set_defaults(what="voters")


def _template(what: str, parser: ArgumentParser) -> None:
    commands.template_arguments(parser)
    parser.set_defaults(what=what)


def set_consent(chosen: Namespace) -> int:
    """One step with a host country: the note that went, or the answer that came."""
    at = clock.now()
    by = actor_by_code(chosen.by, at, chosen.role)
    paper = Path(chosen.file) if chosen.file else None
    terms = Terms(chosen.stations, chosen.mission_premises, chosen.valid_until)
    actions.take_step(
        election=chosen.election,
        country=chosen.country,
        step=chosen.step,
        mission=chosen.mission,
        note_number=chosen.note,
        note_date=chosen.date,
        premises=chosen.premises,
        way=Way(chosen.way) if chosen.way else None,
        terms=terms,
        text=chosen.text,
        file=(paper.read_bytes(), paper.name) if paper else None,
        by=by,
        at=at,
    )
    print(f"{chosen.country}: {chosen.step} entered")
    return DONE


def _set_consent(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("country", help="ISO 3166-1, two capital letters")
    parser.add_argument("step", choices=list(TRANSITIONS), help="what happened")
    parser.add_argument("--mission", required=True, help="code of the mission that writes to the host")
    parser.add_argument("--note", default="", help="number of the note verbale")
    parser.add_argument("--date", type=date.fromisoformat, required=True, help="date on the paper, e.g. 2024-01-05")
    parser.add_argument("--premises", default="", help="address, where the host is asked for one place alone")
    parser.add_argument("--way", choices=list(Way), help="with settle: what the host asks")
    parser.add_argument("--stations", type=int, help="with grant: the most stations it allows")
    parser.add_argument("--mission-premises", action="store_true", help="with grant: premises of missions only")
    parser.add_argument("--valid-until", type=date.fromisoformat, help="with grant: its last day")
    parser.add_argument("--text", default="", help="conditions, reason, or who said so; kept privately")
    parser.add_argument("--file", default="", help="the paper")
    parser.add_argument("--by", required=True, help="code of the person who acts")
    parser.add_argument("--role", default="", help="role in which they act (default: their first)")


VERBS = [
    Verb(("consent", "set"), "enter a note to a host country or its answer", _set_consent, set_consent),
    Verb(("missions",), "list the missions", _show, show),
    Verb(("import", "missions"), "register missions from a file", _bring_missions, bring),
    Verb(("import", "voters"), "report registered voters from a file", _bring_voters, bring),
    Verb(("template", "missions"), "template of the table of missions", partial(_template, "missions"), template),
    Verb(("template", "voters"), "template of registered voters", partial(_template, "voters"), template),
]
