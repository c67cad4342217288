"""Verbs of stations: listed, the rolling day, the countries they serve, brought in from a file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from legation.accounts.queries import actor_by_code
from legation.base import clock, files
from legation.base.verbs import DONE, REFUSED, Verb, formats, instant, print_csv, print_json, print_table, progress
from legation.plan import queries as plan
from legation.readers.tables import read_table
from legation.readers.templates import template_csv, template_xlsx
from legation.stations import actions, queries
from legation.stations.convert import row_of
from legation_core.words import sentence

SHORT = ("district", "number", "code", "country", "city", "state", "timezone", "opens", "closes")


def show(chosen: Namespace) -> int:
    """The stations of an election with hours, district and number, and how each is known."""
    rows = [row_of(one) for one in queries.stations(plan.election(chosen.election))]
    if chosen.json:
        print_json(rows)
    elif chosen.csv:
        print_csv(rows)
    else:
        print_table([{name: row[name] for name in SHORT} for row in rows])
    return DONE


def day(chosen: Namespace) -> int:
    """Who is open, not yet open and closed at an instant."""
    facts = queries.day_facts(plan.election(chosen.election), chosen.at or clock.now())
    if chosen.json:
        print_json(facts)
        return DONE
    for name in ("open", "not_yet", "closed"):
        codes = facts[name]
        print(f"{name} ({len(codes)}): {', '.join(codes)}")  # type: ignore[arg-type]
    return DONE


def countries(chosen: Namespace) -> int:
    """Who serves each country and territory, or why nobody does."""
    rows = [queries.catchment_row(part) for part in queries.catchments(plan.election(chosen.election))]
    if chosen.json:
        print_json(rows)
    elif chosen.csv:
        print_csv(rows)
    else:
        print_table(rows)
    return DONE


def bring(chosen: Namespace) -> int:
    """Create the stations of a table: all, or none and what is wrong, row by row."""
    at, octets = clock.now(), chosen.file.read_bytes()
    table = read_table(octets, name=chosen.file.name, columns=actions.STATIONS)
    if table.problems:
        print("\n".join(sentence(one) for one in table.problems))
        progress(f"{len(table.problems)} problems; nothing was kept")
        return REFUSED
    kept = files.keep(octets, chosen.file.name)
    count = actions.keep_stations(chosen.election, table.rows, kept, by=actor_by_code(chosen.by, at), at=at)
    print(f"{count} rows kept")
    return DONE


def template(chosen: Namespace) -> int:
    """The template to fill in, CSV or XLSX by the ending of the file."""
    make = template_csv if chosen.output.suffix == ".csv" else template_xlsx
    chosen.output.write_bytes(make(actions.STATIONS, chosen.language))
    print(chosen.output)
    return DONE


def _election(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")


def _show(parser: ArgumentParser) -> None:
    _election(parser)
    formats(parser, "json", "csv")


def _day(parser: ArgumentParser) -> None:
    _election(parser)
    parser.add_argument("--at", type=instant, help="an instant, e.g. 2024-02-07T15:00Z (default: now)")
    formats(parser, "json")


def _bring(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV or XLSX")
    parser.add_argument("--by", required=True, help="code of the person who acts")
    parser.add_argument("--election", required=True, help="code of the election")


def _template(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write, .csv or .xlsx")
    parser.add_argument("--language", default="en")


VERBS = [
    Verb(("stations",), "list the stations of an election", _show, show),
    Verb(("day",), "who is open, not yet open and closed at an instant", _day, day),
    Verb(("countries",), "who serves each country", _show, countries),
    Verb(("import", "stations"), "create stations from a file", _bring, bring),
    Verb(("template", "stations"), "template of the table of stations", _template, template),
]
