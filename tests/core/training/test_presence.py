"""Minutes of attendance from joins and leaves as servers tell them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.training.presence import Event, attended, minutes_present

START = datetime(2024, 1, 23, 8, tzinfo=UTC)
END = START + timedelta(minutes=90)


def joins(minute: int, connection: str = "a", person: str = "p") -> Event:
    return Event(person, connection, joined=True, at=START + timedelta(minutes=minute))


def leaves(minute: int, connection: str = "a", person: str = "p") -> Event:
    return Event(person, connection, joined=False, at=START + timedelta(minutes=minute))


@pytest.mark.parametrize(
    ("events", "minutes"),
    [
        ([joins(0), leaves(90)], 90),
        ([joins(-30), leaves(200)], 90),
        ([joins(10)], 80),
        ([leaves(10)], 0),
        ([joins(0), leaves(30), joins(60), leaves(90)], 60),
        ([joins(0), leaves(40), joins(20, "b"), leaves(60, "b")], 60),
        ([joins(0), joins(0), leaves(30), leaves(30)], 30),
        ([leaves(30), joins(0)], 30),
        ([joins(100), leaves(120)], 0),
        ([joins(0), joins(5), leaves(20)], 20),
    ],
)
def test_minutes(events, minutes) -> None:
    assert minutes_present(events, START, END) == {"p": minutes}


told = (st.integers(-20, 120), st.sampled_from(("a", "b")), st.sampled_from(("p", "q")))
events = st.lists(st.builds(joins, *told) | st.builds(leaves, *told), max_size=12)


@given(events, st.randoms())
def test_order_and_repetition_change_nothing(happened, shuffled) -> None:
    again = happened * 2
    shuffled.shuffle(again)
    assert minutes_present(again, START, END) == minutes_present(happened, START, END)


@given(events)
def test_never_more_than_the_session(happened) -> None:
    assert all(0 <= minutes <= 90 for minutes in minutes_present(happened, START, END).values())


@pytest.mark.parametrize(("minutes", "enough"), [(72, True), (71, False), (90, True), (0, False)])
def test_four_fifths_are_enough(minutes, enough) -> None:
    assert attended(minutes, 90, 80) is enough
