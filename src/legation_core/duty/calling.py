"""Whom one may call: by the clock of the place, its working week and whether its station is open.

Practice, not law: a call reaches an open station at any hour, an office in its working hours, a person awake in civil
hours. Elsewhere it is night, and one calls only if it cannot wait. The hours are the authors' choice.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from legation_core.timetable.windows import Window
from legation_core.timetable.zones import Edge, instant, local

WAKES, OFFICE_OPENS, OFFICE_CLOSES, SLEEPS = 7 * 60, 9 * 60, 18 * 60, 22 * 60
"""Minutes after midnight."""


class Reach(IntEnum):
    """The best first: in this order one calls."""

    AT_STATION = 0
    AT_WORK = 1
    AWAKE = 2
    NIGHT = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """How somebody is reached at an instant, and until when it stays so."""

    reach: Reach
    until: datetime

    @property
    def order(self) -> tuple[int, datetime]:
        """Who may be called now comes first; of these, whoever can be reached for the shortest time."""
        return int(self.reach), self.until


def answer(
    zone: str, at: datetime, week: str = "1111100", free: Collection[date] = (), windows: Sequence[Window] = ()
) -> Answer:
    """How a place is reached at `at`. `week` has a 1 for each working day from Monday, `free` are its holidays."""
    for window in windows:
        if window.opens <= at < window.closes:
            return Answer(Reach.AT_STATION, window.closes)
    today = local(at, zone).date()
    edges = sorted(
        (instant(today + timedelta(days=day), minutes, zone, Edge.START), reach)
        for day in (-1, 0, 1)
        for minutes, reach in _day(today + timedelta(days=day), week, free)
    )
    reach = [found for start, found in edges if start <= at][-1]
    until = next(start for start, found in edges if start > at and found is not reach)
    opens = [window.opens for window in windows if at < window.opens < until]
    return Answer(reach, min([until, *opens]))


def _day(day: date, week: str, free: Collection[date]) -> list[tuple[int, Reach]]:
    """From which minute of a day on a place is reached in which way."""
    edges = [(0, Reach.NIGHT), (WAKES, Reach.AWAKE), (SLEEPS, Reach.NIGHT)]
    if week[day.weekday()] == "1" and day not in free:
        edges[2:2] = [(OFFICE_OPENS, Reach.AT_WORK), (OFFICE_CLOSES, Reach.AWAKE)]
    return edges
