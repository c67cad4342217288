"""Civil hours: the spans of a working day in which people of a place can be asked to sit in a seminar.

No source fixes such hours; they are the organisers' to say, and every seminar keeps those that it was planned with. A
span lies inside one working day of the place, by the place's own clock; where that clock is put forward or back, the
instants are those of `timetable.zones`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legation_core.problems import Refused
from legation_core.timetable.zones import END_OF_DAY, Edge, instant

STEPS = (15, 30, 60)
"""Minutes between starts that are looked at."""
MOST_DAYS = 31
NEVER = 7 * END_OF_DAY
"""What a place without a working day misses civil hours by."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody sits: whose it is, the clock there, the week that is worked and the days that are free."""

    key: str
    zone: str
    week: str = "1111111"
    """Monday to Sunday; `1` is a working day."""
    free: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: sessions of `length` minutes on one of `days` of `zone`, between two hours of the day."""

    days: tuple[date, ...]
    zone: str
    length: int
    opens: int = 8 * 60
    closes: int = 20 * 60
    step: int = 30


Span = tuple[datetime, datetime]


def check(wish: Wish) -> None:
    """Refuses days that are none or too many (S101), hours in which no session fits (S102), another step (S103)."""
    if not 0 < len(wish.days) <= MOST_DAYS:
        raise Refused("S101", facts={"days": len(wish.days), "most": MOST_DAYS})
    if not (0 <= wish.opens < wish.closes <= END_OF_DAY and 0 < wish.length <= wish.closes - wish.opens):
        raise Refused("S102", facts={"length": wish.length, "opens": _clock(wish.opens), "closes": _clock(wish.closes)})
    if wish.step not in STEPS:
        raise Refused("S103", facts={"step": wish.step, "steps": ", ".join(str(one) for one in STEPS)})


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def starts(wish: Wish) -> tuple[datetime, ...]:
    """Every start that is looked at, in order: from the first midnight to the last of each day, step by step."""
    found = set()
    for day in wish.days:
        at, end = instant(day, 0, wish.zone, Edge.START), instant(day, END_OF_DAY, wish.zone, Edge.START)
        while at < end:
            found.add(at)
            at += timedelta(minutes=wish.step)
    return tuple(sorted(found))


def working_days(place: Place, wish: Wish) -> tuple[date, ...]:
    """The days that are worked at the place and that a session of the wish can touch there."""
    first, last = min(wish.days) - timedelta(days=1), max(wish.days) + timedelta(days=1)
    every = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return tuple(day for day in every if place.week[day.weekday()] == "1" and day not in place.free)


def civil_spans(place: Place, wish: Wish) -> tuple[Span, ...]:
    """The civil hours of a place around the days of the wish, in order."""
    return tuple(
        (instant(day, wish.opens, place.zone, Edge.START), instant(day, wish.closes, place.zone, Edge.END))
        for day in working_days(place, wish)
    )


def away(spans: Iterable[Span], start: datetime, length: int) -> int:
    """By how many minutes a session misses the civil hours of a place: none, where the whole of it lies inside them."""
    end = start + timedelta(minutes=length)
    return min((_missed(span, start, end) for span in spans), default=NEVER)


def _missed(span: Span, start: datetime, end: datetime) -> int:
    late = max(span[0] - start, end - span[1], timedelta())
    return int(late.total_seconds() // 60)
