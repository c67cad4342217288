"""The rota of duty: the hours of az2024, hours that nobody fills, people twice at a time, days without an end."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.duty.rota import Finding, Shift, Span, check_shift, findings, on_duty, relief, turns, unfilled
from legation_core.problems import Refused

START = datetime(2024, 2, 6, 23, tzinfo=UTC)
WHOLE = Span(START, START + timedelta(hours=28))


def hour(number: float) -> datetime:
    return START + timedelta(hours=number)


def shift(code: str, starts: float, ends: float, member: str = "", body: str = "ministry") -> Shift:
    return Shift(hour(starts), hour(ends), code, body, member or code)


def span(starts: float, ends: float) -> Span:
    return Span(hour(starts), hour(ends))


def test_the_hours_of_2024_are_twenty_eight() -> None:
    assert WHOLE.hours == 28


@pytest.mark.parametrize(
    ("case", "shifts", "gaps"),
    [
        ("nobody", [], [(0, 28)]),
        ("whole", [shift("a", 0, 28)], []),
        ("in turns", [shift("a", 0, 8), shift("b", 8, 16), shift("c", 16, 28)], []),
        ("longer than asked", [shift("a", -2, 14), shift("b", 14, 30)], []),
        ("a gap between", [shift("a", 0, 8), shift("b", 9.5, 28)], [(8, 9.5)]),
        ("late and early", [shift("a", 1, 27)], [(0, 1), (27, 28)]),
        ("a short one inside a long one", [shift("a", 0, 20), shift("b", 2, 4)], [(20, 28)]),
        ("all of it outside", [shift("a", -9, -1), shift("b", 29, 30)], [(0, 28)]),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_hours_that_nobody_fills(case: str, shifts: list[Shift], gaps: list[tuple[float, float]]) -> None:
    assert unfilled(shifts, WHOLE) == tuple(span(*gap) for gap in gaps)


def test_one_person_twice_at_a_time() -> None:
    shifts = [shift("a", 0, 10, "mina"), shift("b", 8, 18, "mina"), shift("c", 18, 28, "ben")]
    assert findings(shifts, WHOLE, ["ministry"]) == (
        Finding(span(0, 18), "long", "ministry", "mina", ("a", "b")),
        Finding(span(8, 10), "double", "ministry", "mina", ("a", "b")),
    )


def test_shifts_that_touch_are_one_without_a_break() -> None:
    shifts = [shift("a", 0, 8, "mina"), shift("b", 8, 16, "mina"), shift("c", 17, 28, "mina")]
    assert findings(shifts, None, ["ministry"]) == (Finding(span(0, 16), "long", "ministry", "mina", ("a", "b")),)


def test_each_institution_fills_its_own_hours() -> None:
    shifts = [shift("a", 0, 12), shift("b", 12, 24), shift("c", 0, 12, body="commission")]
    assert [(one.kind, one.body, one.span) for one in findings(shifts, WHOLE, ["ministry", "commission"])] == [
        ("unfilled", "commission", span(12, 28)),
        ("unfilled", "ministry", span(24, 28)),
    ]


def test_who_is_there_and_who_takes_over() -> None:
    first, long, second, other = (
        shift("a", 0, 8), shift("b", 4, 12), shift("c", 8, 16), shift("d", 8, 16, body="commission"),
    )  # fmt: skip
    everybody = [second, other, long, first]
    assert [one.code for one in on_duty(everybody, hour(4))] == ["a", "b"]
    assert [one.code for one in relief(everybody, first)] == ["b", "c"]
    assert relief(everybody, second) == ()


def test_turns_fill_the_hours_in_order() -> None:
    assert turns(WHOLE, timedelta(hours=8), ["a", "b", "c"]) == (
        ("a", span(0, 8)), ("b", span(8, 16)), ("c", span(16, 24)), ("a", span(24, 28)),
    )  # fmt: skip


@pytest.mark.parametrize(("length", "members", "code"), [(0, ["a"], "D101"), (8, [], "D102")])
def test_turns_that_cannot_be(length: int, members: list[str], code: str) -> None:
    with pytest.raises(Refused) as refused:
        turns(WHOLE, timedelta(hours=length), members)
    assert refused.value.code == code


def test_a_shift_ends_after_it_begins() -> None:
    with pytest.raises(Refused) as refused:
        check_shift(hour(3), hour(3))
    assert refused.value.code == "D101"


@given(st.lists(st.tuples(st.integers(-3, 30), st.integers(1, 12)), max_size=8))
def test_an_hour_is_unfilled_just_when_nobody_is_there(drawn: list[tuple[int, int]]) -> None:
    shifts = [shift(str(place), start, start + length) for place, (start, length) in enumerate(drawn)]
    gaps = unfilled(shifts, WHOLE)
    for number in range(28):
        empty = any(gap.starts <= hour(number) < gap.ends for gap in gaps)
        assert empty == (on_duty(shifts, hour(number)) == ())


@given(st.integers(1, 40), st.integers(1, 5))
def test_turns_never_leave_a_gap(length: int, people: int) -> None:
    drawn = turns(WHOLE, timedelta(hours=length), [str(number) for number in range(people)])
    shifts = [Shift(one.starts, one.ends, str(place), "ministry", who) for place, (who, one) in enumerate(drawn)]
    assert unfilled(shifts, WHOLE) == ()
