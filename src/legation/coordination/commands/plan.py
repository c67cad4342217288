"""The verb of the action plan: the tasks of an election, to read and to take away."""

from argparse import ArgumentParser, Namespace

from legation.base import clock
from legation.base.verbs import DONE, Verb, formats, print_csv, print_json, print_table
from legation.coordination.queries import tasks as queries
from legation.plan import queries as plan


def listed(chosen: Namespace) -> int:
    """Every task with its day, owner and state; no person stands in it."""
    rows = queries.every(plan.election(chosen.election), clock.now())
    if chosen.json:
        print_json([{name: cell if isinstance(cell, int) else str(cell) for name, cell in row.items()} for row in rows])
    elif chosen.csv:
        print_csv(rows)
    else:
        short = ("task", "owner", "due", "state", "late", "told_on", "title")
        print_table([{name: row[name] for name in short} for row in rows])
    return DONE


def _listed(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    formats(parser, "csv", "json")


VERBS = [Verb(("plan",), "the action plan of an election", _listed, listed)]
