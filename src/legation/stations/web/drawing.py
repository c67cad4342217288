"""Where everything of the rolling day's picture stands, in units of its drawing. The words stand in the template."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from legation.plan.convert import ElectionValue
from legation.stations.convert import StationValue
from legation_core.timetable import day
from legation_core.timetable.zones import Edge, instant

WIDTH, ROW, TOP = 1120, 15, 64
"""The picture's width, a bar's height, and the height of its head."""
LEFT, RIGHT = 56, 40


@dataclass(frozen=True, slots=True)
class Mark:
    """An instant of the home country's day and how many stations are open, not yet and closed then."""

    at: datetime
    kind: str
    open: int
    not_yet: int
    closed: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One station: from `x` to `x + width`, at height `y`; now divides it after `gone`."""

    station: StationValue
    x: float
    width: float
    y: float
    gone: float
    state: str
    hour: str
    """The opening by the home clock, where the bar is the first of its group."""

    @property
    def inferred(self) -> bool:
        return "inferred" in (self.station.number_basis, self.station.district_basis)

    @property
    def text_y(self) -> float:
        return self.y + 11


@dataclass(frozen=True, slots=True)
class Tick:
    """A line down the picture: at `x`, with the hour and the day by the home clock."""

    x: float
    local: datetime
    new_day: bool
    height: float = 0

    @property
    def hour(self) -> str:
        return f"{self.local:%H:%M}"

    @property
    def day(self) -> date:
        return self.local.date()


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing as numbers."""

    width: int
    height: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    home_x: float
    home_width: float
    marks: tuple[Tick, ...]
    now_x: float | None
    first: datetime
    last: datetime


def home_marks(election: ElectionValue, found: tuple[StationValue, ...]) -> tuple[Mark, ...]:
    """First opening, the home day's opening, its turnout marks and closing, last closing, with counts at each."""
    windows = [window for one in found for window in one.windows]
    first, last = day.first_opening(windows), day.last_closing(windows)
    kinds = {first: "first", last: "last"}
    hours = election.rules.hours[-1]
    for minutes, kind in _home_minutes(election, hours.opens.hour * 60 + hours.opens.minute, hours.closes):
        kinds.setdefault(instant(election.election_day, minutes, election.home_zone, Edge.START), kind)
    instants = sorted(at for at in kinds if first <= at <= last)
    counted = day.marks(windows, instants)
    return tuple(Mark(one.at, kinds[one.at], one.open, one.not_yet, one.closed) for one in counted)


def _home_minutes(election: ElectionValue, opens: int, closes: object) -> list[tuple[int, str]]:
    found = [(opens, "home_opens"), (_minutes(f"{closes:%H:%M}"), "home_closes")]
    marks = election.rules.lists.get("turnout_marks", ())
    found += [(one.at, "turnout") for one in marks if one.at is not None]
    return found


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)


def day_picture(
    election: ElectionValue, found: tuple[StationValue, ...], marks: tuple[Mark, ...], at: datetime
) -> Picture:
    """Bars grouped by opening, a tick every two hours of the home clock, the home day, now."""
    first, last = min(one.opens for one in found), max(one.closes for one in found)
    home_zone = ZoneInfo(election.home_zone)
    scale = (WIDTH - LEFT - RIGHT) / (last - first).total_seconds()

    def x(moment: datetime) -> float:
        return round(LEFT + (moment - first).total_seconds() * scale, 1)

    bars, y, before = [], float(TOP + 30), None
    for one in sorted(found, key=lambda one: (one.opens, one.closes, one.sorting)):
        for window in one.windows:
            new = before is not None and before != window.opens
            y += 6 if new else 0
            start, end = x(window.opens), x(window.closes)
            gone = round(min(max(x(at) - start, 0), end - start), 1)
            state = "open" if window.opens <= at < window.closes else "closed" if at >= window.closes else "not_yet"
            hour = f"{window.opens.astimezone(home_zone):%H:%M}" if new or before is None else ""
            bars.append(Bar(one, start, round(end - start, 1), y, gone, state, hour))
            y, before = y + ROW, window.opens
    home = [mark for mark in marks if mark.kind in ("home_opens", "home_closes", "turnout")]
    start = x(home[0].at) if home else LEFT
    end = x(home[-1].at) if home else LEFT
    ticks = tuple(
        Tick(x(moment), moment.astimezone(home_zone), _midnight(moment, election.home_zone), y)
        for moment in _hours(first, last, election.home_zone)
    )
    own = tuple(Tick(x(mark.at), mark.at.astimezone(home_zone), new_day=False, height=y) for mark in home)
    now_x = x(at) if first <= at <= last else None
    return Picture(WIDTH, y + 24, tuple(bars), ticks, start, round(end - start, 1), own, now_x, first, last)


def _midnight(moment: datetime, zone: str) -> bool:
    return moment.astimezone(ZoneInfo(zone)).hour == 0


def _hours(first: datetime, last: datetime, zone: str) -> list[datetime]:
    """Every third full hour of the home clock from `first` on."""
    local = first.astimezone(ZoneInfo(zone)).replace(minute=0, second=0)
    moment = local.astimezone(UTC)
    step = timedelta(hours=3 if last - first < timedelta(hours=40) else 6)
    found = []
    while moment <= last:
        if moment >= first:
            found.append(moment)
        moment += step
    return found
