"""How many stations a mission may or must have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.model import Establishment, Limit
from legation_core.network.establishment import Kind, Need, division_problems, size_problems, stations_needed
from legation_core.network.splitting import split
from legation_core.problems import Problem, Refused

FIFTY = Limit(value=50, source="Election Code, art. 35.6")
LARGEST = Limit(value=1500, source="Election Code, art. 35.3.1")
SMALLEST = Limit(value=50, source="Election Code, art. 35.3.1")
THRESHOLD = Establishment(more_than=FIFTY, maximum_per_station=LARGEST, minimum_per_station=SMALLEST)
DISCRETION = Establishment(more_than=None, maximum_per_station=None, minimum_per_station=None)


@pytest.mark.parametrize(
    ("registered", "kind", "stations"),
    [
        (0, Kind.NONE, 0),
        (50, Kind.NONE, 0),
        (51, Kind.MUST, 1),
        (1500, Kind.MUST, 1),
        (1501, Kind.MUST, 2),
        (3000, Kind.MUST, 2),
        (3001, Kind.MUST, 3),
    ],
)
def test_stations_needed_above_50_and_at_most_1500_a_station(registered: int, kind: Kind, stations: int) -> None:
    need = stations_needed(registered, THRESHOLD)
    assert (need.kind, need.stations) == (kind, stations)


@pytest.mark.parametrize("registered", [0, 1, 100_000])
def test_stations_needed_without_a_threshold_is_at_discretion(registered: int) -> None:
    assert stations_needed(registered, DISCRETION) == Need(Kind.MAY, 1, ())


def test_stations_needed_without_a_threshold_keeps_the_maximum() -> None:
    rule = Establishment(more_than=None, maximum_per_station=LARGEST, minimum_per_station=None)
    assert stations_needed(1501, rule) == Need(Kind.MAY, 2, (LARGEST,))


def test_need_names_its_sources_and_whether_one_is_assumed() -> None:
    guessed = Establishment(
        more_than=FIFTY, maximum_per_station=Limit(value=1000, source="assumed"), minimum_per_station=None
    )
    assert stations_needed(51, THRESHOLD).sources == ("Election Code, art. 35.6", "Election Code, art. 35.3.1")
    assert [stations_needed(count, guessed).assumed for count in (50, 51)] == [False, True]


def test_stations_needed_refuses_fewer_than_no_voters() -> None:
    with pytest.raises(Refused, match="N101"):
        stations_needed(-1, THRESHOLD)


@pytest.mark.parametrize(
    ("voters", "expected"),
    [
        (49, [Problem("N103", "Riga", {"voters": 49, "limit": 50, "source": SMALLEST.source})]),
        (50, []),
        (1500, []),
        (1501, [Problem("N102", "Riga", {"voters": 1501, "limit": 1500, "source": LARGEST.source})]),
    ],
)
def test_size_problems(voters: int, expected: list[Problem]) -> None:
    assert size_problems(voters, THRESHOLD, "Riga") == expected


def test_division_problems_name_the_breach_once() -> None:
    assert division_problems(3001, 2, THRESHOLD) == size_problems(1500, THRESHOLD) + size_problems(1501, THRESHOLD)
    assert division_problems(99, 2, THRESHOLD) == size_problems(49, THRESHOLD)
    assert division_problems(2500, 2, THRESHOLD) == []


RULES = st.builds(
    lambda threshold, largest: Establishment(
        more_than=None if threshold is None else Limit(value=threshold, source="art. 1"),
        maximum_per_station=Limit(value=largest, source="art. 2"),
        minimum_per_station=None,
    ),
    st.none() | st.integers(0, 500),
    st.integers(1, 5000),
)


@given(st.integers(0, 200_000), st.integers(0, 200_000), RULES)
def test_more_voters_never_need_fewer_stations(one: int, other: int, rule: Establishment) -> None:
    fewer, more = sorted((one, other))
    assert stations_needed(fewer, rule).stations <= stations_needed(more, rule).stations


@given(st.integers(0, 200_000), RULES)
def test_stations_needed_are_the_fewest_that_keep_the_maximum(registered: int, rule: Establishment) -> None:
    need, largest = stations_needed(registered, rule), rule.maximum_per_station
    assert largest is not None
    assert need.stations == 0 or max(split(registered, need.stations)) <= largest.value
    assert need.stations < 2 or max(split(registered, need.stations - 1)) > largest.value
