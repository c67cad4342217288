"""The draw against published cases of the same sampler; the size against plain counting of samples.

The cases are those of github.com/cjerdonek/rivest-sampler-tests (`tests.json`), which its author checked with
Rivest's reference implementation.
"""

from fractions import Fraction
from hashlib import sha256
from itertools import combinations, islice
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.tabulation.auditing import missing_chance, numbers, sample, size_for

PUBLISHED = [
    ("0", 1000, [905, 573, 160]),
    ("0", 2, [1, 1, 2]),
    ("1", 1000, [97, 89, 163]),
    ("0000000000", 1000, [978, 359, 132]),
    ("999999999999999999999999", 1000, [544, 800, 654]),
    ("abcde", 1000, [247, 427, 157]),
]
SEED = "20237331128159211123"


@pytest.mark.parametrize(("seed", "total", "expected"), PUBLISHED)
def test_the_draw_is_that_of_the_published_cases(seed: str, total: int, expected: list[int]) -> None:
    assert list(islice(numbers(seed, total), 3)) == expected


def test_a_sample_passes_over_what_was_drawn_and_names_the_hash() -> None:
    found = sample(SEED, ["c", "a", "b", "a"], 3)

    assert [one.draw for one in found] == [1, 2, 3]
    assert sorted(one.station for one in found) == ["a", "b", "c"]
    for one in found:
        assert int(sha256(f"{SEED},{one.hashed}".encode()).hexdigest(), 16) % 3 + 1 == one.place
        assert "abc"[one.place - 1] == one.station


def test_the_order_of_the_list_decides_nothing_and_a_larger_sample_begins_with_the_smaller() -> None:
    stations = [f"s{number}" for number in range(49)]
    assert sample(SEED, stations[::-1], 12)[:5] == sample(SEED, stations, 5)


@pytest.mark.parametrize("seed", ["", "1234567890123456789", "1234567890123456789x", "٢" * 20])
def test_a_seed_that_nobody_threw_is_refused(seed: str) -> None:
    with pytest.raises(Refused) as refused:
        sample(seed, ["a", "b"], 1)
    assert refused.value.code == "P303"


@pytest.mark.parametrize("size", [0, 3])
def test_a_sample_larger_than_the_list_is_refused(size: int) -> None:
    with pytest.raises(Refused) as refused:
        sample(SEED, ["a", "b"], size)
    assert refused.value.code == "P304"


@pytest.mark.parametrize(
    ("wrong", "risk"), [(0, Fraction(1, 20)), (50, Fraction(1, 20)), (1, Fraction(0)), (1, Fraction(1))]
)
def test_a_size_for_nothing_is_refused(wrong: int, risk: Fraction) -> None:
    with pytest.raises(Refused) as refused:
        size_for(49, wrong, risk)
    assert refused.value.code == "P305"


@given(st.integers(1, 8), st.data())
def test_the_chance_is_that_of_all_samples_counted(total: int, data: st.DataObject) -> None:
    wrong, size = data.draw(st.integers(0, total)), data.draw(st.integers(1, total))
    samples = list(combinations(range(total), size))
    missed = sum(min(one) >= wrong for one in samples)

    assert missing_chance(total, wrong, size) == Fraction(missed, len(samples))


@given(st.integers(1, 300), st.data())
def test_the_size_is_the_first_that_keeps_the_risk(total: int, data: st.DataObject) -> None:
    wrong, risk = data.draw(st.integers(1, total)), Fraction(data.draw(st.integers(1, 99)), 100)
    size = size_for(total, wrong, risk)

    assert missing_chance(total, wrong, size) <= risk
    assert size == 1 or missing_chance(total, wrong, size - 1) > risk


@pytest.mark.parametrize("total", [20, 49, 400, 835, 10_000])
@pytest.mark.parametrize("confidence", [50, 90, 95, 99])
@pytest.mark.parametrize("part", [40, 8, 2])
def test_the_size_is_at_most_one_below_the_published_formula(total: int, confidence: int, part: int) -> None:
    """Aslam, Popa, Rivest 2007: their U3 is never too small and was never found more than one too large."""
    wrong = max(1, total // part)
    published = ceil((total - (wrong - 1) / 2) * (1 - (1 - confidence / 100) ** (1 / wrong)) - 1e-9)

    assert published - size_for(total, wrong, Fraction(100 - confidence, 100)) in (0, 1)
