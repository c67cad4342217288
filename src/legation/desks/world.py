"""The missions on the map: a mark on the city, worst last so that it lies above, and a window where they crowd."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from legation.base.drawings.world import Window, World, crowded, projected, world
from legation.desks.readiness import WORST
from legation.missions.convert import MissionValue


class Row(Protocol):
    """A mission with a state of work."""

    @property
    def mission(self) -> MissionValue: ...

    @property
    def state(self) -> str: ...

    @property
    def fine(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """A mission on the map, at `x` and `y` of the drawing."""

    row: Row
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing with its marks; `inside` are those of the window. `missing` missions have no position."""

    world: World
    marks: tuple[Mark, ...]
    window: Window | None
    inside: tuple[Mark, ...]
    missing: int


def picture(rows: Sequence[Row]) -> Picture:
    placed = [row for row in rows if row.mission.latitude and row.mission.longitude]
    points = [projected(float(row.mission.latitude), float(row.mission.longitude)) for row in placed]
    marks = [Mark(row, point.x, point.y) for row, point in zip(placed, points, strict=True)]
    marks.sort(key=lambda mark: -WORST.index(mark.row.state))
    window = crowded(points)
    inside = tuple(
        mark for mark, held in ((mark, window) for mark in marks)
        if held and 0 <= mark.x - held.x <= held.width and 0 <= mark.y - held.y <= held.height
    )  # fmt: skip
    return Picture(world(), tuple(marks), window, inside, len(rows) - len(placed))
