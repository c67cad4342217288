"""Civil hours over a day of UTC as a picture: a bar a clock, the sessions across them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from legation.training.queries.places import Sitting
from legation_core.training.audience import Seat
from legation_core.training.hours import Span, Wish, away, civil_spans

WIDTH = timedelta(hours=36)
"""Of the picture: from six hours before the home day to six hours after it, so that no bar of a far place is lost."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A span on the width of the picture, in per cent."""

    x: float
    width: float
    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """The places with the same civil hours: their clocks, names, how many seats, the hours, the sessions that suit."""

    zones: tuple[str, ...]
    names: tuple[str, ...]
    seats: int
    bars: tuple[Bar, ...]
    fits: tuple[bool, ...]
    """Of each session, whether it lies in these civil hours."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of one day."""

    day: date
    ticks: tuple[tuple[float, datetime], ...]
    rows: tuple[Row, ...]
    sessions: tuple[Bar, ...]


def picture(day: date, wish: Wish, sitting: Iterable[Sitting], starts: Sequence[datetime]) -> Picture:
    """Every clock of the audience on `day` of the home clock, from the east to the west."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(wish.zone)).astimezone(UTC)
    begin = (midnight - timedelta(hours=6)).replace(minute=0)
    groups: dict[tuple[Span, ...], list[Sitting]] = {}
    for one in sitting:
        spans = civil_spans(one.place, wish)
        shown = tuple(span for span in spans if span[1] > begin and span[0] < begin + WIDTH)
        groups.setdefault(shown, []).append(one)
    rows = [_row(ones, spans, wish, begin, starts) for spans, ones in groups.items()]
    here = [one for one in starts if begin <= one < begin + WIDTH]
    length = timedelta(minutes=wish.length)
    return Picture(
        day=day,
        ticks=tuple((_share(timedelta(hours=hour)), begin + timedelta(hours=hour)) for hour in range(0, 37, 6)),
        rows=tuple(sorted(rows, key=lambda row: (row.bars[-1].x if row.bars else 999.0, row.zones))),
        sessions=tuple(_bar(one, one + length, begin) for one in here),
    )


def _row(
    ones: Sequence[Sitting], spans: tuple[Span, ...], wish: Wish, begin: datetime, starts: Sequence[datetime]
) -> Row:
    named = [one.name for one in ones if one.asked.seat is Seat.REPRESENTATIVE] or [one.name for one in ones]
    return Row(
        zones=tuple(dict.fromkeys(one.zone for one in ones)),
        names=tuple(dict.fromkeys(named)),
        seats=len(ones),
        bars=tuple(_bar(opens, closes, begin) for opens, closes in spans),
        fits=tuple(away(civil_spans(ones[0].place, wish), one, wish.length) == 0 for one in starts),
    )


def _bar(opens: datetime, closes: datetime, begin: datetime) -> Bar:
    first, last = max(opens, begin), min(closes, begin + WIDTH)
    return Bar(_share(first - begin), _share(last - first), opens, closes)


def _share(span: timedelta) -> float:
    return round(span / WIDTH * 100, 3)
