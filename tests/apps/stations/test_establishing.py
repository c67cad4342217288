"""Create, submit, attach, number: who may, in which state, and what the rule of establishment says."""

from datetime import UTC, date, datetime

import pytest

from legation.base.actors import OutOfScope
from legation.integrity import queries as log
from legation.missions import actions as missions
from legation.plan import queries as plan
from legation.stations import actions, queries
from legation.stations.convert import StationValue
from legation.stations.models import Station
from legation_core.problems import Refused
from tests.apps.stations.conftest import AT
from tests.by_two import by_two


def refusal(action, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(election="az2024", at=AT, **named)
    return refused.value.code


def station(code) -> StationValue:
    return queries.station(plan.election("az2024"), code)


def test_the_way_of_a_station_from_its_creation_to_its_number(attached, person) -> None:
    actions.number_station(election="az2024", station=attached, number=90, by=person("fara"), at=AT)
    found = station(attached)
    assert (found.state, found.district, found.number, found.district_basis, found.number_basis) == (
        "numbered", "17", 90, "decided", "decided",
    )  # fmt: skip
    own = log.records(jurisdiction="AZ", election="az2024", subject=f"station:{attached}").records
    assert [(one.kind, one.body) for one in reversed(own)] == [
        ("station_created", "head_of_mission"),
        ("station_submitted", "ministry"),
        ("station_attached", "central_commission"),
        ("station_numbered", "district_commission"),
    ]


@pytest.mark.parametrize(("who", "code"), [("ana", "A002"), ("ben", "A002"), ("eli", "A001"), ("gus", "A001")], ids=str)
def test_only_the_head_of_a_mission_creates(db, person, who, code) -> None:
    assert refusal(actions.create_station, mission="tabriz", by=person(who)) == code


@pytest.mark.parametrize("who", ["head-rome", "fara", "dan"])
def test_a_mission_of_others_is_not_there(db, person, who) -> None:
    with pytest.raises(OutOfScope):
        actions.create_station(election="az2024", mission="tabriz", by=person(who), at=AT)


def test_the_rule_gives_so_many_stations_and_no_more(db, person) -> None:
    assert refusal(actions.create_station, mission="tabriz", by=person("cora")) == "A044"


@pytest.mark.parametrize(("registered", "answer"), [(50, "A043"), (51, "tabriz-2")])
def test_a_station_needs_more_than_fifty_voters(fresh, person, registered, answer) -> None:
    fresh()
    by_two(
        actions.close_station, election="az2024", station="tabriz-2", reason="for the test", by=person("cora"), at=AT
    )
    missions.report_voters(
        election="az2024", mission="tabriz", ground="resident_abroad", count=registered, as_of=date(2024, 1, 20),
        source="consular register", by=person("cora"), at=AT,
    )  # fmt: skip
    if answer == "A043":
        assert refusal(actions.create_station, mission="tabriz", by=person("cora")) == answer
    else:
        assert actions.create_station(election="az2024", mission="tabriz", by=person("cora"), at=AT) == "tabriz-3"


def test_a_page_sent_twice_creates_one_station(fresh, person) -> None:
    fresh()
    by_two(
        actions.close_station, election="az2024", station="tabriz-2", reason="for the test", by=person("cora"), at=AT
    )
    actions.create_station(election="az2024", mission="tabriz", by=person("cora"), at=AT, seen=2)
    assert refusal(actions.create_station, mission="tabriz", by=person("cora"), seen=2) == "A064"


@pytest.mark.parametrize(
    ("wanted", "code"), [("Tabriz 2", "A047"), ("tabriz/2", "A047"), ("rome", "A062"), ("-", "A047")]
)
def test_a_code_is_plain_and_free(fresh, person, wanted, code) -> None:
    fresh()
    by_two(
        actions.close_station, election="az2024", station="tabriz-2", reason="for the test", by=person("cora"), at=AT
    )
    assert refusal(actions.create_station, mission="tabriz", code=wanted, by=person("cora")) == code


def test_codes_made_from_the_mission_pass_over_those_taken(fresh, person) -> None:
    fresh()
    Station.objects.filter(election="az2024", code="rome").update(code="tabriz-3")
    by_two(
        actions.close_station, election="az2024", station="tabriz-2", reason="for the test", by=person("cora"), at=AT
    )
    assert actions.create_station(election="az2024", mission="tabriz", by=person("cora"), at=AT) == "tabriz-4"


@pytest.mark.parametrize(
    ("act", "who", "code"),
    [
        ("submit_district", "ana", "A001"),
        ("submit_district", "cora", "A001"),
        ("attach_station", "ben", "A002"),
        ("attach_station", "cora", "A001"),
        ("attach_station", "ana", "A004"),
    ],
)
def test_districts_are_submitted_by_the_ministry_and_decided_by_the_commission(fresh, person, act, who, code) -> None:
    created = fresh()
    assert refusal(getattr(actions, act), station=created, district="17", by=person(who)) == code


def test_a_district_is_submitted_once_and_attached_as_submitted(fresh, person) -> None:
    created = fresh()
    actions.submit_district(election="az2024", station=created, district="17", by=person("ben"), at=AT)
    assert refusal(actions.submit_district, station=created, district="17", by=person("ben")) == "A006"
    assert refusal(actions.attach_station, station=created, district="16", by=person("ana")) == "A056"
    assert refusal(actions.attach_station, station=created, district="99", by=person("ana")) == "A052"


def test_what_is_attached_is_neither_submitted_nor_attached_again(attached, person) -> None:
    assert refusal(actions.submit_district, station=attached, district="16", by=person("ben")) == "A050"
    assert refusal(actions.attach_station, station=attached, district="17", by=person("ana")) == "A050"


def test_a_number_waits_for_the_district(fresh, person) -> None:
    created = fresh()
    with pytest.raises(OutOfScope):
        actions.number_station(election="az2024", station=created, number=90, by=person("fara"), at=AT)


@pytest.mark.parametrize(("who", "code"), [("ana", "A002"), ("ben", "A002"), ("cora", "A001")])
def test_only_the_district_commission_numbers(attached, person, who, code) -> None:
    assert refusal(actions.number_station, station=attached, number=90, by=person(who)) == code


def test_another_district_does_not_see_the_station(attached, person) -> None:
    with pytest.raises(OutOfScope):
        actions.number_station(election="az2024", station=attached, number=90, by=person("chair-16"), at=AT)


def test_a_taken_number_is_refused_and_the_next_free_one_named(attached, person) -> None:
    with pytest.raises(Refused) as refused:
        actions.number_station(election="az2024", station=attached, number=55, by=person("fara"), at=AT)
    assert (refused.value.code, refused.value.problem.facts["holder"]) == ("A051", "kars")
    assert refused.value.problem.facts["free"] == 56


def test_several_are_submitted_and_attached_all_or_none(fresh, person) -> None:
    first, second = fresh(), fresh("kars", "head-kars")
    pairs = [(first, "17"), (second, "99")]
    assert refusal(actions.submit_districts, pairs=pairs, by=person("ben")) == "A052"
    assert [station(one).submitted_district for one in (first, second)] == ["", ""]
    actions.submit_districts(election="az2024", pairs=[(first, "17"), (second, "17")], by=person("ben"), at=AT)
    assert refusal(actions.attach_stations, pairs=[(first, "17"), (second, "16")], by=person("ana")) == "A056"
    actions.attach_stations(election="az2024", pairs=[(first, "17"), (second, "17")], by=person("ana"), at=AT)
    assert [station(one).state for one in (first, second)] == ["attached", "attached"]


def test_an_act_refused_leaves_no_record(db, person) -> None:
    before = log.size()
    refusal(actions.create_station, mission="tabriz", by=person("cora"))
    assert log.size() == before


def test_the_instant_of_an_act_is_the_one_given(fresh) -> None:
    assert station(fresh()).created_at == datetime(2024, 1, 23, 5, tzinfo=UTC)
