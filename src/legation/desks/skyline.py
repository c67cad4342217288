"""How many stations are open at each moment, as steps of a drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from legation.stations.convert import StationValue
from legation_core.timetable import day

WIDTH, HEIGHT = 1000, 120


@dataclass(frozen=True, slots=True)
class Step:
    """Between two changes the count stays: one rectangle; `gone` where it lies before now."""

    x: float
    y: float
    width: float
    height: float
    gone: bool


@dataclass(frozen=True, slots=True)
class Skyline:
    width: int
    steps: tuple[Step, ...]
    now_x: float | None
    first: datetime
    last: datetime
    most: int
    """The most stations that are open at once."""

    @property
    def hours(self) -> int:
        """From the first opening to the last closing, begun hours counted whole."""
        return -((self.first - self.last) // timedelta(hours=1))


def skyline(stations: Iterable[StationValue], now: datetime) -> Skyline:
    """The count of open stations from the first opening to the last closing."""
    windows = [window for one in stations for window in one.windows]
    first, last = day.first_opening(windows), day.last_closing(windows)
    instants = sorted(
        {edge for one in windows for edge in (one.opens, one.closes)} | ({now} if first < now < last else set())
    )
    marks = day.marks(windows, instants)
    most, span = max(mark.open for mark in marks), (last - first).total_seconds()

    def x(at: datetime) -> float:
        return round((at - first).total_seconds() / span * WIDTH, 1)

    steps = []
    for mark, end in zip(marks, instants[1:], strict=False):
        height = round(mark.open / most * HEIGHT, 1)
        steps.append(Step(x(mark.at), round(HEIGHT - height, 1), round(x(end) - x(mark.at), 1), height, end <= now))
    return Skyline(WIDTH, tuple(steps), x(now) if first <= now <= last else None, first, last, most)
