"""Working days of a place: its working week and its holidays. Friday is a working day in Baku and none in Tabriz.

A day is a calendar day of the place. Work that takes n working days begins on a working day and ends with the nth.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from legation_core.problems import Refused

DAY = timedelta(days=1)
LONGEST = 3700
"""Days that are looked at for the next working day; a place that rests longer has no working week."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days on which people of a place work."""

    week: str = "1111100"
    """Monday to Sunday; `1` is a working day."""
    holidays: Collection[date] = field(default_factory=frozenset)

    def works(self, day: date) -> bool:
        return self.week[day.weekday()] == "1" and day not in self.holidays

    def first(self, day: date) -> date:
        """The first working day on or after `day`."""
        return next(self._from(day, DAY))

    def end(self, start: date, count: int) -> date:
        """The day that ends work of `count` working days which cannot begin before `start`."""
        return self._nth(start, DAY, count)

    def start(self, end: date, count: int) -> date:
        """The latest day on which work of `count` working days must begin to end on or before `end`."""
        return self._nth(end, -DAY, count)

    def after(self, day: date, count: int) -> date:
        """The `count`th working day after `day`; `day` itself for none."""
        return self._nth(day + DAY, DAY, count) if count else day

    def between(self, first: date, last: date) -> int:
        """How many working days there are from `first` up to the day before `last`; negative the other way round."""
        if last < first:
            return -self.between(last, first)
        weeks, rest = divmod((last - first).days, 7)
        days = [first + DAY * number for number in range(rest)]
        found = weeks * self.week.count("1") + sum(self.week[day.weekday()] == "1" for day in days)
        return found - sum(first <= day < last and self.week[day.weekday()] == "1" for day in self.holidays)

    def _nth(self, day: date, step: timedelta, count: int) -> date:
        days = self._from(day, step)
        found = next(days)
        for _ in range(count - 1):
            found = next(days)
        return found

    def _from(self, day: date, step: timedelta) -> Iterator[date]:
        resting = 0
        while resting < LONGEST:
            if self.works(day):
                resting = 0
                yield day
            else:
                resting += 1
            day += step
        raise Refused("T130", facts={"week": self.week})


def week_without(weekend: Collection[str], names: Collection[str]) -> str:
    """The working week that leaves out the named days of the week; `names` are those of Monday to Sunday."""
    return "".join("0" if name in weekend else "1" for name in names)
