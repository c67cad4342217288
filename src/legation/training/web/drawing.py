"""Civil hours over a day of UTC as a picture: a bar a clock, the sessions across them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from legation.training.queries.places import Sitting
from legation_core.training.hours import Place, Wish, away, civil_spans

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
    """The places of one clock with the same working day: names, how many seats, civil hours, sessions that suit."""

    zone: str
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
    groups: dict[tuple[str, str, bool], list[Sitting]] = {}
    for one in sitting:
        free = day in one.place.free or one.place.week[day.weekday()] != "1"
        groups.setdefault((one.zone, one.place.week, free), []).append(one)
    rows = [_row(ones, wish, begin, starts) for ones in groups.values()]
    here = [one for one in starts if begin <= one < begin + WIDTH]
    length = timedelta(minutes=wish.length)
    return Picture(
        day=day,
        ticks=tuple((_share(timedelta(hours=hour)), begin + timedelta(hours=hour)) for hour in range(0, 37, 6)),
        rows=tuple(sorted(rows, key=lambda row: (row.bars[0].x if row.bars else 999.0, row.zone))),
        sessions=tuple(_bar(one, one + length, begin) for one in here),
    )


def _row(ones: Sequence[Sitting], wish: Wish, begin: datetime, starts: Sequence[datetime]) -> Row:
    place: Place = ones[0].place
    spans = civil_spans(place, wish)
    names = Counter(one.name for one in ones if one.asked.seat == "representative") or Counter(one.name for one in ones)
    shown = [span for span in spans if span[1] > begin and span[0] < begin + WIDTH]
    return Row(
        zone=ones[0].zone,
        names=tuple(names),
        seats=len(ones),
        bars=tuple(_bar(opens, closes, begin) for opens, closes in shown),
        fits=tuple(away(spans, one, wish.length) == 0 for one in starts),
    )


def _bar(opens: datetime, closes: datetime, begin: datetime) -> Bar:
    first, last = max(opens, begin), min(closes, begin + WIDTH)
    return Bar(_share(first - begin), _share(last - first), opens, closes)


def _share(span: timedelta) -> float:
    return round(span / WIDTH * 100, 3)
