"""The world as a drawing: land without borders in the Equal Earth projection, and where a place lies on it.

The land stands in `vendor/world/land.svg` and, in more detail for a part of the world, in `land-fine.svg` (Natural
Earth, public domain). A page refers to `#land` in them, so the file is loaded once and takes the page's colours. Both,
and every point that `projected` gives, share one system of coordinates: that of `world()`.

Projection: Savric, Patterson, Jenny, "The Equal Earth map projection", IJGIS 33 (2019).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "static/vendor/world"
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2
SHARE = (0.26, 0.42)
"""A window takes this share of the width and of the height of the world."""
CROWDED = 12
"""With fewer places the world alone is clear enough."""


@dataclass(frozen=True, slots=True)
class World:
    """The drawing: its size, how the projection lies in it, the outline of the globe and its meridians as paths."""

    width: int
    height: int
    east: float
    scale: float
    x: float
    y: float
    sphere: str
    meridians: str


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the drawing, shown larger."""

    x: float
    y: float
    width: float
    height: float

    @property
    def view_box(self) -> str:
        return f"{self.x:g} {self.y:g} {self.width:g} {self.height:g}"

    def holds(self, point: Point) -> bool:
        return 0 <= point.x - self.x <= self.width and 0 <= point.y - self.y <= self.height


@lru_cache(maxsize=1)
def world() -> World:
    """The numbers that the land was drawn with."""
    found = json.loads((FOLDER / "world.json").read_text(encoding="utf-8"))
    return World(**{name: found[name] for name in World.__slots__})


def projected(latitude: float, longitude: float) -> Point:
    """Where a place lies in the drawing, to a tenth."""
    drawing = world()
    east = radians((longitude - drawing.east + 180) % 360 - 180)
    slant = asin(M * sin(radians(latitude)))
    square = slant * slant
    sixth = square**3
    x = east * cos(slant) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
    y = slant * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return Point(round(drawing.x + drawing.scale * x, 1), round(drawing.y - drawing.scale * y, 1))


def crowded(points: Iterable[Point]) -> Window | None:
    """The window in which most places lie, centred on them; none where the world alone is clear enough."""
    found = sorted(set(points), key=lambda one: (one.x, one.y))
    if len(found) < CROWDED:
        return None
    best = max((_around([one]) for one in found), key=lambda window: sum(map(window.holds, found)))
    inside = [one for one in found if best.holds(one)]
    return _around(inside) if len(inside) * 3 > len(found) else None


def _around(points: Sequence[Point]) -> Window:
    """The window of fixed size whose middle is that of `points`, moved to lie inside the world."""
    drawing = world()
    width, height = (round(share * side) for share, side in zip(SHARE, (drawing.width, drawing.height), strict=True))
    x = (min(one.x for one in points) + max(one.x for one in points) - width) / 2
    y = (min(one.y for one in points) + max(one.y for one in points) - height) / 2
    return Window(
        round(min(max(x, 0), drawing.width - width)), round(min(max(y, 0), drawing.height - height)), width, height
    )
