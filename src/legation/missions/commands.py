"""Verbs of missions: listed, brought in from a file, templates to fill in."""

from argparse import ArgumentParser, Namespace
from functools import partial

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, Verb, formats, print_csv, print_json, print_table
from legation.missions import actions, queries
from legation.plan import queries as plan
from legation.readers import commands


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


VERBS = [
    Verb(("missions",), "list the missions", _show, show),
    Verb(("import", "missions"), "register missions from a file", _bring_missions, bring),
    Verb(("import", "voters"), "report registered voters from a file", _bring_voters, bring),
    Verb(("template", "missions"), "template of the table of missions", partial(_template, "missions"), template),
    Verb(("template", "voters"), "template of registered voters", partial(_template, "voters"), template),
]
