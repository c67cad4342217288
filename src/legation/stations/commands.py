"""Verbs of stations: listed, the rolling day, the countries they serve, brought in from a file."""

from argparse import ArgumentParser, Namespace

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, Verb, formats, instant, print_csv, print_json, print_table
from legation.plan import queries as plan
from legation.readers import commands
from legation.stations import actions, queries
from legation.stations.convert import row_of

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
    """Bring in a table: what its rows ask for, or nothing and what is wrong, row by row."""
    at = clock.now()
    by = actor_by_code(chosen.by, at, chosen.role)
    return commands.bring(chosen.file, actions.importable(chosen.election, by=by, at=at), dry_run=chosen.dry_run)


def template(chosen: Namespace) -> int:
    """The template to fill in, CSV or XLSX."""
    return commands.write_template(chosen.output, actions.STATIONS, chosen.language, csv=chosen.csv, xlsx=chosen.xlsx)


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
    commands.import_arguments(parser)
    parser.add_argument("--election", required=True, help="code of the election")


VERBS = [
    Verb(("stations",), "list the stations of an election", _show, show),
    Verb(("day",), "who is open, not yet open and closed at an instant", _day, day),
    Verb(("countries",), "who serves each country", _show, countries),
    Verb(("catchments",), "who serves each country (the same as countries)", _show, countries),
    Verb(("import", "stations"), "create, attach or number stations from a file", _bring, bring),
    Verb(("template", "stations"), "template of the table of stations", commands.template_arguments, template),
]
