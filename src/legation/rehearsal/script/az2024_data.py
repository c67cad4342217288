"""The published facts of 7 February 2024, read from the files in `data/az2024` (sources stand in them)."""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "az2024"


@dataclass(frozen=True, slots=True)
class StationFacts:
    """One row of `stations.csv`."""

    mission: str
    station: str
    row: dict[str, str]


def code_of(city: str) -> str:
    """A code made of a city's name: `Los Angeles` -> `los-angeles`."""
    plain = unicodedata.normalize("NFKD", city).encode("ascii", "ignore").decode()
    return "-".join(plain.lower().split())


@cache
def stations() -> tuple[StationFacts, ...]:
    """The 49 stations in the order of the published list; the second at one mission has the code `...-2`."""
    return tuple(_stations())


def _stations() -> Iterator[StationFacts]:
    seen: dict[str, int] = {}
    for row in _rows("stations.csv"):
        mission = code_of(row["city"])
        seen[mission] = seen.get(mission, 0) + 1
        station = mission if seen[mission] == 1 else f"{mission}-{seen[mission]}"
        yield StationFacts(mission, station, row)


def missions() -> dict[str, dict[str, str]]:
    """The 46 missions by code, each with the first row that names it."""
    found: dict[str, dict[str, str]] = {}
    for one in stations():
        found.setdefault(one.mission, one.row)
    return found


def catchments() -> list[dict[str, str]]:
    return _rows("catchments.csv")


def history() -> list[dict[str, str]]:
    """What sources say of earlier elections, one number a row."""
    return _rows("history_said.csv")


def registered() -> list[dict[str, str]]:
    return _rows("registered_voters.csv")


def cities() -> dict[str, dict[str, str]]:
    """Names of cities in other languages by mission code."""
    return {row["mission"]: row for row in _rows("cities.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
