"""Numbers of stations inside a district, and the voters a district carries."""

import csv
from pathlib import Path

import pytest

from legation_core.lawbook.model import HomeDistrict, Limit
from legation_core.network.numbering import (
    DistrictLoad,
    Numbered,
    district_loads,
    load_problems,
    next_number,
    number_problems,
)
from legation_core.problems import Problem
from legation_core.values import ElectionCode, StationKey, Text

STATIONS = Path(__file__).parents[3] / "src/legation/rehearsal/data/az2024/stations.csv"
ELECTION = ElectionCode("az2024")
READ = Limit(value=1000, source="art. 29.2")
ASSUMED = Limit(value=1000, source="assumed")


def key(district: str, number: int, election: ElectionCode = ELECTION) -> StationKey:
    return StationKey(election, district, number)


def district(number: str, *, carries_abroad: bool) -> HomeDistrict:
    return HomeDistrict(number=number, name=Text({"en": number}), carries_abroad=carries_abroad, source="art. 29.2")


@pytest.mark.parametrize(
    ("case", "given", "expected"),
    [
        ("none", [], []),
        ("gaps", [Numbered("Rome", key("15", 39)), Numbered("Astana", key("15", 41))], []),
        ("same number, other district", [Numbered("Riga", key("15", 44)), Numbered("Beijing", key("16", 44))], []),
        (
            "same number, other election",
            [Numbered("Riga", key("15", 44)), Numbered("Riga", key("15", 44, ElectionCode("az2030")))],
            [],
        ),
        (
            "same number twice",
            [Numbered("Seoul", key("15", 39)), Numbered("Rome", key("15", 39))],
            [Problem("N302", "Rome, Seoul", {"number": 39, "district": "15"})],
        ),
        (
            "number below 1",
            [Numbered("Rome", key("15", 0))],
            [Problem("N301", "Rome", {"number": 0, "district": "15"})],
        ),
    ],
)
def test_number_problems(case: str, given: list[Numbered], expected: list[Problem]) -> None:
    assert number_problems(given) == expected


def test_number_problems_finds_none_in_the_49_stations_of_2024() -> None:
    with STATIONS.open(encoding="utf-8", newline="") as rows:
        given = [
            Numbered(f"{row['city']} {place}", key(row["dec_no"], int(row["station_no"])))
            for place, row in enumerate(csv.DictReader(rows))
        ]
    assert (len(given), number_problems(given)) == (49, [])


@pytest.mark.parametrize(
    ("case", "taken", "first", "expected"),
    [
        ("the first of a district", [], 1, 1),
        ("after the stations at home", [], 39, 39),
        ("after the highest, gaps stay", [key("15", 39), key("15", 41)], 39, 42),
        ("other districts do not count", [key("16", 57)], 1, 1),
        ("other elections do not count", [key("15", 57, ElectionCode("az2018"))], 1, 1),
    ],
)
def test_next_number(case: str, taken: list[StationKey], first: int, expected: int) -> None:
    assert next_number(taken, ELECTION, "15", first) == expected


def test_district_loads_add_up_home_and_abroad() -> None:
    assert district_loads([("16", 300), ("15", 600), ("15", 100)], READ, {"15": 299, "17": 5}) == (
        DistrictLoad("15", stations=2, home=299, abroad=700, limit=READ),
        DistrictLoad("16", stations=1, home=0, abroad=300, limit=READ),
    )


@pytest.mark.parametrize(("voters", "exceeds"), [(999, False), (1000, True), (1001, True)])
def test_district_exceeds_from_the_limit_on(voters: int, exceeds: bool) -> None:
    (load,) = district_loads([("15", voters)], READ)
    assert load.exceeds is exceeds


def test_load_problems_tell_a_limit_that_was_read_from_an_assumed_one() -> None:
    districts = [district("15", carries_abroad=True)]
    facts = {"district": "15", "voters": 1000, "stations": 1, "limit": 1000}
    for limit, code in ((READ, "N304"), (ASSUMED, "N305")):
        found = load_problems(district_loads([("15", 1000)], limit), districts)
        assert found == [Problem(code, "district 15", {**facts, "source": limit.source})]


def test_load_problems_name_a_district_that_may_not_carry_stations_abroad() -> None:
    loads = district_loads([("1", 10), ("15", 10), ("99", 10)], None)
    districts = [district("1", carries_abroad=False), district("15", carries_abroad=True)]
    assert [(problem.code, problem.where) for problem in load_problems(loads, districts)] == [
        ("N303", "district 1"),
        ("N303", "district 99"),
    ]
