"""Regions: every country lies in one, but for Antarctica."""

import pytest

from legation_core.network.countries import COUNTRIES
from legation_core.network.regions import ELSEWHERE, REGIONS, region_of


def test_every_country_but_antarctica_lies_in_a_region() -> None:
    assert set(COUNTRIES) - set(REGIONS) == {"AQ"}


def test_no_region_names_an_unknown_country() -> None:
    assert set(REGIONS) - set(COUNTRIES) == set()


@pytest.mark.parametrize(
    ("country", "region"),
    [("AZ", "145"), ("TR", "145"), ("IR", "034"), ("KZ", "143"), ("DE", "155"), ("US", "021"), ("AQ", ELSEWHERE)],
)
def test_region_of(country: str, region: str) -> None:
    assert region_of(country) == region
