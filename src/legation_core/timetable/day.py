"""The rolling day: who is open, not yet open and closed at any instant, from the first opening to the last closing.

A station with several voting days is "not yet" open between them: it opens again. Everything here takes the windows of
`legation_core.timetable.windows.windows`, in which the windows of one station do not overlap.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from legation_core.problems import Refused
from legation_core.timetable.windows import Window


@dataclass(frozen=True, slots=True)
class Status:
    """Every station once in `open`, `not_yet` or `closed`, in the order of first opening, then code."""

    at: datetime
    open: tuple[str, ...]
    not_yet: tuple[str, ...]
    closed: tuple[str, ...]
    reopens: tuple[str, ...]
    """Those of `not_yet` that have been open on an earlier voting day."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How many stations are open, not yet open and closed at an instant."""

    at: datetime
    open: int
    not_yet: int
    closed: int


class Change(StrEnum):
    OPENS = "opens"
    REOPENS = "reopens"
    PAUSES = "pauses"
    """Closes, to open again on a later voting day."""
    CLOSES = "closes"


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """A station changes at an instant."""

    at: datetime
    change: Change
    station: str


def status(windows: Iterable[Window], at: datetime) -> Status:
    """Who is open, not yet open and closed at the instant `at`."""
    groups: dict[str, list[str]] = {"open": [], "not_yet": [], "closed": [], "reopens": []}
    for station, own in _by_station(windows).items():
        if any(window.opens <= at < window.closes for window in own):
            groups["open"].append(station)
        elif at < own[-1].opens:
            groups["not_yet"].append(station)
            groups["reopens"] += [station] if own[0].opens <= at else []
        else:
            groups["closed"].append(station)
    return Status(at, **{name: tuple(stations) for name, stations in groups.items()})


def first_opening(windows: Iterable[Window]) -> datetime:
    """The instant at which the first station on earth opens. Refuses (T114) where there is no window."""
    opens = [window.opens for window in windows]
    if not opens:
        raise Refused("T114")
    return min(opens)


def last_closing(windows: Iterable[Window]) -> datetime:
    """The instant at which the last station on earth closes. Refuses (T114) where there is no window."""
    closes = [window.closes for window in windows]
    if not closes:
        raise Refused("T114")
    return max(closes)


def marks(windows: Sequence[Window], instants: Iterable[datetime]) -> tuple[Mark, ...]:
    """The counts of `status` at each of `instants`, in their order, at the cost of a look-up each."""
    opens = sorted(window.opens for window in windows)
    closes = sorted(window.closes for window in windows)
    finals = sorted(own[-1].closes for own in _by_station(windows).values())
    return tuple(_mark(at, opens, closes, finals) for at in instants)


def events(windows: Iterable[Window]) -> tuple[Event, ...]:
    """Every opening and closing, by instant; a closing between two voting days is a pause."""
    found = []
    for station, own in _by_station(windows).items():
        for window in own:
            starts = Change.OPENS if window is own[0] else Change.REOPENS
            ends = Change.CLOSES if window is own[-1] else Change.PAUSES
            found += [Event(window.opens, starts, station), Event(window.closes, ends, station)]
    return tuple(sorted(found))


def next_events(windows: Sequence[Window], at: datetime) -> tuple[Event, ...]:
    """What happens at the next instant after `at` at which anything happens; empty after the last closing."""
    ahead = [edge for window in windows for edge in (window.opens, window.closes) if edge > at]
    if not ahead:
        return ()
    following = min(ahead)
    changing = {window.station for window in windows if following in (window.opens, window.closes)}
    found = events(window for window in windows if window.station in changing)
    return tuple(event for event in found if event.at == following)


def _mark(at: datetime, opens: list[datetime], closes: list[datetime], finals: list[datetime]) -> Mark:
    open_now = bisect_right(opens, at) - bisect_right(closes, at)
    closed = bisect_right(finals, at)
    return Mark(at, open_now, len(finals) - open_now - closed, closed)


def _by_station(windows: Iterable[Window]) -> dict[str, list[Window]]:
    """The windows of each station in order, the stations by first opening, then code."""
    found: dict[str, list[Window]] = {}
    for window in sorted(windows, key=lambda window: (window.opens, window.station)):
        found.setdefault(window.station, []).append(window)
    return found
