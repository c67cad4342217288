"""Working time by the clock of a place: its working week, its holidays, its office hours, whatever its clocks do.

A span of working time is counted in elapsed minutes, so a day on which the clocks are put forward in office hours is an
hour shorter and one on which they are put back an hour longer. No law of the books prescribes it: a mission's week and
holidays are those of its record, the office hours are numbers of the lawbook (`office_opens_hour`,
`office_closes_hour`), assumed where nobody read them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from legation_core.timetable.zones import Edge, instant, local

FAR = 800
"""Days that are looked at: a place with no working day in two years has none."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Office:
    """When a place works. `days` is Monday to Sunday, `1` a working day; hours are minutes after midnight."""

    zone: str
    days: str = "1111100"
    opens: int = 540
    closes: int = 1080
    holidays: frozenset[date] = frozenset()

    def works_on(self, day: date) -> bool:
        return self.days[day.weekday()] == "1" and day not in self.holidays

    def span(self, day: date) -> tuple[datetime, datetime]:
        """The office hours of a day as instants."""
        return instant(day, self.opens, self.zone, Edge.START), instant(day, self.closes, self.zone, Edge.END)


def spans(office: Office, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The spans of working time from `start` on, each day's at once; the first is cut where it has begun."""
    day = local(start, office.zone).date()
    for _ in range(FAR):
        if office.works_on(day):
            opens, closes = office.span(day)
            if closes > start:
                yield max(opens, start), closes
        day += timedelta(days=1)


def after(office: Office, start: datetime, minutes: int) -> datetime:
    """The instant at which `minutes` of working time have passed since `start`; where none ever come, `start`.

    Work that ends with a day's office hours is due at their end, not at the beginning of the next ones.
    """
    left = timedelta(minutes=minutes)
    for opens, closes in spans(office, start):
        if closes - opens >= left:
            return (opens + left).astimezone(UTC)
        left -= closes - opens
    return start.astimezone(UTC)


def between(office: Office, start: datetime, end: datetime) -> int:
    """Whole minutes of working time from `start` to `end`; none where `end` comes first."""
    passed = timedelta()
    for opens, closes in spans(office, start):
        if opens >= end:
            break
        passed += min(closes, end) - opens
    return passed // MINUTE
