"""Legal deadlines as instants: each calendar entry of a lawbook, in the zone that governs it, for each place concerned.

An entry counts days from a day of the election, or hours from a closing of stations. An entry that is made for each
mission or station gives a deadline per place. Entries without a time of day end with the day ("by") or begin with it
("from", "on").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legation_core.lawbook.model import Anchor, CalendarEntry, Rule
from legation_core.problems import Problem, Refused
from legation_core.timetable.windows import Window
from legation_core.timetable.zones import END_OF_DAY, Edge, instant, local

HOME = "home"
LOCAL = "local"
ELECTION = "election"


@dataclass(frozen=True, slots=True)
class ElectionDates:
    """The days that deadlines are counted from, on the calendar of the home zone."""

    called_on: date
    day_set_on: date
    election_day: date
    """The last day of voting, day 0 of the lawbook."""

    def day_of(self, anchor: Anchor) -> date:
        """The day that `anchor` stands for; instants such as a closing have none (`KeyError`)."""
        days = {
            Anchor.ELECTION_DAY: self.election_day,
            Anchor.CALL: self.called_on,
            Anchor.DAY_SET: self.day_set_on,
        }
        return days[anchor]


@dataclass(frozen=True, slots=True)
class Place:
    """A mission or station that has deadlines of its own."""

    kind: str
    """`mission` or `station`, as in `CalendarEntry.each`."""
    code: str
    zone: str
    windows: tuple[Window, ...] = ()
    """Its opening windows; a mission has those of all its stations."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One entry for one place, or for the election as a whole."""

    key: str
    entry: CalendarEntry
    on: date
    """The day the law names, on the clocks of `zone`; with "by the end of the day", the day that ends."""
    due: datetime
    """The instant, in UTC: the end of a "by", the beginning of a "from" or "on"."""
    zone: str
    place: str = ""
    """Code of the mission or station; empty for the election as a whole."""

    @property
    def late_from(self) -> datetime | None:
        """The first instant that is too late, or `None` for a "from", which only begins something.

        What is due "on" a day without a time of day is in time until that day ends.
        """
        if self.entry.rule is Rule.FROM:
            return None
        if self.entry.rule is Rule.ON and self.entry.time_of_day is None and self.entry.hours is None:
            return instant(self.on, END_OF_DAY, self.zone, Edge.END)
        return self.due


def deadlines(
    entries: Iterable[CalendarEntry], dates: ElectionDates, home_zone: str, places: Sequence[Place] = ()
) -> tuple[Deadline, ...]:
    """Every deadline, by instant, then key, then place; at most entries times places.

    Left out is what cannot be known yet, see `undated`. Refuses (T122, T123) an entry that no lawbook can mean.
    """
    last = _last_closing(places)
    found = [
        deadline
        for entry in entries
        for place in _places_of(entry, places)
        for deadline in _deadline(entry, dates, home_zone, place, last)
    ]
    return tuple(sorted(found, key=lambda deadline: (deadline.due, deadline.key, deadline.place)))


def undated(entries: Iterable[CalendarEntry], places: Sequence[Place] = ()) -> tuple[Problem, ...]:
    """Entries counted from closings while a station concerned has no hours: one problem for each, `where` the place."""
    last = _last_closing(places)
    return tuple(
        Problem("T121", place.code if place else "", {"key": entry.key})
        for entry in entries
        if entry.anchor in (Anchor.STATION_CLOSING, Anchor.LAST_CLOSING)
        for place in _places_of(entry, places)
        if _closing(entry, place, last) is None
    )


def _places_of(entry: CalendarEntry, places: Sequence[Place]) -> list[Place] | list[None]:
    """The places for which the entry makes a deadline; `None` stands for the election as a whole."""
    if entry.each != ELECTION:
        return [place for place in places if place.kind == entry.each]
    if entry.anchor is Anchor.STATION_CLOSING:
        raise Refused("T122", facts={"key": entry.key})
    if entry.zone == LOCAL:
        raise Refused("T123", facts={"key": entry.key})
    return [None]


def _deadline(
    entry: CalendarEntry, dates: ElectionDates, home_zone: str, place: Place | None, last: datetime | None
) -> tuple[Deadline, ...]:
    """The deadline of `entry` for `place`, or none where it hangs on hours that are not known."""
    zone = place.zone if place and entry.zone == LOCAL else home_zone
    code = place.code if place else ""
    if entry.anchor in (Anchor.STATION_CLOSING, Anchor.LAST_CLOSING):
        closing = _closing(entry, place, last)
        if closing is None:
            return ()
        due = closing + timedelta(hours=entry.hours or 0)
        return (Deadline(entry.key, entry, local(due, zone).date(), due, zone, code),)
    on = dates.day_of(entry.anchor) + timedelta(days=entry.days)
    return (Deadline(entry.key, entry, on, _due(entry, on, zone), zone, code),)


def _due(entry: CalendarEntry, on: date, zone: str) -> datetime:
    """The instant of a day's entry: its time of day, else the end of the day for "by" and its beginning otherwise."""
    by = entry.rule is Rule.BY
    minutes = entry.time_of_day if entry.time_of_day is not None else END_OF_DAY if by else 0
    return instant(on, minutes, zone, Edge.END if by else Edge.START)


def _closing(entry: CalendarEntry, place: Place | None, last: datetime | None) -> datetime | None:
    """The closing that the entry is counted from, or `None` where it is not known yet."""
    if entry.anchor is Anchor.LAST_CLOSING or place is None:
        return last
    return max((window.closes for window in place.windows), default=None)


def _last_closing(places: Iterable[Place]) -> datetime | None:
    return max((window.closes for place in places for window in place.windows), default=None)
