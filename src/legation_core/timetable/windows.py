"""Opening hours of stations in local time, and the windows of instants that they make.

A window is half open: at its opening the station is open, at its closing it is closed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from legation_core.lawbook.model import Hours
from legation_core.problems import Problem
from legation_core.timetable.zones import END_OF_DAY, Edge, instant, minutes_of, wall_problems, zone_problems


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """The hours of one station on one day, on its own clocks. A closing at 00:00 is the end of that day, 24:00."""

    day: date
    opens: time
    closes: time

    @property
    def closes_at(self) -> int:
        """The closing in minutes after the midnight that opens `day`."""
        return minutes_of(self.closes) or END_OF_DAY


@dataclass(frozen=True, slots=True)
class StationHours:
    """All voting days of one station, in the IANA zone whose clocks they are read on."""

    station: str
    zone: str
    openings: tuple[Opening, ...]


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A span of instants in UTC in which a station is open: from `opens` on, no longer at `closes`."""

    opens: datetime
    closes: datetime
    station: str


def hours_of(
    station: str,
    zone: str,
    hours: Iterable[Hours],
    election_day: date,
    overrides: Mapping[date, Sequence[Opening]] | None = None,
) -> StationHours:
    """The hours that the law gives a station, changed by what was decided for it.

    An override replaces all hours of its day or adds a voting day; an empty one closes the station on that day.
    """
    decided = overrides or {}
    lawful = [Opening(election_day + timedelta(days=rule.day), rule.opens, rule.closes) for rule in hours]
    kept = [opening for opening in lawful if opening.day not in decided]
    return StationHours(station, zone, tuple(sorted([*kept, *(own for day in decided.values() for own in day)])))


def windows(stations: Iterable[StationHours]) -> tuple[Window, ...]:
    """Every window of `stations`, by opening, then closing, then station. Hours of one station that overlap are one
    window.

    Refuses an unknown zone; hours that `hours_problems` finds empty make no window.
    """
    return tuple(sorted(window for station in stations for window in _joined(station)))


def hours_problems(station: StationHours) -> list[Problem]:
    """What is wrong or remarkable with the hours of a station; `where` is its code."""
    where = station.station
    found = zone_problems(station.zone, where)
    if found or not station.openings:
        return found or [Problem("T113", where)]
    openings = sorted(station.openings)
    for opening in openings:
        found += wall_problems(opening.day, minutes_of(opening.opens), station.zone, where)
        found += wall_problems(opening.day, opening.closes_at, station.zone, where)
        if not _window(station, opening):
            found.append(Problem("T111", where, _facts(opening)))
    found += [Problem("T112", where, _overlap(a, b)) for a, b in pairwise(openings) if _overlaps(a, b)]
    return found


def _joined(station: StationHours) -> Iterator[Window]:
    """The windows of one station in order, overlapping ones as one."""
    current: Window | None = None
    for window in sorted(found for opening in station.openings for found in _window(station, opening)):
        if current is None or window.opens >= current.closes:
            if current is not None:
                yield current
            current = window
        else:
            current = Window(current.opens, max(current.closes, window.closes), station.station)
    if current is not None:
        yield current


def _window(station: StationHours, opening: Opening) -> tuple[Window, ...]:
    """The window of one day, or none where it would be empty."""
    opens = instant(opening.day, minutes_of(opening.opens), station.zone, Edge.START)
    closes = instant(opening.day, opening.closes_at, station.zone, Edge.END)
    return (Window(opens, closes, station.station),) if opens < closes else ()


def _overlaps(earlier: Opening, later: Opening) -> bool:
    return earlier.day == later.day and minutes_of(later.opens) < earlier.closes_at


def _overlap(earlier: Opening, later: Opening) -> dict[str, str]:
    return {"day": f"{later.day} {later.opens:%H:%M}", "before": f"{earlier.day} {earlier.opens:%H:%M}"}


def _facts(opening: Opening) -> dict[str, str]:
    return {"day": opening.day.isoformat(), "opens": f"{opening.opens:%H:%M}", "closes": f"{opening.closes:%H:%M}"}
