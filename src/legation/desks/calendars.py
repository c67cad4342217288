"""Deadlines of an election as lines of a page, flat rows and iCalendar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import get_language
from icalendar import Calendar, Event

from legation.base.wording import text_of, worded
from legation.base.wording.instants import day_in_words
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation_core.problems import Fact, Problem
from legation_core.timetable.deadlines import Deadline, Place
from legation_core.timetable.feasibility import Moved

ENTRIES = frozenset({"key", "presupposed"})
DAYS = frozenset({"due", "known", "later", "day"})
"""Facts of problems that are keys of calendar entries, and those that are days."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose calendar: of one mission, of one body, or (both empty) of the election as a whole."""

    mission: str = ""
    body: str = ""


def deadlines(election: ElectionValue, asked: Asked) -> tuple[Deadline, ...]:
    """The deadlines asked for, the earliest first. A mission's include those of its stations."""
    found = plan.calendar(election, _places(election, asked.mission))
    return tuple(one for one in found if asked.body in ("", one.entry.owner))


def _places(election: ElectionValue, mission: str) -> list[Place]:
    if not mission:
        return [place for place in stations.places(election) if not place.code] or _whole(election)
    own = {one.code for one in stations.stations(election) if one.mission.code == mission}
    return [place for place in stations.places(election) if place.code == mission or place.code in own]


def _whole(election: ElectionValue) -> list[Place]:
    """Nothing of single places, but the last closing on earth, from which some deadlines count."""
    windows = tuple(window for one in stations.stations(election) for window in one.windows)
    return [Place("all", "", election.home_zone, windows)]


def lines(election: ElectionValue, found: Iterable[Deadline], now: datetime) -> list[dict[str, Any]]:
    """What the page shows of each deadline."""
    shown, next_seen = [], False
    for one in found:
        late = one.late_from
        passed = (late or one.due) <= now
        is_next = not passed and not next_seen
        next_seen = next_seen or is_next
        body = election.book.bodies.get(one.entry.owner)
        name = text_of(body.name) if body else one.entry.owner
        shown.append(
            {
                "deadline": one,
                "passed": passed,
                "next": is_next,
                "soon": not passed and one.due - now <= timedelta(days=3),
                "body": name,
                "t": t_minus(election, one),
                "end_of_day": ends_with_day(one),
                "search": f"{text_of(one.entry.text)} {name} {one.entry.source} {one.key}",
            }
        )
    return shown


def in_words(election: ElectionValue, problems: Iterable[Problem]) -> list[str]:
    """What clashes, with entries by their names and days in words, as people know them."""
    names = {entry.key: f"“{text_of(entry.text)}”" for entry in election.rules.calendar}
    return [worded(Problem(one.code, one.where, _known_facts(election, one, names))) for one in problems]


def _known_facts(election: ElectionValue, problem: Problem, names: Mapping[str, str]) -> dict[str, Fact]:
    facts = dict(problem.facts)
    for name in ENTRIES & facts.keys():
        facts[name] = names.get(str(facts[name]), facts[name])
    for name in DAYS & facts.keys():
        day = date.fromisoformat(str(facts[name]))
        facts[name] = day_in_words(day, get_language() or "en", election.election_day.year)
    return facts


def by_entry(changes: Iterable[Moved]) -> list[dict[str, Any]]:
    """What a move changes, an entry of the law each: one line for the election, every single one for places."""
    found = []
    for _key, group in groupby(sorted(changes, key=lambda one: one.key), key=lambda one: one.key):
        together = sorted(group, key=lambda one: (_due(one), one.place))
        shown = together[0].after or together[0].before
        found.append(
            {
                "entry": shown.entry if shown else None,
                "end_of_day": shown is not None and ends_with_day(shown),
                "all": together,
                "first": together[0],
                "places": sum(bool(one.place) for one in together),
                "past": sum(one.becomes_past for one in together),
                "clashes": sum(bool(one.clashes) for one in together),
            }
        )
    return sorted(found, key=lambda line: (_due(line["first"]), line["first"].key))


def _due(one: Moved) -> datetime:
    shown = one.after or one.before
    return shown.due if shown else datetime.max.replace(tzinfo=UTC)


def ends_with_day(one: Deadline) -> bool:
    """Whether the law means the end of a day, written 24:00."""
    return one.entry.hours is None and one.entry.rule == "by" and one.entry.time_of_day in (None, 1440)


def t_minus(election: ElectionValue, one: Deadline) -> str:
    """The day counted from the election day, as officials say it: T-30, T+2."""
    days = (one.on - election.election_day).days
    return f"T{days:+d}" if days else "T"


def row_of(election: ElectionValue, one: Deadline) -> dict[str, object]:
    """A deadline as a flat row. `on` is the day that the law names, `due_utc` the instant."""
    return {
        "key": one.key,
        "t": t_minus(election, one),
        "on": one.on.isoformat(),
        "due_utc": f"{one.due:%Y-%m-%dT%H:%M:%SZ}",
        "zone": one.zone,
        "rule": str(one.entry.rule),
        "place": one.place,
        "owner": one.entry.owner,
        "what": str(one.entry.text),
        "evidence": str(one.entry.evidence or ""),
        "source": one.entry.source,
        "assumed": "yes" if one.entry.assumed else "no",
    }


def icalendar_of(election: ElectionValue, found: Iterable[Deadline]) -> bytes:
    """One event a deadline, in UTC, with an identifier that stays (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Legation//Calendar plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", text_of(election.names))
    for one in found:
        calendar.add_component(_event(election, one))
    return bytes(calendar.to_ical())


def _event(election: ElectionValue, one: Deadline) -> Event:
    event = Event()
    place = f"-{one.place}" if one.place else ""
    event.add("uid", f"{election.code}-{one.key}{place}@legation")
    event.add("dtstamp", datetime.combine(election.day_set_on, datetime.min.time(), UTC))
    if ends_with_day(one):
        event.add("dtstart", one.on)
    else:
        event.add("dtstart", one.due)
    event.add("summary", f"{t_minus(election, one)} {text_of(one.entry.text)}")
    event.add("description", f"{one.entry.source}\n{text_of(election.book.bodies[one.entry.owner].name)}")
    event.add("transp", "TRANSPARENT")
    return event
