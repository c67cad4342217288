"""Voters divide over stations evenly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.network.splitting import split
from legation_core.problems import Refused


@pytest.mark.parametrize(
    ("voters", "stations", "shares"),
    [(2500, 2, (1250, 1250)), (1501, 2, (751, 750)), (3001, 3, (1001, 1000, 1000)), (1, 2, (1, 0)), (0, 1, (0,))],
)
def test_split(voters: int, stations: int, shares: tuple[int, ...]) -> None:
    assert split(voters, stations) == shares


@pytest.mark.parametrize(("voters", "stations"), [(10, 0), (10, -1), (-1, 2)])
def test_split_refuses_what_cannot_be_divided(voters: int, stations: int) -> None:
    with pytest.raises(Refused, match="N104"):
        split(voters, stations)


@given(st.integers(0, 10**9), st.integers(1, 500))
def test_split_keeps_every_voter_and_differs_by_one_at_most(voters: int, stations: int) -> None:
    shares = split(voters, stations)
    assert (len(shares), sum(shares)) == (stations, voters)
    assert max(shares) - min(shares) <= 1
