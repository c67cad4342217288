"""The rolling day as numbers: where on the width of the picture every bar, hour and mark stands, in per cent.

Text and heights keep their size while the width is free, so one drawing serves a phone and a wall. Nothing here words
anything: the template `drawings/day.html` does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)
LABEL_SHARE = 0.4
"""Now is near the beginning of a bar while less than this share of it has gone: then the name stands after now."""
CROWDED = 90
"""From so many stations on a bar stands for a group that opens and closes together, not for one station."""
CORNER = 62.0
"""A summary fits beside bars that end before this per cent."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One opening of one station, as the picture needs it. `state` is `open`, `opens_soon`, `not_yet` or `closed`."""

    opens: datetime
    closes: datetime
    label: str
    sublabel: str = ""
    state: str = "not_yet"
    url: str = ""


@dataclass(frozen=True, slots=True)
class HomeMark:
    """An instant of the home country's day and how many stations are open at it."""

    at: datetime
    open: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A station, or `count` of them, from `x` on: `past` per cent of the width have gone, `rest` are to come."""

    shown: Shown
    count: int
    x: float
    past: float
    rest: float
    label_x: float

    @property
    def width(self) -> float:
        return round(self.past + self.rest, 3)

    @property
    def end(self) -> float:
        return round(self.x + self.width, 3)

    @property
    def now(self) -> float:
        """Where the gone part ends."""
        return round(self.x + self.past, 3)


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that open and close together."""

    opens: datetime
    closes: datetime
    x: float
    end: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A full hour of the home clock; `written` where its label has room, `day` where a day begins."""

    at: datetime
    x: float
    written: bool
    day: bool
    minor: bool
    """Left out on a phone."""
    anchor: str
    """`start`, `middle` or `end`: which part of the label stands at `x`."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark of the home day in its place."""

    mark: HomeMark
    x: float
    room: bool
    """Whether the next mark leaves room for two lines of words on a wide picture."""


@dataclass(frozen=True, slots=True)
class HomeDay:
    """The home country's own hours as a bar above the others."""

    x: float
    width: float
    marks: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The whole picture. `now` is `None` before the first opening and after the last closing."""

    first: datetime
    last: datetime
    ticks: tuple[Tick, ...]
    groups: tuple[Group, ...]
    home: HomeDay | None
    now: float | None
    now_at: datetime
    corner_free: bool
    """Whether the upper end corner is empty enough for a summary."""


class EmptyDay(ValueError):
    """There is nothing to draw: no station opens at all."""


def drawn_day(shown: Iterable[Shown], *, home_zone: str, now: datetime, home_marks: Sequence[HomeMark] = ()) -> Day:
    """The picture of all openings, by opening, then closing, then as given. Instants are aware, `home_zone` is IANA's.

    The first and last of `home_marks` are the home country's own opening and closing. Raises `EmptyDay` without
    openings.
    """
    ordered = sorted(shown, key=lambda one: (one.opens, one.closes))
    if not ordered:
        raise EmptyDay
    first, last = ordered[0].opens, max(one.closes for one in ordered)
    scale = Scale(first, last)
    near = scale.at(now) if first <= now <= last else None
    groups = _groups(ordered, scale, now, one_bar=len(ordered) >= CROWDED)
    return Day(
        first=first,
        last=last,
        ticks=_ticks(scale, home_zone, near),
        groups=groups,
        home=_home(home_marks, scale),
        now=near,
        now_at=now,
        corner_free=_corner_free(groups),
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """From instants to per cent of the picture's width."""

    first: datetime
    last: datetime

    @property
    def hours(self) -> float:
        return (self.last - self.first) / HOUR

    def at(self, instant: datetime) -> float:
        return round((instant - self.first) / (self.last - self.first) * 100, 3)


def _groups(ordered: list[Shown], scale: Scale, now: datetime, *, one_bar: bool) -> tuple[Group, ...]:
    found = []
    for (opens, closes), members in groupby(ordered, key=lambda one: (one.opens, one.closes)):
        together = list(members)
        bars = (
            [_bar(together[0], len(together), scale, now)]
            if one_bar
            else [_bar(one, 1, scale, now) for one in together]
        )
        found.append(Group(opens, closes, scale.at(opens), scale.at(closes), tuple(bars)))
    return tuple(found)


def _bar(shown: Shown, count: int, scale: Scale, now: datetime) -> Bar:
    start, end = scale.at(shown.opens), scale.at(shown.closes)
    gone = min(max(scale.at(now), start), end)
    just_open = 0 < gone - start < (end - start) * LABEL_SHARE
    past, rest = round(gone - start, 3), round(end - gone, 3)
    return Bar(shown, count, start, past, rest, gone if just_open else start)


def _corner_free(groups: tuple[Group, ...]) -> bool:
    """Whether the first groups, as tall as a summary together, end before the corner."""
    height = 0
    for group in groups:
        if group.end > CORNER:
            return height >= 10
        height += len(group.bars)
    return False


def _ticks(scale: Scale, home_zone: str, near: float | None) -> tuple[Tick, ...]:
    """Full hours of the home clock: every third, on long days every sixth or twelfth."""
    step = next(hours for hours in (3, 6, 12, 24) if scale.hours / hours <= 14 or hours == 24)
    zone = ZoneInfo(home_zone)
    local = scale.first.astimezone(zone).replace(minute=0, second=0, microsecond=0)
    found = []
    while local.astimezone(scale.last.tzinfo) <= scale.last:
        at = local.astimezone(scale.last.tzinfo)
        if local.hour % step == 0 and at >= scale.first:
            found.append(_tick(at, local, scale, near, step))
        local = (at + HOUR).astimezone(zone)
    return tuple(found)


def _tick(at: datetime, local: datetime, scale: Scale, near: float | None, step: int) -> Tick:
    x = scale.at(at)
    written = near is None or abs(x - near) > 4.5
    anchor = "start" if x < 1 else "end" if x > 99 else "middle"
    return Tick(at, x, written, local.hour == 0, local.hour % (2 * step) != 0, anchor)


def _home(marks: Sequence[HomeMark], scale: Scale) -> HomeDay | None:
    within = sorted((mark for mark in marks if scale.first <= mark.at <= scale.last), key=lambda mark: mark.at)
    if not within:
        return None
    places = [scale.at(mark.at) for mark in within]
    following = [*places[1:], 100.0]
    placed = [
        Placed(mark, x, after - x > 5.5 or after == places[-1])
        for mark, x, after in zip(within, places, following, strict=True)
    ]
    return HomeDay(places[0], round(places[-1] - places[0], 3), tuple(placed))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a stacked bar: `count` of the whole, from `x` on, `width` per cent wide."""

    state: str
    count: int
    x: float
    width: float


def stacked(counts: Iterable[tuple[str, int]]) -> tuple[Part, ...]:
    """Counts by state as parts of one bar, in their order; empty ones are left out, small ones stay to be seen."""
    kept = [(state, count) for state, count in counts if count]
    total, parts, x = sum(count for _, count in kept), [], 0.0
    for state, count in kept:
        width = round(count / total * 100, 3)
        parts.append(Part(state, count, round(x, 3), width))
        x += width
    return tuple(parts)
