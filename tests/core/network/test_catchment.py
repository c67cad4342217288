"""Every country and territory is served by one station, or by none with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.network.catchment import Claim, Unserved, catchment_problems, served_by
from legation_core.network.countries import COUNTRIES
from legation_core.problems import Problem
from legation_core.values import CountryCode

AZ, IT, MT, TR, US = map(CountryCode, ("AZ", "IT", "MT", "TR", "US"))
WORLD = (AZ, IT, MT, TR, US)
REGIONS = {TR: ("Kars", "Marmara"), US: ("East", "West")}
REASON = "no relations"


def claim(country: str, station: str, region: str = "", mission: str = "") -> Claim:
    return Claim(country=CountryCode(country), region=region, station=station, mission=mission)


def none_serves(country: str, region: str = "", reason: str = REASON) -> Unserved:
    return Unserved(country=CountryCode(country), region=region, reason=reason)


WHOLE = (
    claim("IT", "Rome"),
    claim("MT", "Rome"),
    claim("TR", "Kars", "Kars"),
    claim("TR", "Istanbul 53", "Marmara", "Istanbul"),
    claim("TR", "Istanbul 54", "Marmara", "Istanbul"),
    none_serves("US"),
)


def problems_of(*given: Claim | Unserved) -> list[Problem]:
    claims = [one for one in given if isinstance(one, Claim)]
    unserved = [one for one in given if isinstance(one, Unserved)]
    return catchment_problems(claims, unserved, REGIONS, AZ, WORLD)


def test_catchments_that_are_whole_have_no_problems() -> None:
    assert problems_of(*WHOLE) == []


@pytest.mark.parametrize(
    ("case", "added", "problem"),
    [
        ("unknown country", claim("XX", "Rome"), Problem("N201", "XX", {"country": "XX"})),
        ("unknown unserved country", none_serves("UK"), Problem("N201", "UK", {"country": "UK"})),
        ("home country", claim("AZ", "Rome"), Problem("N202", "AZ", {"country": "AZ"})),
        ("overlap", claim("IT", "Paris"), Problem("N207", "IT", {"stations": "Paris, Rome"})),
        (
            "overlap in a region",
            claim("TR", "Ankara", "Kars"),
            Problem("N207", "TR, Kars", {"stations": "Ankara, Kars"}),
        ),
        ("claimed and unserved", none_serves("IT"), Problem("N208", "IT", {"stations": "Rome"})),
        (
            "whole country and regions",
            claim("TR", "Ankara"),
            Problem("N205", "TR", {"regions": "Kars, Marmara"}),
        ),
        (
            "unserved region of a claimed region",
            none_serves("TR", "Kars"),
            Problem("N208", "TR, Kars", {"stations": "Kars"}),
        ),
    ],
)
def test_catchment_problem_of_one_entry_more(case: str, added: Claim | Unserved, problem: Problem) -> None:
    assert problems_of(*WHOLE, added) == [problem]


def test_catchment_gap_of_a_country_and_of_a_region() -> None:
    assert problems_of(*WHOLE[1:2], *WHOLE[3:]) == [Problem("N206", "IT"), Problem("N206", "TR, Kars")]


def test_catchment_region_that_the_country_does_not_have() -> None:
    assert problems_of(*WHOLE, claim("TR", "Kars", "Cars")) == [
        Problem("N203", "TR, Cars", {"country": "TR", "region": "Cars"})
    ]
    assert problems_of(*WHOLE[1:], claim("IT", "Rome", "Sicily")) == [
        Problem("N203", "IT, Sicily", {"country": "IT", "region": "Sicily"})
    ]


@pytest.mark.parametrize("reason", ["", " ", "\n"])
def test_catchment_unserved_needs_a_reason(reason: str) -> None:
    assert problems_of(*WHOLE[:-1], none_serves("US", reason=reason)) == [Problem("N204", "US")]


def test_catchment_same_claim_twice_is_no_overlap() -> None:
    assert problems_of(*WHOLE, claim("IT", "Rome")) == []


def test_catchment_of_nothing_is_a_gap_for_every_country_but_home() -> None:
    found = catchment_problems([], [], {}, AZ)
    assert found == [Problem("N206", country) for country in COUNTRIES if country != AZ]


def test_served_by_a_region_the_whole_country_or_any_region() -> None:
    claims = [one for one in WHOLE if isinstance(one, Claim)]
    ask = {
        ("TR", "Kars"): ["Kars"],
        ("TR", "Marmara"): ["Istanbul 53", "Istanbul 54"],
        ("TR", ""): ["Kars", "Istanbul 53", "Istanbul 54"],
        ("IT", "Sicily"): ["Rome"],
        ("US", ""): [],
    }
    found = {place: [one.station for one in served_by(claims, CountryCode(place[0]), place[1])] for place in ask}
    assert found == ask


@given(st.dictionaries(st.sampled_from(WORLD), st.sampled_from(["Rome", "Kars", "Ankara", None])))
def test_catchment_gaps_are_the_countries_nobody_speaks_of(stations: dict[CountryCode, str | None]) -> None:
    entries = [claim(country, station) if station else none_serves(country) for country, station in stations.items()]
    gaps = {problem.where for problem in problems_of(*entries) if problem.code == "N206"}
    assert gaps == set(WORLD) - {AZ} - set(stations)
