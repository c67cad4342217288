"""The world: places lie where the drawing that made the land puts them, and a crowd of them gets a window."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.base.drawings.world import FOLDER, Point, crowded, projected, world

CHECKED = json.loads((FOLDER / "world.json").read_text())["checked"]


@pytest.mark.parametrize(("longitude", "latitude", "x", "y"), CHECKED)
def test_a_place_lies_where_d3_puts_it(longitude: float, latitude: float, x: float, y: float) -> None:
    assert projected(latitude, longitude) == Point(pytest.approx(x, abs=0.06), pytest.approx(y, abs=0.06))


@given(st.floats(-57, 84), st.floats(-180, 180))
def test_every_inhabited_place_lies_in_the_drawing(latitude: float, longitude: float) -> None:
    point = projected(latitude, longitude)
    assert (0 <= point.x <= world().width, -1 <= point.y <= world().height + 1) == (True, True)


@pytest.mark.parametrize("name", ["land.svg", "land-fine.svg"])
def test_the_land_is_one_path_in_the_same_drawing(name: str) -> None:
    text = (FOLDER / name).read_text()
    box = f'viewBox="0 0 {world().width} {world().height}"'
    assert (text.count("<path"), box in text, re.search(r"\b(style|script|on\w+)=", text)) == (1, True, None)


def test_few_places_need_no_window() -> None:
    assert crowded(Point(500 + n, 100) for n in range(5)) is None


def test_a_crowd_gets_a_window_around_it() -> None:
    crowd = [Point(500 + 5 * n, 100 + 2 * n) for n in range(20)]
    window = crowded([*crowd, Point(100, 100), Point(950, 300)])
    assert window is not None
    assert [window.holds(one) for one in crowd] == [True] * 20


def test_places_all_over_the_world_get_no_window() -> None:
    assert crowded(Point(48 * n, 20 * n) for n in range(20)) is None
