"""Every country and territory with its answer: which station serves it, how far away, or why none does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt

from legation.stations.convert import CatchmentValue, StationValue
from legation_core.network.countries import COUNTRIES
from legation_core.values import ESTABLISHED

EARTH = 6371.0
"""Mean radius of the earth in kilometres."""
Place = tuple[float, float, str]
"""Latitude, longitude and the zone named after the place."""


def country_documents(
    parts: Iterable[CatchmentValue], found: Sequence[StationValue], home: str
) -> dict[str, dict[str, object]]:
    """A document for each country and territory but the home country."""
    by_mission: dict[str, list[StationValue]] = defaultdict(list)
    for one in found:
        by_mission[one.mission.code].append(one)
    by_country: dict[str, list[CatchmentValue]] = defaultdict(list)
    for part in parts:
        by_country[part.country].append(part)
    own: dict[str, list[str]] = defaultdict(list)
    for one in found:
        own[one.mission.country].append(one.code)
    return {
        str(code): {
            "country": str(code),
            "stations": own.get(code, []),
            "parts": [_part(part, by_mission) for part in by_country.get(code, ())],
        }
        for code in COUNTRIES
        if code != home
    }


def _part(part: CatchmentValue, by_mission: Mapping[str, Sequence[StationValue]]) -> dict[str, object]:
    """Who serves a country or region. `published` is false where it only follows from where the missions are."""
    serving = by_mission.get(part.mission, ())
    return {
        "region": part.region,
        "mission": part.mission,
        "stations": [one.code for one in serving],
        "reason": part.reason,
        "published": part.basis in ESTABLISHED,
        "since": f"{part.since:%Y-%m-%d}" if part.since and part.basis in ESTABLISHED else "",
        "distance": _distance(part.country, serving[0]) if serving else None,
    }


def _distance(country: str, one: StationValue) -> dict[str, object] | None:
    """Straight-line kilometres from the nearest chief place of another country to the station's city, in tens."""
    if country == one.mission.country or not one.mission.latitude:
        return None
    there = (float(one.mission.latitude), float(one.mission.longitude))
    near = min(((_kilometres(place[:2], there), place[2]) for place in chief_places().get(country, ())), default=None)
    return {"kilometres": round(near[0] / 10) * 10, "from": near[1]} if near else None


@lru_cache(maxsize=1)
def chief_places() -> dict[str, tuple[Place, ...]]:
    """The places after which the time zones of each country are named, from the zone table in use (public domain)."""
    found: dict[str, list[Place]] = defaultdict(list)
    for line in files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, position, zone = line.split("\t")[:3]
            found[country].append((*_position(position), zone))
    return {country: tuple(places) for country, places in found.items()}


def _position(text: str) -> tuple[float, float]:
    """`+3554+01431` or `+404251-0740023` in degrees (ISO 6709)."""
    half = next(place for place in range(1, len(text)) if text[place] in "+-")
    return _degrees(text[:half], 3), _degrees(text[half:], 4)


def _degrees(text: str, size: int) -> float:
    whole, rest = text[1:size], text[size:].ljust(4, "0")
    value = int(whole) + int(rest[:2]) / 60 + int(rest[2:4]) / 3600
    return -value if text[0] == "-" else value


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The shortest way over the globe (haversine)."""
    lat, lon, lat_there, lon_there = (radians(value) for value in (*one, *other))
    half = sin((lat_there - lat) / 2) ** 2 + cos(lat) * cos(lat_there) * sin((lon_there - lon) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
