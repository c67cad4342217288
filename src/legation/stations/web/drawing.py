"""The rolling day of an election as the picture of `base.drawings.day` takes it. The words stand in the template."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils.translation import gettext

from legation.base.drawings.day import Day, HomeMark, Shown, drawn_day
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, sort_key
from legation.plan.convert import ElectionValue
from legation.stations.convert import StationValue
from legation_core.timetable import day
from legation_core.timetable.day import Status
from legation_core.timetable.windows import Window
from legation_core.timetable.zones import END_OF_DAY, Edge, instant, minutes_of
from legation_core.values import Basis

SOON = timedelta(hours=2)
"""From so long before its opening on a station is shown as opening soon."""
OWN_DAY = ("home_opens", "turnout", "home_closes")
"""Kinds of mark that belong to the home country's own day."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An instant of the home country's day and how many stations are open, not yet and closed then."""

    at: datetime
    kind: str
    open: int
    not_yet: int
    closed: int


def home_marks(election: ElectionValue, found: tuple[StationValue, ...]) -> tuple[Mark, ...]:
    """First opening, the home day's opening, its turnout marks and closing, last closing, with counts at each."""
    windows = [window for one in found for window in one.windows]
    first, last = day.first_opening(windows), day.last_closing(windows)
    kinds = {first: "first", last: "last"}
    hours = election.rules.hours[-1]
    for minutes, kind in _home_minutes(election, hours.opens, hours.closes):
        kinds.setdefault(instant(election.election_day, minutes, election.home_zone, Edge.START), kind)
    instants = sorted(at for at in kinds if first <= at <= last)
    counted = day.marks(windows, instants)
    return tuple(Mark(one.at, kinds[one.at], one.open, one.not_yet, one.closed) for one in counted)


def _home_minutes(election: ElectionValue, opens: time, closes: time) -> list[tuple[int, str]]:
    found = [(minutes_of(opens), "home_opens"), (minutes_of(closes) or END_OF_DAY, "home_closes")]
    marks = election.rules.lists.get("turnout_marks", ())
    found += [(one.at, "turnout") for one in marks if one.at is not None]
    return found


def day_picture(election: ElectionValue, found: tuple[StationValue, ...], marks: tuple[Mark, ...], at: datetime) -> Day:
    """Bars grouped by opening, the hours of the home clock, the home day, now."""
    own = [HomeMark(mark.at, mark.open) for mark in marks if mark.kind in OWN_DAY]
    return drawn_day(_shown(election, found, at), home_zone=election.home_zone, now=at, home_marks=own)


def _shown(election: ElectionValue, found: tuple[StationValue, ...], at: datetime) -> Iterator[Shown]:
    several = Counter(one.mission.code for one in found)
    for one in sorted(found, key=lambda one: (sort_key(text_of(one.mission.cities)), one.number or 0)):
        label, country = _label(one, several[one.mission.code] > 1), country_name(one.mission.country)
        address = reverse("stations:station", args=[election.code, one.code])
        for window in one.windows:
            yield Shown(window.opens, window.closes, label, country, _state(window, at), address)


def _label(one: StationValue, several: bool) -> str:
    """The city; where a mission has several stations, with the number, marked where it is inferred."""
    city = text_of(one.mission.cities)
    if not several or one.number is None:
        return city
    numbered = gettext("%(city)s No. %(number)d") % {"city": city, "number": one.number}
    return f"{numbered} ({gettext('inferred')})" if one.number_basis == Basis.INFERRED else numbered


def _state(window: Window, at: datetime) -> str:
    if window.opens <= at < window.closes:
        return "open"
    if at >= window.closes:
        return "closed"
    return "opens_soon" if window.opens - at <= SOON else "not_yet"


def day_counts(found: tuple[StationValue, ...], status: Status) -> list[tuple[str, int]]:
    """Stations by state, as the summary and the stacked bar show them; those that open soon are not "not yet"."""
    waiting = set(status.not_yet)
    soon = sum(one.code in waiting and _opens_soon(one, status.at) for one in found)
    return [
        ("open", len(status.open)),
        ("opens_soon", soon),
        ("not_yet", len(status.not_yet) - soon),
        ("closed", len(status.closed)),
    ]


def _opens_soon(one: StationValue, at: datetime) -> bool:
    return any(at < window.opens <= at + SOON for window in one.windows)
