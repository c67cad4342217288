"""Places as people write them: every country, every host city, one key however it is typed, a source for every name."""

import csv

import pytest

from legation.base.places import TABLE, places
from legation_core.network.countries import COUNTRIES
from legation_core.register.folding import fold
from tests.contracts.checks.tree import ROOT

LANGUAGES = ("en", "az", "ru", "tr", "ar")
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
STATIONS = ROOT / "src/legation/rehearsal/data/az2024/stations.csv"


def found(typed: str) -> set[tuple[str, str]]:
    return {(place.country, place.city) for place in places() if fold(typed) in place.keys}


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Istanbul", ("TR", "Istanbul")),
        ("İstanbul", ("TR", "Istanbul")),
        ("ıstanbul", ("TR", "Istanbul")),
        ("Стамбул", ("TR", "Istanbul")),
        ("إسطنبول", ("TR", "Istanbul")),
        ("Bursa", ("TR", "Bursa")),
        ("Бурса", ("TR", "Bursa")),
        ("Los-Anceles", ("US", "Los Angeles")),
        ("Лос-Анджелес", ("US", "Los Angeles")),
        ("Malta", ("MT", "")),
        ("Мальта", ("MT", "")),
        ("Tokyo", ("JP", "Tokyo")),
        ("Токио", ("JP", "Tokyo")),
        ("日本", ("JP", "")),
        ("Toronto", ("CA", "Toronto")),
        ("Kanada", ("CA", "")),
        ("Təbriz", ("IR", "Tabriz")),
        ("تبریز", ("IR", "Tabriz")),
        ("Haaqa", ("NL", "The Hague")),
        ("Den Haag", ("NL", "The Hague")),
        ("Türkiyə", ("TR", "")),
        ("Turkey", ("TR", "")),
        ("turkiye", ("TR", "")),
    ],
)
def test_a_place_is_found_however_it_is_written(typed: str, place: tuple[str, str]) -> None:
    assert found(typed) == {place}


def test_every_country_has_its_name_in_each_language() -> None:
    named = {(row["country"], row["language"]) for row in ROWS if row["kind"] == "country"}
    assert {(code, language) for code in COUNTRIES for language in LANGUAGES} - named == set()


def test_every_host_city_is_known_by_its_azerbaijani_name_too() -> None:
    with STATIONS.open(encoding="utf-8", newline="") as file:
        hosts = {(row["country"], row["city"]) for row in csv.DictReader(file)}
    known = {(row["country"], row["place"]) for row in ROWS if row["kind"] == "city" and row["language"] == "az"}
    assert hosts - known == set()


def test_every_name_has_a_source_or_says_that_it_has_none() -> None:
    assert {(row["basis"], bool(row["source"])) for row in ROWS} == {("published", True), ("assumed", False)}


def test_names_are_given_in_the_language_asked_for_else_in_english() -> None:
    turkiye = next(place for place in places() if (place.country, place.city) == ("TR", ""))
    assert [turkiye.name(language) for language in ("az", "ru", "xx")] == ["Türkiyə", "Турция", "Türkiye"]
