"""Every problem of the network fills its sentence."""

from collections.abc import Iterator
from datetime import date

import pytest

from legation_core.lawbook.model import Establishment, Limit
from legation_core.network.catchment import Claim, Unserved, catchment_problems
from legation_core.network.establishment import size_problems, stations_needed
from legation_core.network.history import Measure, Statement, history_problems
from legation_core.network.numbering import Numbered, district_loads, load_problems, number_problems
from legation_core.network.splitting import split
from legation_core.problems import Problem, Refused
from legation_core.values import CountryCode, ElectionCode, StationKey
from legation_core.words import sentence
from legation_core.words.network import SENTENCES

RULE = Establishment(
    more_than=None,
    maximum_per_station=Limit(value=1500, source="art. 1"),
    minimum_per_station=Limit(value=50, source="art. 1"),
)
PLACES = [("XX", ""), ("AZ", ""), ("IT", "Sicily"), ("IT", ""), ("FR", ""), ("DE", "")]


def of_catchments() -> Iterator[Problem]:
    claims = [Claim(country=CountryCode(country), region=region, station="Rome") for country, region in PLACES]
    claims.append(Claim(country=CountryCode("FR"), station="Paris"))
    unserved = [Unserved(country=CountryCode("DE"), reason="")]
    yield from catchment_problems(claims, unserved, {}, CountryCode("AZ"))


def of_numbers() -> Iterator[Problem]:
    key = StationKey(ElectionCode("az2024"), "15", 0)
    yield from number_problems([Numbered("Rome", key), Numbered("Riga", key)])
    for source in ("art. 2", "assumed"):
        yield from load_problems(district_loads([("15", 10)], Limit(value=10, source=source)), [])


def of_history() -> Iterator[Problem]:
    days = (date(2018, 4, 11), date(2025, 1, 1), date(2018, 4, 11))
    known = [Statement("2018", day, Measure.STATIONS, -1) for day in days]
    yield from history_problems(known, date(2024, 2, 7))


def of_refusals() -> Iterator[Problem]:
    for call in (lambda: stations_needed(-1, RULE), lambda: split(1, 0)):
        with pytest.raises(Refused) as refused:
            call()
        yield refused.value.problem


def test_every_problem_of_the_network_fills_its_sentence() -> None:
    sizes = [*size_problems(49, RULE), *size_problems(1501, RULE)]
    found = [*sizes, *of_catchments(), *of_numbers(), *of_history(), *of_refusals()]
    assert {problem.code for problem in found} == set(SENTENCES)
    assert [text for text in map(sentence, found) if "{" in text or not text.endswith(".")] == []
