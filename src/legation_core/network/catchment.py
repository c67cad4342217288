"""Whom a station serves: every country and territory, or each region of a divided one, goes to one station or to none.

Claims are taken as they were decided; nothing here assigns a country. Several stations of one mission may share a
claim: their voters are divided by the lists, not by the map.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from legation_core.network.countries import COUNTRIES
from legation_core.problems import Problem
from legation_core.values import Basis, CountryCode

Place = tuple[CountryCode, str]
"""A country, and one of its regions or the empty string for all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A station serves a country, or one region of it."""

    country: CountryCode
    region: str = ""
    station: str
    mission: str = ""
    """The mission of the station, where it has stations that share their claims."""
    basis: Basis = Basis.DECIDED

    @property
    def place(self) -> Place:
        return self.country, self.region


@dataclass(frozen=True, slots=True, kw_only=True)
class Unserved:
    """No station serves a country, or one region of it, for a reason that is published."""

    country: CountryCode
    region: str = ""
    reason: str

    @property
    def place(self) -> Place:
        return self.country, self.region


def served_by(claims: Iterable[Claim], country: CountryCode, region: str = "") -> tuple[Claim, ...]:
    """The claims that a voter in `country` can rely on, by region, then station.

    With a region: those of that region or of the whole country. Without: all of them, since the region is not known.
    """
    own = [claim for claim in claims if claim.country == country and (not region or claim.region in ("", region))]
    return tuple(sorted(own, key=lambda claim: (claim.region, claim.station)))


def catchment_problems(
    claims: Collection[Claim],
    unserved: Collection[Unserved],
    regions: Mapping[CountryCode, Collection[str]],
    home: CountryCode,
    countries: Collection[CountryCode] | None = None,
) -> list[Problem]:
    """Everything that keeps the catchments from being whole, by country, then region.

    `regions` names the regions of each divided country; a region outside it is a problem. `home` has no station
    abroad and is left out. `countries` replaces the countries and territories of ISO 3166-1.
    """
    known = frozenset(COUNTRIES if countries is None else countries)
    by_country: dict[CountryCode, list[Claim | Unserved]] = defaultdict(list)
    given: list[Claim | Unserved] = [*claims, *unserved]
    found: list[Problem] = []
    for one in given:
        by_country[one.country].append(one)
        found += _given_problems(one, known, regions, home)
    for country in known - {home}:
        found += _country_problems(country, by_country[country], regions.get(country, ()))
    return sorted(found, key=lambda problem: (problem.where, problem.code))


def _given_problems(
    one: Claim | Unserved,
    known: Collection[CountryCode],
    regions: Mapping[CountryCode, Collection[str]],
    home: CountryCode,
) -> list[Problem]:
    """What is wrong with one claim, or one statement that nobody serves a place, taken alone."""
    where = _where(one.place)
    if one.country not in known:
        return [Problem("N201", where, {"country": one.country})]
    found = []
    if one.country == home:
        found.append(Problem("N202", where, {"country": one.country}))
    if one.region and one.region not in regions.get(one.country, ()):
        found.append(Problem("N203", where, {"country": one.country, "region": one.region}))
    if isinstance(one, Unserved) and not one.reason.strip():
        found.append(Problem("N204", where))
    return found


def _country_problems(country: CountryCode, given: list[Claim | Unserved], regions: Collection[str]) -> list[Problem]:
    """Gaps and overlaps inside one country."""
    by_region: dict[str, list[Claim | Unserved]] = defaultdict(list)
    for one in given:
        by_region[one.region].append(one)
    found = [problem for region, own in by_region.items() for problem in _overlaps((country, region), own)]
    if "" in by_region and len(by_region) > 1:
        divided = ", ".join(sorted(region for region in by_region if region))
        found.append(Problem("N205", country, {"regions": divided}))
    missing = [region for region in regions if region not in by_region] if by_region else [""]
    gaps = [] if "" in by_region else missing
    return found + [Problem("N206", _where((country, region))) for region in gaps]


def _overlaps(place: Place, own: list[Claim | Unserved]) -> list[Problem]:
    """Claims of different missions on one place, and a claim on a place that is said to be served by none."""
    claims = [one for one in own if isinstance(one, Claim)]
    stations = ", ".join(sorted({claim.station for claim in claims}))
    found = []
    if len({claim.mission or f"station {claim.station}" for claim in claims}) > 1:
        found.append(Problem("N207", _where(place), {"stations": stations}))
    if claims and len(claims) < len(own):
        found.append(Problem("N208", _where(place), {"stations": stations}))
    return found


def _where(place: Place) -> str:
    country, region = place
    return f"{country}, {region}" if region else country
