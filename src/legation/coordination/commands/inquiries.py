"""The verb of inquiries: the register of an election, to read and to take away."""

from argparse import ArgumentParser, Namespace

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, Row, Verb, formats, print_csv, print_json, print_table
from legation.coordination.queries import inquiries as queries
from legation.plan import queries as plan

ABOUT = "subject"
"""What somebody wrote: read by a person who may, never by the machine's keeper as such."""


def listed(chosen: Namespace) -> int:
    """Every inquiry without what was asked, or with `--by` those that a person may read, with their subjects."""
    rows = _read(chosen) if chosen.by else _counted(chosen)
    if chosen.json:
        print_json([{name: cell if isinstance(cell, int) else str(cell) for name, cell in row.items()} for row in rows])
    elif chosen.csv:
        print_csv(rows)
    else:
        short = ("number", "category", "urgency", "mission", "body", "state", "due_at", "answered_at")
        print_table([{name: row[name] for name in short} for row in rows])
    return DONE


def _read(chosen: Namespace) -> list[Row]:
    by = actor_by_code(chosen.by, clock.now(), chosen.role)
    value = plan.election_for(by, chosen.election)
    rows = queries.listed(by, value, {"sort": "number"}, clock.now())
    return [queries.inquiry_row(value, one) for one in queries.values(rows)]


def _counted(chosen: Namespace) -> list[Row]:
    value = plan.election(chosen.election)
    found = queries.values(queries.all_of(value).order_by("number"))
    whole = (queries.inquiry_row(value, one) for one in found)
    return [{name: cell for name, cell in row.items() if name != ABOUT} for row in whole]


def _listed(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("--by", default="", help="code of the person who reads; without one no subject is told")
    parser.add_argument("--role", default="", help="role in which they read (default: their first)")
    formats(parser, "csv", "json")


VERBS = [Verb(("inquiries",), "the register of inquiries of an election", _listed, listed)]
