"""Drawings of the public site as numbers: the skyline of open stations, and the map with its signs and names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from legation.base.drawings.world import Point, Window, crowded, projected, world
from legation.public.site import Span
from legation.public.wording import Shown

WIDTH, HEIGHT = 1000, 100
LETTER = 6.6
"""Width of a letter of a name on the map, in pixels of a wide page."""
LINE = 15.0
WIDE = 1216.0
"""Width of the enlargement on a wide page, in pixels: names are placed for it."""


@dataclass(frozen=True)
class Skyline:
    """How many stations are open from the first opening to the last closing."""

    path: str
    edge: str
    first: datetime
    last: datetime
    most: int
    home_x: float | None
    home_width: float | None

    @property
    def home_x_share(self) -> float:
        """In per cent of the width."""
        return round((self.home_x or 0) / WIDTH * 100, 2)

    @property
    def home_end_share(self) -> float:
        return round(((self.home_x or 0) + (self.home_width or 0)) / WIDTH * 100, 2)

    @property
    def hours(self) -> int:
        """Begun hours counted whole."""
        return -((self.first - self.last) // timedelta(hours=1))


def skyline(found: Sequence[Span], marks: Sequence[datetime]) -> Skyline:
    """`marks` are the instants of the home country's own day, its opening first and its closing last."""
    first, last = min(one.opens for one in found), max(one.closes for one in found)
    changes: dict[datetime, int] = defaultdict(int)
    for one in found:
        changes[one.opens] += 1
        changes[one.closes] -= 1
    steps, count = [], 0
    for at in sorted(changes):
        count += changes[at]
        steps.append((at, count))
    most = max(count for _at, count in steps)

    def x(at: datetime) -> float:
        return round((at - first) / (last - first) * WIDTH, 1)

    line = "".join(f"H{x(at):g}V{HEIGHT - count / most * (HEIGHT - 6):.1f}" for at, count in steps)
    home = (x(marks[0]), round(x(marks[-1]) - x(marks[0]), 1)) if marks else (None, None)
    return Skyline(f"M0 {HEIGHT}{line}V{HEIGHT}Z", f"M0 {HEIGHT}{line}", first, last, most, *home)


@dataclass(frozen=True)
class Sign:
    """A place on the map: where its sign stands, its stations, and where its name has room."""

    x: float
    y: float
    stations: tuple[Shown, ...]
    name_x: float | None = None
    name_y: float = 0
    anchor: str = "start"

    @property
    def city(self) -> str:
        return self.stations[0].city

    @property
    def url(self) -> str:
        return self.stations[0].url

    @property
    def windows(self) -> str:
        return self.stations[0].windows


@dataclass(frozen=True)
class Map:
    """The world with its signs, and the crowded part of it again, larger and with names."""

    signs: tuple[Sign, ...]
    outside: tuple[Sign, ...]
    """Signs of the world that the enlargement does not hold, with their names."""
    window: Window | None
    inside: tuple[Sign, ...]
    borders: str = ""
    """The state borders as one path; empty where none are drawn."""


CUT = 100.0
"""A line that jumps so far crosses the edge of the map, and is broken there."""


@lru_cache(maxsize=4)
def _borders(lines: tuple[tuple[tuple[int, int], ...], ...]) -> str:
    """Borders, in hundredths of a degree, as a path in the drawing's own coordinates."""
    path = []
    for line in lines:
        before: Point | None = None
        for latitude, longitude in line:
            point = projected(latitude / 100, longitude / 100)
            joined = before is not None and abs(point.x - before.x) < CUT
            path.append(f"{'L' if joined else 'M'}{point.x:g} {point.y:g}")
            before = point
    return "".join(path)


def drawn_map(found: Iterable[Shown], borders: Sequence[Sequence[Sequence[int]]] = ()) -> Map:
    """One sign a place, however many stations stand there. `borders` are lines in hundredths of a degree."""
    drawn = _borders(tuple(tuple((point[0], point[1]) for point in line) for line in borders))
    places: dict[tuple[float, float], list[Shown]] = defaultdict(list)
    for one in found:
        if one.latitude:
            point = projected(float(one.latitude), float(one.longitude))
            places[point.x, point.y].append(one)
    signs = tuple(Sign(x, y, tuple(ones)) for (x, y), ones in sorted(places.items()))
    window = crowded(Point(one.x, one.y) for one in signs)
    inside = [one for one in signs if window and window.holds(Point(one.x, one.y))]
    outside = [one for one in signs if one not in inside]
    scale = WIDE / window.width if window else 1.0
    return Map(signs, tuple(_named(outside, 0.9)), window, tuple(_named(inside, scale)) if window else (), drawn)


NEAR = (150.0, 96.0)
"""Width and height of what a station's own map shows: about a sixth of the way round the earth."""


@dataclass(frozen=True)
class Near:
    """A station's sign in the part of the world around it."""

    sign: Sign
    window: Window
    borders: str

    @property
    def end(self) -> bool:
        """Whether the name stands before the sign: it has no room behind it."""
        return self.sign.x > self.window.x + self.window.width * 0.6


def drawn_near(one: Shown, borders: Sequence[Sequence[Sequence[int]]] = ()) -> Near | None:
    """The surroundings of a station; `None` where its place is not known."""
    found = drawn_map([one], borders)
    if not found.signs:
        return None
    sign, (width, height), whole = found.signs[0], NEAR, world()
    x = min(max(sign.x - width / 2, 0), whole.width - width)
    y = min(max(sign.y - height / 2, 0), whole.height - height)
    return Near(sign, Window(round(x, 1), round(y, 1), width, height), found.borders)


def _named(signs: Sequence[Sign], scale: float) -> list[Sign]:
    """Each sign with its name at the first of eight places where it covers nothing; else without."""
    taken = [(one.x * scale - 7, one.y * scale - 7, one.x * scale + 7, one.y * scale + 7) for one in signs]
    return [_name(one, scale, taken) for one in signs]


def _name(one: Sign, scale: float, taken: list[tuple[float, float, float, float]]) -> Sign:
    x, y, width = one.x * scale, one.y * scale, len(one.city) * LETTER
    for dx, dy, anchor in (
        (10, 4, "start"), (-10, 4, "end"), (10, -7, "start"), (10, 15, "start"), (-10, -7, "end"), (-10, 15, "end"),
        (0, -11, "middle"), (0, 21, "middle"),
    ):  # fmt: skip
        left = x + dx - {"start": 0.0, "end": width, "middle": width / 2}[anchor]
        box = (left, y + dy - LINE + 4, left + width, y + dy + 3)
        own = (x - 7, y - 7, x + 7, y + 7)
        if not any(other != own and _meets(box, other) for other in taken):
            taken.append(box)
            return Sign(one.x, one.y, one.stations, round((x + dx) / scale, 2), round((y + dy) / scale, 2), anchor)
    return one


def _meets(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
