"""Until when an answer is due: counted in the asker's working hours, tighter as the day nears."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.correspondence.clock import begins, due, step_of
from legation_core.lawbook.model import InquiryTerm
from legation_core.timetable.working import Office, between

DAY = date(2024, 2, 7)
TABRIZ = Office("Asia/Tehran", "1111011")
LOS_ANGELES = Office("America/Los_Angeles", holidays=frozenset({date(2024, 1, 15)}))
BEIJING = Office("Asia/Shanghai")


def term(key: str, days: int, hours: int, clock: str = "working", urgency: str = "ordinary") -> InquiryTerm:
    return InquiryTerm(source="assumed", key=key, urgency=urgency, days=days, hours=hours, clock=clock)


TERMS = (
    term("far", -120, 24), term("near", -14, 8), term("week", -3, 12, "round"), term("day", 0, 2, "round"),
    term("urgent", -120, 4, urgency="urgent"),
)  # fmt: skip


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


CASES = {
    "far from the day: 24 working hours": (BEIJING, utc(2024, 1, 9, 1), utc(2024, 1, 11, 7), "far"),
    "asked on Friday in Tabriz": (TABRIZ, utc(2024, 1, 5, 6), utc(2024, 1, 8, 11, 30), "far"),
    "over a holiday and a weekend": (LOS_ANGELES, utc(2024, 1, 12, 17), utc(2024, 1, 17, 23), "far"),
    "a nearer term begins meanwhile and shortens it": (BEIJING, utc(2024, 1, 23, 8), utc(2024, 1, 24, 9), "near"),
    "near the day: 8 working hours": (BEIJING, utc(2024, 1, 30, 1), utc(2024, 1, 30, 9), "near"),
    "the last days: round the clock": (BEIJING, utc(2024, 2, 4, 1), utc(2024, 2, 4, 13), "week"),
    "on the day: two hours": (LOS_ANGELES, utc(2024, 2, 7, 20), utc(2024, 2, 7, 22), "day"),
    "the evening before": (LOS_ANGELES, utc(2024, 2, 7, 6), utc(2024, 2, 7, 10), "day"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_due(case) -> None:
    office, asked, expected, key = case
    found = due(asked, urgency="ordinary", terms=TERMS, election_day=DAY, office=office)
    assert (found.at, found.term.key) == (expected, key)


def test_an_urgency_without_a_term_has_no_due_instant() -> None:
    assert due(utc(2024, 1, 9), urgency="never", terms=TERMS, election_day=DAY, office=BEIJING) is None


def test_a_term_begins_by_the_askers_clock() -> None:
    assert begins(TERMS[3], DAY, "America/Los_Angeles") == utc(2024, 2, 7, 8)


@given(
    office=st.sampled_from([TABRIZ, LOS_ANGELES, BEIJING]),
    asked=st.datetimes(datetime(2023, 12, 8), datetime(2024, 2, 8), timezones=st.just(UTC)),
    later=st.timedeltas(timedelta(0), timedelta(days=20)),
)
def test_who_asks_later_is_answered_no_earlier_and_never_after_the_first_term(office, asked, later) -> None:
    facts = {"urgency": "ordinary", "terms": TERMS, "election_day": DAY, "office": office}
    first, second = due(asked, **facts), due(asked + later, **facts)
    assert first.at <= second.at
    assert between(office, asked, first.at) <= 24 * 60


STEPS = {
    "fresh": (timedelta(hours=1), 0),
    "three quarters gone": (timedelta(hours=6), 1),
    "due": (timedelta(hours=8), 2),
    "as late again": (timedelta(hours=16), 3),
}


@pytest.mark.parametrize("case", STEPS.values(), ids=STEPS)
def test_how_loudly_it_is_called_to_mind(case) -> None:
    passed, step = case
    asked = utc(2024, 2, 1, 6)
    assert step_of(asked + timedelta(hours=8), asked, asked + passed) == step


def test_a_day_late_is_enough_to_tell_both_headquarters() -> None:
    asked = utc(2024, 1, 1)
    assert step_of(utc(2024, 1, 11), asked, utc(2024, 1, 12)) == 3
