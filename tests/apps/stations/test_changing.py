"""Changes carry reason and date, what was before stays visible; a closed station stays closed."""

from datetime import date, time

import pytest

from legation.base.actors import OutOfScope
from legation.plan import queries as plan
from legation.stations import actions, queries
from legation.stations.convert import StationValue
from legation_core.problems import Refused
from tests.apps.stations.conftest import AT, HOLDS_FROM
from tests.by_two import by_two

CHANGES = {
    "address": (actions.change_address, {"address": "12 Bahar Street"}),
    "name": (actions.change_name, {"language": "en", "name": "Hall of the consulate"}),
    "hours": (actions.change_hours, {"day": 0, "opens": time(9), "closes": time(20)}),
}


def station(code) -> StationValue:
    return queries.station(plan.election("az2024"), code)


def told(code) -> list[tuple]:
    return [
        (one.field, one.before, one.after, one.reason, one.effective_on) for one in queries.changes(station(code).id)
    ]


def test_each_change_keeps_what_was_before_its_reason_and_date(db, change) -> None:
    for action, facts in CHANGES.values():
        change(action, "cora", "tabriz", **facts)
    assert told("tabriz") == [
        ("hours", "2024-02-07 08:00-19:00", "2024-02-07 09:00-20:00", "a larger hall", HOLDS_FROM),
        ("name", "", "Hall of the consulate", "a larger hall", HOLDS_FROM),
        ("address", "", "12 Bahar Street", "a larger hall", HOLDS_FROM),
    ]
    found = station("tabriz")
    assert (found.address, found.address_basis, str(found.names)) == (
        "12 Bahar Street", "decided", "Hall of the consulate",
    )  # fmt: skip
    assert (found.opens.isoformat(), found.closes.isoformat()) == (
        "2024-02-07T05:30:00+00:00", "2024-02-07T16:30:00+00:00",
    )  # fmt: skip


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize(("who", "code"), [("ana", "A002"), ("ben", "A002"), ("fara", "A002"), ("gus", "A001")])
def test_only_the_body_of_the_lawbook_changes(db, change, field, who, code) -> None:
    action, facts = CHANGES[field]
    with pytest.raises(Refused) as refused:
        change(action, who, "tabriz", **facts)
    assert refused.value.code == code


@pytest.mark.parametrize("field", CHANGES)
def test_a_station_of_another_mission_is_not_there(db, change, field) -> None:
    action, facts = CHANGES[field]
    with pytest.raises(OutOfScope):
        change(action, "head-rome", "tabriz", **facts)


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_needs_a_reason_and_must_change_something(db, change, field) -> None:
    action, facts = CHANGES[field]
    with pytest.raises(Refused) as refused:
        change(action, "cora", "tabriz", **facts, reason="  ")
    assert refused.value.code == "A054"
    change(action, "cora", "tabriz", **facts)
    with pytest.raises(Refused) as refused:
        change(action, "cora", "tabriz", **facts)
    assert refused.value.code == "A053"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"day": 0, "opens": time(19), "closes": time(8)}, "A055"),
        ({"day": 0, "opens": time(8), "closes": time(8)}, "A055"),
        ({"day": 1, "opens": time(8), "closes": time(19)}, "A057"),
    ],
)
def test_hours_close_after_they_open_and_lie_on_a_voting_day(db, change, facts, code) -> None:
    with pytest.raises(Refused) as refused:
        change(actions.change_hours, "cora", "tabriz", **facts)
    assert refused.value.code == code


def test_a_new_name_is_found(db, change) -> None:
    change(actions.change_name, "cora", "tabriz", language="az", name="Ərk qalası")
    assert "erk qalasi" in station("tabriz").sorting


def test_a_moved_station_loses_its_number_and_waits_for_one(db, change, person) -> None:
    change(actions.change_district, "ana", "tabriz", district="16")
    found = station("tabriz")
    assert (found.state, found.district, found.number) == ("attached", "16", None)
    assert [one[:3] for one in told("tabriz")] == [("district", "17", "16")]
    actions.number_station(election="az2024", station="tabriz", number=91, by=person("chair-16"), at=AT)
    assert (station("tabriz").state, station("tabriz").number) == ("numbered", 91)


@pytest.mark.parametrize(
    ("who", "district", "code"), [("ben", "16", "A002"), ("ana", "17", "A053"), ("ana", "99", "A052")]
)
def test_moving_is_the_commissions_and_goes_to_another_district_that_carries_stations(
    db, change, who, district, code
) -> None:
    with pytest.raises(Refused) as refused:
        change(actions.change_district, who, "tabriz", district=district)
    assert refused.value.code == code


def test_what_has_no_district_is_attached_not_moved(fresh, change) -> None:
    with pytest.raises(Refused) as refused:
        change(actions.change_district, "ana", fresh(), district="16")
    assert refused.value.code == "A050"


def test_closing_needs_a_reason(db, person) -> None:
    with pytest.raises(Refused) as refused:
        by_two(actions.close_station, election="az2024", station="tabriz", reason=" ", by=person("cora"), at=AT)
    assert refused.value.code == "A054"


def test_a_closed_station_leaves_the_lists_and_keeps_its_number(db, person) -> None:
    by_two(
        actions.close_station,
        election="az2024",
        station="kars",
        reason="the host withdrew",
        by=person("head-kars"),
        at=AT,
    )
    value = plan.election("az2024")
    assert (station("kars").state, station("kars").number, station("kars").close_reason) == (
        "closed", 55, "the host withdrew",
    )  # fmt: skip
    assert len(queries.stations(value)) == 48
    assert len(queries.stations(value, closed=True)) == 49
    assert 55 in queries.numbers_taken("az2024", "17")


@pytest.mark.parametrize("field", CHANGES)
def test_a_closed_station_is_not_changed(db, person, change, field) -> None:
    by_two(
        actions.close_station, election="az2024", station="tabriz", reason="the hall burnt", by=person("cora"), at=AT
    )
    action, facts = CHANGES[field]
    with pytest.raises(Refused) as refused:
        change(action, "cora", "tabriz", **facts)
    assert refused.value.code == "A050"


def test_what_is_closed_is_not_closed_again(db, person) -> None:
    by_two(
        actions.close_station, election="az2024", station="tabriz", reason="the hall burnt", by=person("cora"), at=AT
    )
    with pytest.raises(Refused) as refused:
        by_two(actions.close_station, election="az2024", station="tabriz", reason="again", by=person("cora"), at=AT)
    assert refused.value.code == "A050"


def test_a_station_without_a_name_of_its_own_has_the_missions(db) -> None:
    assert (station("tabriz").names, date(2024, 2, 7)) == ({}, station("tabriz").openings[0].day)
