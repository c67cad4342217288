"""Gates: what is passed, what is near, never green for what is not known."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.readiness.gates import (
    GATES,
    NEAR,
    PASSED,
    WORST,
    Gate,
    check_set,
    colour,
    judged,
    moved,
    passed,
    set_state,
)

NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)
SOON = timedelta(days=3)
LATE, NEARLY, FAR = NOW, NOW + SOON, NOW + SOON + timedelta(seconds=1)


def gates(*states: str) -> dict[str, Gate]:
    return {str(place): Gate(str(place), state) for place, state in enumerate(states)}


@pytest.mark.parametrize(
    ("state", "due", "found"),
    [
        ("not_known", LATE, "overdue"),
        ("not_known", NEARLY, "due_soon"),
        ("not_known", FAR, "not_known"),
        ("not_known", None, "not_known"),
        ("under_way", LATE, "overdue"),
        ("under_way", NEARLY, "due_soon"),
        ("stopped", FAR, "stopped"),
        ("stopped", LATE, "stopped"),
        ("met", LATE, "met"),
        ("by_hand", LATE, "by_hand"),
        ("not_required", LATE, "not_required"),
    ],
)
def test_a_gate_by_its_deadline(state: str, due: datetime | None, found: str) -> None:
    assert judged(state, due, NOW, SOON) == found


@pytest.mark.parametrize(
    ("states", "found"),
    [
        (("met", "by_hand", "not_required"), "met"),
        (("met", "not_known"), "under_way"),
        (("not_required", "not_known"), "not_due"),
        (("not_due", "under_way"), "under_way"),
        (("met", "due_soon"), "due_soon"),
        (("due_soon", "overdue", "met"), "overdue"),
        (("overdue", "stopped"), "stopped"),
    ],
)
def test_the_colour_of_a_mission(states: tuple[str, ...], found: str) -> None:
    assert colour(gates(*states)) == found


@given(st.lists(st.sampled_from(WORST), min_size=1, max_size=len(GATES)))
def test_green_just_where_every_gate_is_passed(states: list[str]) -> None:
    assert (colour(gates(*states)) == "met") == (passed(gates(*states)) == len(states))


def test_what_nobody_set_is_not_known_and_not_passed() -> None:
    assert (set_state(""), "not_known" in PASSED, set_state("met")) == ("not_known", False, "by_hand")


def test_every_state_has_its_place() -> None:
    assert (len(set(WORST)), set(NEAR) | PASSED <= set(WORST)) == (len(WORST), True)


def test_what_moved_is_told_with_before_and_after() -> None:
    assert moved(gates("met", "not_known"), gates("met", "by_hand")) == (("1", "not_known", "by_hand"),)


@pytest.mark.parametrize(
    ("gate", "state", "why", "code"),
    [("rule", "met", "a call", "D201"), ("link", "green", "a call", "D202"), ("link", "met", " ", "D203")],
)
def test_what_is_not_set_by_hand(gate: str, state: str, why: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        check_set(gate, state, why)
    assert refused.value.code == code


def test_what_is_set_by_hand() -> None:
    for gate, state in product(("commission", "training", "list", "material", "link"), ("met", "stopped")):
        assert check_set(gate, state, "a call") is None
