"""Sentences name things as people do: codes of missions and stations become their cities, in the reader's language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from legation.integrity import queries
from legation.integrity.web.sentences import sentences

pytestmark = pytest.mark.django_db


def _told(kind: str, subject: str, language: str) -> list[str]:
    found = queries.records(jurisdiction="AZ", election="az2024", kind=kind, subject=subject)
    with translation.override(language):
        return sentences(found.records)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The district commission gave the station Saint Petersburg the number 44 in district 19."),
        ("az", "Dairə seçki komissiyası 19 saylı dairədə Sankt-Peterburq məntəqəsinə 44 nömrəsini verdi."),
    ],
)
def test_a_station_is_told_by_its_city(language, told) -> None:
    assert _told("station_numbered", "station:saint-petersburg", language) == [told]


def test_the_second_station_of_a_mission_keeps_its_code_beside_the_city() -> None:
    assert _told("station_created", "station:moscow-2", "en") == [
        "The head of mission created the station Moscow (moscow-2) at Moscow."
    ]


def test_a_code_of_another_jurisdiction_stays_a_code() -> None:
    from dataclasses import replace

    found = queries.records(jurisdiction="AZ", election="az2024", kind="station_created", subject="station:tabriz")
    other = replace(found.records[0], jurisdiction="ZZ", election="zz2024")
    assert sentences([other]) == ["The head of mission created the station tabriz at tabriz."]


def test_a_hundred_sentences_cost_as_many_queries_as_one() -> None:
    found = queries.records(jurisdiction="AZ", election="az2024", kind="station_created").records
    costs = []
    for records in (found[:1], found):
        with CaptureQueriesContext(connection) as made:
            sentences(records)
        costs.append(len(made))
    assert (len(found), costs) == (49, [2, 2])
