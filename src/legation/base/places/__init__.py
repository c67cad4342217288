"""Countries and cities as people write them, in many languages: `names.csv`, where each name has its source.

`basis` is `published` where the source beside it gives the spelling, `assumed` where none was at hand. `language` is
empty where the source names none. The table is written by `tools/place_names`, never by hand.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from legation_core.register.folding import fold

TABLE = Path(__file__).with_name("names.csv")


@dataclass(frozen=True, slots=True)
class Place:
    """A country (`city` is empty) or a city, with its names by language and every spelling that finds it."""

    country: str
    city: str
    names: Mapping[str, str]
    keys: tuple[str, ...]
    """Folded, each once, in the order of the table."""

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names["en"]


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Every place, countries first."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    grouped: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        grouped.setdefault((row["country"], row["place"] if row["kind"] == "city" else ""), []).append(row)
    return tuple(_place(country, city, found) for (country, city), found in grouped.items())


def _place(country: str, city: str, rows: list[dict[str, str]]) -> Place:
    names = {row["language"]: row["name"] for row in reversed(rows) if row["language"]}
    keys = dict.fromkeys(fold(row["name"]) for row in rows)
    return Place(country, city, MappingProxyType(names), tuple(key for key in keys if key))
