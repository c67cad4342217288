"""A table of cases: telephones that were withdrawn, countries that moved from one mission to another."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from legation_core.network.telling import Step, moved, told_numbers

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


def steps(*numbers: str) -> list[Step]:
    return [Step(before, after, AT) for before, after in pairwise(numbers)]


@pytest.mark.parametrize(
    ("case", "numbers", "told"),
    [
        ("never changed", ("1",), []),
        ("replaced by another", ("1", "2"), [("1", "2")]),
        ("published for the first time", ("", "1"), [("", "1")]),
        ("withdrawn", ("1", ""), []),
        ("replaced, then withdrawn", ("1", "2", ""), []),
        ("withdrawn, then another published", ("1", "", "2"), [("", "2")]),
        ("withdrawn, published, replaced", ("1", "", "2", "3"), [("", "2"), ("2", "3")]),
    ],
)
def test_told_numbers(case: str, numbers: tuple[str, ...], told: list[tuple[str, str]]) -> None:
    assert [(step.before, step.after) for step in told_numbers(steps(*numbers))] == told


ROME, ATHENS = ("rome", "MT", ""), ("athens", "MT", "")
NORTH = ("rome", "MT", "north")


@pytest.mark.parametrize(
    ("case", "before", "after", "told"),
    [
        ("the first catchments", [], [ROME], []),
        ("the same again", [ROME], [ROME], []),
        ("to another mission", [ROME], [ATHENS], [(ROME, False), (ATHENS, True)]),
        ("to none", [ROME], [], [(ROME, False)]),
        ("divided", [ROME], [ATHENS, NORTH], [(ROME, False), (ATHENS, True), (NORTH, True)]),
    ],
)
def test_moved(case: str, before: list, after: list, told: list) -> None:
    assert moved(before, after) == told
