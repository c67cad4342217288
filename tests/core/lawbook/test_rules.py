"""The rules in force on a day: both ends of a span belong to it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.rules import rules_on
from legation_core.problems import Refused
from tests.core.lawbook import ruritania

BOOK = ruritania.book()
MAXIMUM = {
    "first day of the lawbook": (date(2020, 1, 1), 400),
    "last day of the first reading": (date(2024, 12, 31), 400),
    "first day of the second reading": (date(2025, 1, 1), 500),
    "far ahead": (date(2199, 1, 1), 500),
}


@pytest.mark.parametrize(("day", "value"), MAXIMUM.values(), ids=MAXIMUM.keys())
def test_a_limit_is_that_of_the_day(day: date, value: int) -> None:
    maximum = BOOK.on(day).establishment.maximum_per_station

    assert maximum is not None
    assert maximum.value == value


def test_before_its_first_day_the_lawbook_does_not_answer() -> None:
    with pytest.raises(Refused) as refused:
        BOOK.on(date(2019, 12, 31))

    assert refused.value.code == "L090"
    assert refused.value.problem.facts == {"day": "2019-12-31", "start": "2020-01-01", "end": "..."}


def test_what_ended_leaves_nothing() -> None:
    book = ruritania.edited(("[[limits.snow_days]]\n", "[[limits.snow_days]]\nto = 2022-06-30\n"))

    assert "snow_days" in book.on(date(2022, 6, 30)).limits
    assert "snow_days" not in book.on(date(2022, 7, 1)).limits


def test_a_competence_may_pass_from_one_body_to_another() -> None:
    act = 'act = "number_station"\nbody = "chancellery"\nafter = ["attach_station"]\nsource = "Charter, art. 34"\n'
    after = act.replace("chancellery", "canton_board").replace("art. 34", "art. 34 new") + "from = 2023-01-01\n"
    book = ruritania.edited((act, f"{act}to = 2022-12-31\n\n[[competences]]\n{after}"))

    bodies = [book.on(day).competences["number_station"].body for day in (date(2022, 12, 31), date(2023, 1, 1))]

    assert bodies == ["chancellery", "canton_board"]


def test_voting_days_stand_in_order_however_they_are_written() -> None:
    book = ruritania.edited(("day = -1\n", "day = 9\n"), ("day = 0\n", "day = -1\n"), ("day = 9\n", "day = 0\n"))

    assert [hours.day for hours in book.on(date(2025, 3, 9)).hours] == [-1, 0]


@given(st.dates(min_value=date(2020, 1, 1)))
def test_on_every_day_all_that_an_election_needs_is_in_force(day: date) -> None:
    rules = rules_on(BOOK, day)

    assert rules.day == day
    assert [contest.key for contest in rules.contests_abroad] == ["diet", "question"]
    assert {"create_station", "attach_station", "number_station"} <= set(rules.competences)
    assert rules.establishment.maximum_per_station is not None
