"""The calendar plan: every legal deadline as an instant, of the election, a body or a mission: page, file, print."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.desks import calendar_files, calendars
from legation.desks.calendars import Asked, Grounds, Line
from legation.missions.convert import MissionValue
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation.plan.web import words
from legation.readers.answers import octets_of
from legation_core.lawbook.model import Rule
from legation_core.register.folding import fold

STATES = ("ahead", "passed")
DAY = re.compile(r"[tT](?:[+-][0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with what the page says of it now: `state` is passed, begun, running, soon or ahead."""

    line: Line
    state: str
    day: str
    counted: str
    body: str


@dataclass(frozen=True, slots=True)
class Week:
    """The lines of one week of the home calendar, Monday to Sunday. `now` stands before its line of this number."""

    start: date
    end: date
    first: str
    last: str
    lines: list[Shown]
    now_before: int | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked for, cleaned."""

    asked: Asked
    words: str
    when: str


def chosen_by(request: HttpRequest) -> Chosen:
    given = request.GET
    when = given.get("when", "")
    asked = Asked(given.get("mission", "")[:40], given.get("body", "")[:40])
    return Chosen(asked, given.get("q", "")[:80], when if when in STATES else "")


@page(Permission.ELECTION_READ)
def calendar(request: HttpRequest, election: str) -> HttpResponse:
    return render(request, "desks/calendar.html", _context(request, election))


@page(Permission.ELECTION_READ)
def printed(request: HttpRequest, election: str) -> HttpResponse:
    """The same for paper."""
    return render(request, "desks/calendar_print.html", _context(request, election))


def _context(request: HttpRequest, election: str) -> dict[str, Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    base = calendars.grounds(plan.election_for(actor, election))
    value, chosen, now = base.election, chosen_by(request), clock.now()
    post = _post(base, chosen.asked.mission)
    everything = calendars.lines(base, Asked(chosen.asked.mission))
    lines = [
        one for one in everything if chosen.asked.body in ("", one.entry.owner) and _says(value, one, chosen.words)
    ]
    kept = [one for one in lines if chosen.when in ("", "passed" if one.passed(now) else "ahead")]
    passed = sum(one.passed(now) for one in lines)
    bodies = _bodies(value, everything)
    return {
        "election": value,
        "weeks": list(weeks(value, kept, now)),
        "shown": len(kept),
        "total": len(everything),
        "passed": passed,
        "ahead": len(lines) - passed,
        "undated": [text_of(one.text) for one in calendars.undated(base, everything, Asked())],
        "bodies": bodies,
        "own": [one for one in bodies if acts_for(actor, value.rules, one[0])],
        "posts": [(one.code, text_of(one.cities)) for one in base.posts],
        "now": now,
        "post": post,
        "zone": post.zone if post else value.home_zone,
        "place": text_of(post.cities) if post else "",
        "chosen": chosen,
        "clashes": [words.clash_told(value, one) for one in calendars.clashes(base)],
        "query": request.GET.urlencode(),
        "may_move": Permission.ELECTION_MOVE in actor.permissions,
    }


def _post(base: Grounds, code: str) -> MissionValue | None:
    """The mission asked for; one that does not exist is not found."""
    if not code:
        return None
    found = next((one for one in base.posts if one.code == code), None)
    if found is None:
        raise OutOfScope(code)
    return found


def _says(election: ElectionValue, line: Line, asked: str) -> bool:
    """Whether the line speaks of every word asked for, in any spelling, or falls on the day asked for, as T-30."""
    entry = line.entry
    if DAY.fullmatch(asked.strip()):
        return calendars.day_counted(election, line.on) == asked.strip().upper()
    body = words.body_told(election.book, entry.owner)
    text = fold(f"{text_of(entry.text)} {body} {entry.source} {entry.note}")
    return all(word in text for word in fold(asked).split())


def _bodies(election: ElectionValue, lines: Iterable[Line]) -> list[tuple[str, str, int]]:
    owners = [one.entry.owner for one in lines]
    found = [(key, words.body_told(election.book, key), owners.count(key)) for key in dict.fromkeys(owners)]
    return sorted(found, key=lambda one: (-one[2], one[1]))


def weeks(election: ElectionValue, lines: Iterable[Line], now: datetime) -> Iterator[Week]:
    """The lines by week; the line of now stands before the first that can still be met."""
    found: dict[date, list[Line]] = {}
    for one in lines:
        found.setdefault(one.on - timedelta(days=one.on.weekday()), []).append(one)
    seen = False
    for start, own in sorted(found.items()):
        told = [shown(election, one, now) for one in own]
        place = next((number for number, one in enumerate(own) if not one.passed(now)), None)
        now_before = None if seen else place
        seen = seen or place is not None
        end = start + timedelta(days=6)
        days = calendars.day_counted(election, start), calendars.day_counted(election, end)
        yield Week(start, end, *days, told, now_before)


def shown(election: ElectionValue, line: Line, now: datetime) -> Shown:
    return Shown(
        line,
        state_of(line, now),
        calendars.day_counted(election, line.on),
        words.counted_otherwise(line.entry),
        words.body_told(election.book, line.entry.owner),
    )


def state_of(line: Line, now: datetime) -> str:
    """passed, begun (of what only begins), running (begun in some places), soon or ahead."""
    if line.passed(now):
        return "begun" if line.entry.rule is Rule.FROM else "passed"
    if line.due <= now:
        return "running"
    return "soon" if line.due - now <= calendars.SOON else "ahead"


@page(Permission.ELECTION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    """The calendar as csv, json, xlsx or ics, as it is filtered by mission and body."""
    base = calendars.grounds(plan.election_for(request.actor, election))  # type: ignore[attr-defined]
    asked = chosen_by(request).asked
    post = _post(base, asked.mission)
    zone = post.zone if post else ""
    name = "-".join(part for part in (election, "calendar", asked.mission) if part)
    found = calendars.lines(base, asked)
    if form == "ics":
        octets = calendar_files.icalendar_of(
            base.election, found, origin=settings.LOG_ORIGIN, at=clock.now(), mission=asked.mission, zone=zone
        )
        return download(octets, name, "ics")
    rows = [calendar_files.row_of(base.election, one, zone) for one in found]
    return download(octets_of(rows, form, "Calendar"), name, form)
