"""What the search box of the public site loads: every place that can be typed, and where its answer stands.

One line a place, tabs between: where it leads (`TR` a country, `TR/` a city answered by its country, `TR/istanbul` a
station), its name in the reader's language, and further folded spellings with `|` between, for `base/js/search.js`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from legation.base.places import Place, places
from legation_core.register.folding import fold

LIMIT = 40_000
"""Octets of an index for the places of one election; tests hold it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A station as the box finds it: its code, its country, its city and the name of its mission by language."""

    code: str
    country: str
    cities: Mapping[str, str]
    missions: Mapping[str, str]


def index(language: str, home: str, stations: Iterable[Found]) -> str:
    """The index in `language`, without the home country. Same stations, same text."""
    hosts: dict[tuple[str, str], list[Found]] = {}
    for station in stations:
        hosts.setdefault((station.country, fold(_said(station.cities, "en"))), []).append(station)
    abroad = [place for place in places() if place.country != home]
    return "".join(f"{line}\n" for line in _lines(language, abroad, hosts))


def _lines(language: str, abroad: Iterable[Place], hosts: dict[tuple[str, str], list[Found]]) -> Iterator[str]:
    for place in abroad:
        here = hosts.pop((place.country, fold(place.names["en"])), []) if place.city else []
        if not place.city:
            yield _line(place.country, place.name(language), place.keys)
        elif not here:
            yield _line(f"{place.country}/", place.name(language), place.keys)
        yield from (_station(language, one, place.keys, alone=len(here) == 1) for one in here)
    for here in hosts.values():
        yield from (_station(language, one, (), alone=len(here) == 1) for one in here)


def _station(language: str, one: Found, keys: Iterable[str], *, alone: bool) -> str:
    """A city with one station leads to it; one with several to the country, where they stand side by side."""
    cities = (fold(city) for city in one.cities.values())
    spellings = (*keys, *cities, fold(_said(one.missions, language)))
    return _line(f"{one.country}/{one.code if alone else ''}", _said(one.cities, language), spellings)


def _said(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


def _line(target: str, label: str, keys: Iterable[str]) -> str:
    shown = " ".join(label.split())
    further = [key for key in dict.fromkeys(keys) if key and key != fold(shown)]
    return "\t".join((target, shown, "|".join(further))).rstrip("\t")
