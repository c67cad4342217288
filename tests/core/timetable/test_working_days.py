"""Working days of a place, against counting day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.timetable.working_days import DAY, WorkingDays, week_without

TABRIZ = WorkingDays("1111011")
BAKU = WorkingDays("1111100")
RIYADH = WorkingDays("1111001")
WEEKS = st.text("01", min_size=7, max_size=7).filter(lambda week: "1" in week)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))

CASES = {
    "Friday is no working day in Tabriz": (TABRIZ, date(2024, 1, 25), 1, date(2024, 1, 27)),
    "and is one in Baku": (BAKU, date(2024, 1, 25), 1, date(2024, 1, 26)),
    "Friday and Saturday rest in Riyadh": (RIYADH, date(2024, 1, 25), 1, date(2024, 1, 28)),
    "no day is the day itself": (TABRIZ, date(2024, 1, 26), 0, date(2024, 1, 26)),
    "a holiday is passed over": (
        WorkingDays("1111011", frozenset({date(2024, 1, 27)})), date(2024, 1, 25), 1, date(2024, 1, 28)
    ),
}  # fmt: skip


@pytest.mark.parametrize(("working", "day", "count", "found"), CASES.values(), ids=CASES.keys())
def test_the_working_day_after_a_day(working: WorkingDays, day: date, count: int, found: date) -> None:
    assert working.after(day, count) == found


@given(WEEKS, DAYS, st.integers(1, 30), st.frozensets(DAYS, max_size=3))
def test_work_ends_with_its_last_working_day(week: str, start: date, count: int, holidays: frozenset[date]) -> None:
    working = WorkingDays(week, holidays)
    end = working.end(start, count)
    days = [start + DAY * number for number in range((end - start).days + 1)]
    assert sum(working.works(day) for day in days) == count
    assert working.works(end)
    assert working.end(working.start(end, count), count) == end
    assert working.start(end, count) >= start


@given(WEEKS, DAYS, st.integers(-60, 60), st.frozensets(DAYS, max_size=3))
def test_days_between_are_those_counted_one_by_one(week: str, first: date, far: int, rest: frozenset[date]) -> None:
    working, last = WorkingDays(week, rest), first + timedelta(days=far)
    low, high = sorted((first, last))
    counted = sum(working.works(low + DAY * number) for number in range((high - low).days))
    assert working.between(first, last) == (counted if far >= 0 else -counted)


def test_a_place_where_nobody_works_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        WorkingDays("0000000").first(date(2024, 1, 1))
    assert refused.value.code == "T130"


def test_a_week_leaves_its_weekend_out() -> None:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    assert week_without(("friday",), names) == "1111011"
    assert week_without((), names) == "1111111"
