"""Verbs that need several capabilities: the calendar of an election, a body or a mission."""

import sys
from argparse import ArgumentParser, Namespace

from legation.base.verbs import DONE, Verb, formats, print_csv, print_json, print_table
from legation.desks import calendars
from legation.plan import queries as plan


def calendar(chosen: Namespace) -> int:
    """Every legal deadline as an instant."""
    value = plan.election(chosen.election)
    found = calendars.deadlines(value, calendars.Asked(chosen.mission, chosen.body))
    rows = [calendars.row_of(value, one) for one in found]
    if chosen.ics:
        sys.stdout.write(calendars.icalendar_of(value, found).decode())
    elif chosen.json:
        print_json(rows)
    elif chosen.csv:
        print_csv(rows)
    else:
        print_table([{name: row[name] for name in ("t", "on", "due_utc", "owner", "what", "source")} for row in rows])
    return DONE


def _calendar(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("--mission", default="", help="with the deadlines of this mission and its stations")
    parser.add_argument("--body", default="", help="only what this body owes, e.g. head_of_mission")
    formats(parser, "csv", "json", "ics")


VERBS = [Verb(("calendar",), "the calendar plan of an election", _calendar, calendar)]
