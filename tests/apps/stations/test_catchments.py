"""Who serves each country: by a mission or by none with a reason, by the body that the lawbook names."""

import pytest

from legation.plan import queries as plan
from legation.stations import actions, queries
from legation.stations.convert import CatchmentValue
from legation_core.problems import Refused
from tests.apps.stations.conftest import AT


def part(country="SM", region="", mission="", reason="", basis="decided") -> CatchmentValue:
    return CatchmentValue(country, region, mission, reason, basis)


def of(country) -> list[CatchmentValue]:
    return [one for one in queries.catchments(plan.election("az2024")) if one.country == country]


def test_a_country_goes_to_another_mission(db, person) -> None:
    actions.set_catchment(election="az2024", part=part(mission="vienna"), by=person("ben"), at=AT)
    assert of("SM") == [part(mission="vienna")]


def test_a_country_is_served_by_none_with_a_reason(db, person) -> None:
    actions.set_catchment(election="az2024", part=part(reason="  voters are few "), by=person("ben"), at=AT)
    assert of("SM") == [part(reason="voters are few")]


def test_a_whole_country_replaces_its_regions_and_a_region_the_whole(db, person) -> None:
    assert len(of("GE")) == 2
    actions.set_catchment(election="az2024", part=part("GE", mission="tbilisi"), by=person("ben"), at=AT)
    assert of("GE") == [part("GE", mission="tbilisi")]
    for region in ("north", "south"):
        actions.set_catchment(election="az2024", part=part("GE", region, mission="batumi"), by=person("ben"), at=AT)
    assert of("GE") == [part("GE", region, mission="batumi") for region in ("north", "south")]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (part("XX", mission="rome"), "A058"),
        (part("sm", mission="rome"), "A058"),
        (part(mission="atlantis"), "A040"),
        (part(mission="rome", reason="and a reason"), "A059"),
        (part(), "A059"),
        (part(reason="  "), "A059"),
    ],
)
def test_what_is_no_country_no_mission_or_no_answer_is_refused(db, person, wrong, code) -> None:
    with pytest.raises(Refused) as refused:
        actions.set_catchment(election="az2024", part=wrong, by=person("ben"), at=AT)
    assert refused.value.code == code


def test_saying_the_same_again_is_refused(db, person) -> None:
    [stands] = of("SM")
    with pytest.raises(Refused) as refused:
        actions.set_catchment(election="az2024", part=stands, by=person("ben"), at=AT)
    assert refused.value.code == "A053"


@pytest.mark.parametrize(("who", "code"), [("ana", "A002"), ("gus", "A001")])
def test_only_the_body_of_the_lawbook_says_it(db, person, who, code) -> None:
    with pytest.raises(Refused) as refused:
        actions.set_catchment(election="az2024", part=part(mission="vienna"), by=person(who), at=AT)
    assert refused.value.code == code


def test_the_world_at_once_replaces_what_was_before(db, person) -> None:
    parts = (part("DE", mission="berlin"), part("SM", mission="rome"))
    actions.set_catchments(election="az2024", parts=parts, by=person("ben"), at=AT)
    assert queries.catchments(plan.election("az2024")) == parts


def test_a_country_named_twice_is_refused_and_nothing_replaced(db, person) -> None:
    before = queries.catchments(plan.election("az2024"))
    with pytest.raises(Refused) as refused:
        actions.set_catchments(
            election="az2024", parts=(part(mission="rome"), part(mission="vienna")), by=person("ben"), at=AT
        )
    assert refused.value.code == "A063"
    assert queries.catchments(plan.election("az2024")) == before


def test_the_published_catchments_have_no_gap_and_no_overlap(db) -> None:
    value = plan.election("az2024")
    assert queries.catchment_findings(value, queries.catchments(value), queries.stations(value)) == []


def test_a_gap_is_named_by_its_country(db, person) -> None:
    value = plan.election("az2024")
    parts = tuple(one for one in queries.catchments(value) if one.country != "MT")
    found = queries.catchment_findings(value, parts, queries.stations(value))
    assert [(one.code, one.where) for one in found] == [("N206", "MT")]
