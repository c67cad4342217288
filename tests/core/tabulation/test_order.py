"""Places, lots, a second round, and whether what is apart could change the order."""

from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.tabulation.order import Lot, Open, open_pairs, placed, second_round, with_majority

LOT = Lot(("c", "b"), "lot of 9 February")


def test_ties_share_a_place_until_a_lot_is_recorded() -> None:
    votes = {"a": 9, "b": 5, "c": 5, "d": 1}
    assert placed(votes) == (("a",), ("b", "c"), ("d",))
    assert placed(votes, (LOT,)) == (("a",), ("c",), ("b",), ("d",))


def test_a_lot_among_others_decides_nothing() -> None:
    assert placed({"b": 5, "c": 5, "d": 5}, (LOT,)) == (("b", "c", "d"),)


@pytest.mark.parametrize(("count", "expected"), [(51, "a"), (50, None)])
def test_half_is_no_majority(count: int, expected: str | None) -> None:
    assert with_majority({"a": count, "b": 100 - count}, 100) == (expected or None)


def test_a_share_that_a_law_asks_for_is_exact() -> None:
    assert with_majority({"a": 2}, 3, Fraction(2, 3)) is None


def test_the_second_round_has_the_first_two() -> None:
    assert second_round({"a": 9, "b": 5, "c": 4}) == ("a", "b")
    assert second_round({"a": 9, "b": 5, "c": 5}, (LOT,)) == ("a", "c")


def test_a_tie_for_the_second_round_waits_for_its_lot() -> None:
    with pytest.raises(Refused) as refused:
        second_round({"a": 9, "b": 5, "c": 5})
    assert refused.value.problem.facts == {"options": "b, c", "places": 1}


def test_the_lead_against_what_is_apart() -> None:
    votes = {"a": 100, "b": 90, "c": 20}
    assert open_pairs(votes, 9) == ()
    assert open_pairs(votes, 10) == (Open("a", "b", 10),)
    assert open_pairs({"a": 5, "b": 5}, 0) == ()


@given(st.lists(st.integers(0, 6), min_size=2, max_size=3), st.integers(0, 4))
def test_pairs_not_open_keep_their_order_however_the_ballots_fall(counts: list[int], ballots: int) -> None:
    votes = {str(number): count for number, count in enumerate(counts)}
    told = {(one.ahead, one.behind) for one in open_pairs(votes, ballots)}
    ordered = [option for tied in placed(votes) for option in tied]
    ways = [way for way in product(range(ballots + 1), repeat=len(votes)) if sum(way) <= ballots]

    for ahead, behind in pairwise(ordered):
        moved = any(votes[ahead] + way[int(ahead)] <= votes[behind] + way[int(behind)] for way in ways)
        if ballots:
            assert moved == ((ahead, behind) in told)
