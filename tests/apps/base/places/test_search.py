"""The index of the search box: where each place leads, in the reader's language, within its size."""

import csv

from legation.base.places.search import LIMIT, Found, index
from tests.contracts.checks.tree import ROOT

DATA = ROOT / "src/legation/rehearsal/data/az2024"


def station(code: str, country: str, city: str) -> Found:
    return Found(code, country, {"en": city, "az": city}, {"en": f"Consulate General in {city}"})


def lines(found: list[Found], language: str = "en") -> dict[str, list[list[str]]]:
    told: dict[str, list[list[str]]] = {}
    for line in index(language, "AZ", found).splitlines():
        target, label, *rest = line.split("\t")
        told.setdefault(label, []).append([target, *rest])
    return told


def test_a_city_with_one_station_leads_to_it() -> None:
    ((target, keys),) = lines([station("istanbul", "TR", "Istanbul")])["Istanbul"]
    assert (target, "стамбул" in keys.split("|"), "consulate general in istanbul" in keys) == (
        "TR/istanbul",
        True,
        True,
    )


def test_a_city_with_two_stations_leads_to_its_country() -> None:
    two = [station("istanbul-1", "TR", "Istanbul"), station("istanbul-2", "TR", "Istanbul")]
    assert [line[0] for line in lines(two)["Istanbul"]] == ["TR/", "TR/"]


def test_a_city_without_a_station_leads_to_its_country() -> None:
    assert [line[0] for line in lines([])["Bursa"]] == ["TR/"]


def test_a_city_that_the_table_does_not_know_is_found_too() -> None:
    assert lines([station("x", "TR", "Nowhere Town")])["Nowhere Town"][0][0] == "TR/x"


def test_the_home_country_is_left_out_and_labels_are_in_the_language() -> None:
    told = lines([], "az")
    assert ("Azərbaycan" in told, told["Türkiyə"][0][0]) == (False, "TR")


def test_an_index_stays_small() -> None:
    with (DATA / "stations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [
        Found(f"s{at}", row["country"], {"en": row["city"]}, {"en": row["mission"]}) for at, row in enumerate(rows)
    ]
    assert [language for language in ("en", "az", "ar") if len(index(language, "AZ", found).encode()) > LIMIT] == []
