"""Verbs that need several capabilities: the calendar of an election, host consent, a mission's whole file."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.actors import Actor, Grant, OutOfScope, ScopeRef
from legation.base.verbs import DONE, Verb, formats, print_csv, print_json, print_table, progress
from legation.desks import calendar_files, calendars, handbook_files, hosts
from legation.desks.mission_bundle import mission_bundle
from legation.integrity import bundles, checkpoints
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core import __main__ as verifying
from legation_core.values import PersonCode

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


def bundle(chosen: Namespace) -> int:
    """A mission's whole file as one signed bundle; a checkpoint is signed first where the log has grown."""
    at = clock.now()
    by = actor_by_code(chosen.by, at, chosen.role) if chosen.by else _auditor(plan.election(chosen.election), at)
    checkpoints.sign_if_grown()
    octets = mission_bundle(by, chosen.election, chosen.mission, at, chosen.language)
    chosen.file.write_bytes(octets)
    progress(f"{chosen.file}: {len(octets)} octets, SHA-256 {sha256(octets).hexdigest()}")
    print(f"Verify it: python -m legation_core bundle {chosen.file} --key {bundles.key()} --log-key {log.log_key()}")
    return DONE


def _auditor(election: ElectionValue, at: datetime) -> Actor:
    """Whoever reads where nobody is named: all that is not personal, as an auditor of the jurisdiction does."""
    role, scope = ROLES["auditor"], ScopeRef("jurisdiction", election.jurisdiction)
    grant = Grant(role.key, election.jurisdiction, "", scope, at)
    return Actor(PersonCode(""), role.key, role.bodies, role.permissions, grant)


def _bundle(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("mission", help="code of the mission")
    parser.add_argument("file", type=Path, help="file to write, a .zip")
    parser.add_argument("--by", default="", help="code of the person who reads (default: nobody is named in it)")
    parser.add_argument("--role", default="", help="role in which they read (default: their first)")
    parser.add_argument("--language", default="en", choices=[code for code, _name in settings.LANGUAGES])


def verify_bundle(chosen: Namespace) -> int:
    """Verify a signed bundle, as `python -m legation_core bundle` does."""
    given = ["bundle", str(chosen.file)]
    for name in ("key", "log_key"):
        if getattr(chosen, name):
            given += [f"--{name.replace('_', '-')}", getattr(chosen, name)]
    return verifying.main([*given, *(["--json"] if chosen.json else [])])


def _verify_bundle(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the bundle")
    parser.add_argument("--key", help="key of packages of whoever made it; without it the origin is not checked")
    parser.add_argument("--log-key", help="key of the log under which its records must be proved")
    formats(parser, "json")


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
    Verb(("mission", "bundle"), "write a mission's whole file as one signed bundle", _bundle, bundle),
    Verb(
        ("mission", "verify-bundle"),
        "verify a signed bundle: every file, signature and receipt",
        _verify_bundle,
        verify_bundle,
        needs_database=False,
    ),
    Verb(("calendar",), "the calendar plan of an election", _calendar, calendar),
]
