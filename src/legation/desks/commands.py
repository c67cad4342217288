"""Verbs that need several capabilities: the calendar of an election, a body or a mission."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings

from legation.base import clock
from legation.base.actors import OutOfScope
from legation.base.verbs import DONE, Verb, formats, print_csv, print_json, print_table
from legation.desks import calendar_files, calendars, handbook_files, hosts
from legation.plan import queries as plan

SHORT = ("day", "on", "due_utc", "owner", "what", "source")


def calendar(chosen: Namespace) -> int:
    """Every legal deadline as an instant; what each mission or station owes is one row, from the first to the last."""
    base = calendars.grounds(plan.election(chosen.election))
    value = base.election
    post = next((one for one in base.posts if one.code == chosen.mission), None)
    if (chosen.mission and post is None) or (chosen.body and chosen.body not in value.book.bodies):
        raise OutOfScope(chosen.mission if post is None and chosen.mission else chosen.body)
    found = calendars.lines(base, calendars.Asked(chosen.mission, chosen.body))
    zone = post.zone if post else ""
    rows = [calendar_files.row_of(value, one, zone) for one in found]
    if chosen.ics:
        octets = calendar_files.icalendar_of(
            value, found, origin=settings.LOG_ORIGIN, at=clock.now(), mission=chosen.mission, zone=zone
        )
        sys.stdout.write(octets.decode())
    elif chosen.json:
        print_json(rows)
    elif chosen.csv:
        print_csv(rows)
    else:
        print_table([{name: row[name] for name in SHORT} for row in rows])
    return DONE


def _calendar(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("--mission", default="", help="as it binds this mission and its stations")
    parser.add_argument("--body", default="", help="only what this body owes, e.g. head_of_mission")
    formats(parser, "csv", "json", "ics")


def consent(chosen: Namespace) -> int:
    """Every host country with what it asks, how it stands, and the codes of what is wrong; with a code, that one."""
    value = plan.election(chosen.election)
    found = hosts.hosts(value, clock.now())
    if chosen.country and chosen.country not in found:
        raise OutOfScope(chosen.country)
    asked = [chosen.country] if chosen.country else sorted(found, key=lambda code: (found[code].order, code))
    rows = [hosts.row_of(found[code]) for code in asked]
    if chosen.json:
        print_json([{name: str(cell) for name, cell in row.items()} for row in rows])
    elif chosen.csv:
        print_csv(rows)
    else:
        print_table([{name: row[name] for name in CONSENT} for row in rows])
    return DONE


CONSENT = ("country", "state", "sent_on", "answered_on", "stations", "stations_allowed", "note_due", "problems")


def _consent(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("country", nargs="?", default="", help="only this country, by its two letters")
    formats(parser, "csv", "json")


def write_handbook(chosen: Namespace) -> int:
    """Write the handbook, with its pictures beside it unless they are elsewhere."""
    for path, text in handbook_files.files(chosen.pictures or "../pictures"):
        target: Path = chosen.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    if not chosen.pictures:
        shutil.copytree(PICTURES, chosen.folder / "pictures", dirs_exist_ok=True)
    print(chosen.folder)
    return DONE


PICTURES = Path(__file__).with_name("static") / "desks" / "handbook"


def _handbook(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="where to write it; what stands there under its names is replaced")
    parser.add_argument("--pictures", default="", help="address of the pictures, where they are not to be copied")


VERBS = [
    Verb(("handbook",), "write the handbook as Markdown, a page a role and language", _handbook, write_handbook),
    Verb(("consent", "list"), "list host countries, what each asks and what is wrong", _consent, consent),
    Verb(("calendar",), "the calendar plan of an election", _calendar, calendar),
]
