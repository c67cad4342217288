"""Verbs of missions: listed, brought in from a file, templates to fill in."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from legation.accounts.queries import actor_by_code
from legation.base import clock, files
from legation.base.verbs import DONE, REFUSED, Verb, formats, print_csv, print_json, print_table, progress
from legation.missions import actions, queries
from legation.plan import queries as plan
from legation.readers.tables import read_table
from legation.readers.templates import template_csv, template_xlsx
from legation_core.words import sentence

TABLES = {"missions": actions.MISSIONS, "voters": actions.VOTERS}


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
    at, octets = clock.now(), chosen.file.read_bytes()
    table = read_table(octets, name=chosen.file.name, columns=TABLES[chosen.what])
    if table.problems:
        print("\n".join(sentence(one) for one in table.problems))
        progress(f"{len(table.problems)} problems; nothing was kept")
        return REFUSED
    by, kept = actor_by_code(chosen.by, at), files.keep(octets, chosen.file.name)
    if chosen.what == "missions":
        count = actions.keep_missions(table.rows, kept, by=by, at=at)
    else:
        count = actions.keep_voters(chosen.election, table.rows, kept, by=by, at=at)
    print(f"{count} rows kept")
    return DONE


def template(chosen: Namespace) -> int:
    """The template to fill in, CSV or XLSX by the ending of the file."""
    make = template_csv if chosen.output.suffix == ".csv" else template_xlsx
    chosen.output.write_bytes(make(TABLES[chosen.what], chosen.language))
    print(chosen.output)
    return DONE


def _show(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    formats(parser, "json", "csv")


def _bring(what: str, parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV or XLSX")
    parser.add_argument("--by", required=True, help="code of the person who acts")
    parser.add_argument("--election", default="", help="code of the election (for registered voters)")
    parser.set_defaults(what=what)


def _template(what: str, parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write, .csv or .xlsx")
    parser.add_argument("--language", default="en")
    parser.set_defaults(what=what)


VERBS = [
    Verb(("missions",), "list the missions", _show, show),
    Verb(("import", "missions"), "register missions from a file", lambda parser: _bring("missions", parser), bring),
    Verb(("import", "voters"), "report registered voters from a file", lambda parser: _bring("voters", parser), bring),
    Verb(
        ("template", "missions"),
        "template of the table of missions",
        lambda parser: _template("missions", parser),
        template,
    ),
    Verb(("template", "voters"), "template of registered voters", lambda parser: _template("voters", parser), template),
]
