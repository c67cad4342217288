"""How often signing in may be tried."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.access.limits import PERSON_AT_ADDRESS, Limit, free_again, longest

NOW = datetime(2024, 2, 7, 7, 40, tzinfo=UTC)
THREE = Limit(3, timedelta(minutes=10))


@pytest.mark.parametrize(
    ("minutes_ago", "free_in"),
    [
        ((), None),
        ((1, 2), None),
        ((1, 2, 3), 7),
        ((3, 1, 2), 7),
        ((1, 2, 10), None),
        ((1, 2, 3, 4), 7),
        ((0, 0, 0), 10),
        ((10, 10, 10), None),
    ],
)
def test_free_again(minutes_ago: tuple[int, ...], free_in: int | None) -> None:
    failures = [NOW - timedelta(minutes=ago) for ago in minutes_ago]
    expected = None if free_in is None else NOW + timedelta(minutes=free_in)
    assert free_again(failures, THREE, NOW) == expected


def test_longest() -> None:
    assert (longest(None, None), longest(None, NOW), longest(NOW, NOW + THREE.window)) == (
        None,
        NOW,
        NOW + THREE.window,
    )


@given(st.lists(st.integers(0, 7200), max_size=40))
def test_at_the_instant_named_one_more_try_is_taken(seconds_ago: list[int]) -> None:
    failures = [NOW - timedelta(seconds=ago) for ago in seconds_ago]
    until = free_again(failures, PERSON_AT_ADDRESS, NOW)
    if until is not None:
        assert NOW < until <= NOW + PERSON_AT_ADDRESS.window
        assert free_again(failures, PERSON_AT_ADDRESS, until) is None


@given(st.lists(st.integers(0, 7200), max_size=40), st.integers(0, 7200))
def test_a_further_failure_never_frees(seconds_ago: list[int], more: int) -> None:
    failures = [NOW - timedelta(seconds=ago) for ago in seconds_ago]
    before = free_again(failures, PERSON_AT_ADDRESS, NOW)
    after = free_again([*failures, NOW - timedelta(seconds=more)], PERSON_AT_ADDRESS, NOW)
    assert before is None or (after is not None and after >= before)
