"""Time zones by IANA name, and local wall time as instants.

An offset is right only for a day: a station keeps the name of its zone, never "+04:00". Every instant of the core is an
aware datetime in UTC. Source of names and rules: the IANA time zone database as Python's `zoneinfo` finds it; which of
its names may be used is said once, for lawbooks and stations alike, in `legation_core.lawbook.zones`.

Twice a year, and when a country changes its zone, a wall time happens never (the clock is put forward: a gap) or
twice (it is put back: a fold). Decision, by the edge that the wall time stands for:

* in a gap, both edges are the instant at which the clock jumps over it;
* in a fold, a start (an opening, "from") is the first of the two instants and an end (a closing, "by") the second, so
  nobody who reads a clock on the wall comes too late;
* the end of a day, 24:00, is the start of the next day: the first instant that has its date.
"""

import difflib
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from legation_core.lawbook.zones import fixed_offset, known, usable
from legation_core.problems import Problem, Refused

END_OF_DAY = 1440
"""Minutes after midnight that say 24:00."""
YEARS = range(1900, 2201)
"""Years in which wall times are turned into instants."""


class Edge(StrEnum):
    """Which end of a span a wall time stands for; it decides between the two instants of a fold."""

    START = "start"
    END = "end"


def zone_problems(name: str, where: str = "") -> list[Problem]:
    """Why `name` cannot be the zone of a place: it is missing, an offset or abbreviation, or no zone at all."""
    if not name.strip():
        return [Problem("T106", where)]
    if usable(name):
        return []
    if fixed_offset(name):
        return [Problem("T101", where, {"zone": name})]
    return [Problem("T102", where, {"zone": name, "nearest": _nearest(name)})]


def zone_info(name: str, where: str = "") -> ZoneInfo:
    """The zone of that name. Refuses what `zone_problems` finds."""
    if (zone := _read(name)) is not None:
        return zone
    found = zone_problems(name, where)
    raise Refused(found[0].code, where, found[0].facts, found)


@lru_cache(maxsize=1024)
def _read(name: str) -> ZoneInfo | None:
    """The zone, or `None` where the name is not usable. Kept, because `zoneinfo` forgets all but eight."""
    return None if zone_problems(name) else ZoneInfo(name)


def instant(day: date, minutes: int, zone: str, edge: Edge) -> datetime:
    """The instant, in UTC, of `minutes` after the midnight that opens `day` on the clocks of `zone`, 0 to 1440."""
    if day.year not in YEARS:
        raise Refused("T103", facts={"day": day.isoformat(), "first": YEARS[0], "last": YEARS[-1]})
    if minutes == END_OF_DAY:
        return instant(day + timedelta(days=1), 0, zone, Edge.START)
    first, second = _readings(day, time(*divmod(minutes, 60)), zone)
    if first > second:
        return _jump(second, first, zone)
    return first if edge is Edge.START else second


def wall_problems(day: date, minutes: int, zone: str, where: str = "") -> list[Problem]:
    """Whether the wall time happens never or twice in `zone` on `day`: to be shown, it is decided all the same."""
    if minutes == END_OF_DAY:
        return []
    at = time(*divmod(minutes, 60))
    first, second = _readings(day, at, zone)
    if first == second:
        return []
    facts = {"day": day.isoformat(), "time": at.isoformat("minutes"), "zone": zone}
    return [Problem("T104" if first > second else "T105", where, facts)]


def local(at: datetime, zone: str) -> datetime:
    """The instant `at` on the clocks of `zone`."""
    return at.astimezone(zone_info(zone))


def minutes_of(at: time) -> int:
    """Whole minutes after midnight of a wall time."""
    return at.hour * 60 + at.minute


def _readings(day: date, at: time, zone: str) -> tuple[datetime, datetime]:
    """The wall time read with the offset before a change and with the one after it; equal where there is no change."""
    wall = datetime.combine(day, at, zone_info(zone))
    return wall.replace(fold=0).astimezone(UTC), wall.replace(fold=1).astimezone(UTC)


def _jump(before: datetime, after: datetime, zone: str) -> datetime:
    """The first instant after `before` at which the offset of `zone` is what it is at `after`, to the second."""
    there = zone_info(zone)
    offset = after.astimezone(there).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        changed = datetime.fromtimestamp(middle, there).utcoffset() == offset
        low, high = (low, middle) if changed else (middle, high)
    return datetime.fromtimestamp(high, UTC)


def _nearest(name: str) -> str:
    """The name of the table that looks most like `name`."""
    names = difflib.get_close_matches(name[:60], sorted(known()), n=1, cutoff=0.0)
    return names[0] if names else "UTC"
