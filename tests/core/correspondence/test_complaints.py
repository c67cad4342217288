"""Complaints: the governing clock around the globe, instances, decisions, appeals; a table of described cases."""

from datetime import UTC, date, datetime

import pytest

from legation_core.correspondence import complaints
from legation_core.correspondence.complaints import State
from legation_core.problems import Refused

DAY = date(2024, 2, 7)
INSTANCES = ("district_commission", "central_commission", "court_of_appeal")
LOS_ANGELES, BAKU, SEOUL = "America/Los_Angeles", "Asia/Baku", "Asia/Seoul"


def refusal(do, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        do(*given, **named)
    return refused.value.code


DUES = {
    "Los Angeles at 18:30 of the day, the 8th in Baku": (
        datetime(2024, 2, 8, 2, 30, tzinfo=UTC), LOS_ANGELES, datetime(2024, 2, 8, 3, 30, tzinfo=UTC), True,
    ),
    "the same instant by the clock of home": (
        datetime(2024, 2, 8, 2, 30, tzinfo=UTC), BAKU, datetime(2024, 2, 11, 20, tzinfo=UTC), False,
    ),
    "the eve in Los Angeles, the day in Baku": (
        datetime(2024, 2, 7, 6, tzinfo=UTC), LOS_ANGELES, datetime(2024, 2, 10, 8, tzinfo=UTC), False,
    ),
    "Seoul on the morning of the day": (
        datetime(2024, 2, 6, 23, 30, tzinfo=UTC), SEOUL, datetime(2024, 2, 7, 0, 30, tzinfo=UTC), True,
    ),
    "weeks before, at home": (
        datetime(2024, 1, 23, 5, tzinfo=UTC), BAKU, datetime(2024, 1, 26, 20, tzinfo=UTC), False,
    ),
    "across the change of the clocks": (
        datetime(2024, 3, 8, 20, tzinfo=UTC), LOS_ANGELES, datetime(2024, 3, 12, 7, tzinfo=UTC), False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DUES.values(), ids=DUES)
def test_until_when_a_complaint_is_decided(case) -> None:
    moment, zone, at, at_once = case
    found = complaints.due(moment, zone, 3, {DAY})
    assert (found.at, found.zone, found.at_once) == (at, zone, at_once)


def test_whose_clock_governs() -> None:
    assert complaints.governing_zone("local", LOS_ANGELES, BAKU) == LOS_ANGELES
    assert complaints.governing_zone("home", LOS_ANGELES, BAKU) == BAKU
    assert complaints.governing_zone("local", "", BAKU) == BAKU


def test_an_appeal_ends_with_its_last_day() -> None:
    decided = datetime(2024, 2, 8, 3, tzinfo=UTC)
    assert complaints.appeal_until(decided, LOS_ANGELES, 3) == datetime(2024, 2, 11, 8, tzinfo=UTC)
    assert complaints.appeal_until(decided, BAKU, 3) == datetime(2024, 2, 11, 20, tzinfo=UTC)


LATE = {
    "the same day": (date(2024, 2, 7), False),
    "the third day after": (date(2024, 2, 4), False),
    "the fourth day after": (date(2024, 2, 3), True),
}


@pytest.mark.parametrize("case", LATE.values(), ids=LATE)
def test_filing_late(case) -> None:
    happened, late = case
    assert complaints.filed_late(happened, datetime(2024, 2, 8, 2, 30, tzinfo=UTC), LOS_ANGELES, 3) is late


def test_nobody_judges_their_own_act() -> None:
    assert [complaints.first_instance(one, INSTANCES) for one in ("station_commission", *INSTANCES[:2])] == [0, 1, 2]
    assert refusal(complaints.first_instance, "court_of_appeal", INSTANCES) == "K105"


def test_online_has_its_guard() -> None:
    complaints.check_online(59)
    assert refusal(complaints.check_online, 60) == "K110"


def test_a_decision_is_whole() -> None:
    whole = {"article": "art. 112", "text": "We find ...", "summary": "Refused: the station was open."}
    assert complaints.decided(State.HEARING, **whole) is State.DECIDED
    for missing in whole:
        assert refusal(complaints.decided, State.LODGED, **(whole | {missing: " "})) == "K106"
    assert refusal(complaints.decided, State.DECIDED, **whole) == "K101"


def test_a_hearing_is_still_to_come() -> None:
    now = datetime(2024, 2, 8, tzinfo=UTC)
    assert complaints.heard(State.LODGED, datetime(2024, 2, 9, tzinfo=UTC), now) is State.HEARING
    assert refusal(complaints.heard, State.LODGED, now, now) == "K107"


def test_appeals_go_up_to_the_court() -> None:
    assert complaints.appealed(State.DECIDED, 0, INSTANCES, "wrong") == 1
    assert complaints.appealed(State.DECIDED, 1, INSTANCES, "wrong") == 2
    assert refusal(complaints.appealed, State.DECIDED, 2, INSTANCES, "wrong") == "K105"
    assert refusal(complaints.appealed, State.DECIDED, 0, INSTANCES, " ") == "K108"
    assert refusal(complaints.appealed, State.LODGED, 0, INSTANCES, "wrong") == "K101"
