"""Numbers of stations, unique inside their district, and what a district carries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legation_core.lawbook.model import HomeDistrict, Limit
from legation_core.problems import Fact, Problem
from legation_core.values import ElectionCode, StationKey


@dataclass(frozen=True, slots=True)
class Numbered:
    """A station, by the code of this system, and the key that its number gives it."""

    station: str
    key: StationKey


@dataclass(frozen=True, slots=True)
class DistrictLoad:
    """The voters of one district, at home and at its stations abroad, against the law's limit."""

    district: str
    stations: int
    home: int
    abroad: int
    limit: Limit | None

    @property
    def voters(self) -> int:
        return self.home + self.abroad

    @property
    def exceeds(self) -> bool:
        """True where the district does not stay below the limit; reaching it is not below."""
        return self.limit is not None and self.voters >= self.limit.value


def number_problems(numbered: Iterable[Numbered]) -> list[Problem]:
    """Numbers below 1, and numbers that two stations of a district share. Gaps are lawful: home stations fill them."""
    by_key: dict[StationKey, list[str]] = defaultdict(list)
    for one in numbered:
        by_key[one.key].append(one.station)
    found = []
    for key, stations in sorted(by_key.items()):
        facts: dict[str, Fact] = {"number": key.number, "district": key.district}
        if key.number < 1:
            found.append(Problem("N301", ", ".join(sorted(stations)), facts))
        if len(stations) > 1:
            found.append(Problem("N302", ", ".join(sorted(stations)), facts))
    return found


def next_number(taken: Iterable[StationKey], election: ElectionCode, district: str, first: int = 1) -> int:
    """The number after the highest that the district has given, at least `first`.

    A gap is not filled: it may be a station at home or one that was closed, whose number is not given again.
    """
    own = [key.number for key in taken if (key.election, key.district) == (election, district)]
    return max([first, *(number + 1 for number in own)])


def district_loads(
    abroad: Iterable[tuple[str, int]], limit: Limit | None, home: Mapping[str, int] | None = None
) -> tuple[DistrictLoad, ...]:
    """The load of each district that carries stations abroad, by district.

    `abroad` gives the district and the voters of each station, `home` the voters each district has at home, as far as
    known.
    """
    stations: dict[str, list[int]] = defaultdict(list)
    for district, voters in abroad:
        stations[district].append(voters)
    at_home = home or {}
    return tuple(
        DistrictLoad(district, len(voters), at_home.get(district, 0), sum(voters), limit)
        for district, voters in sorted(stations.items())
    )


def load_problems(loads: Iterable[DistrictLoad], districts: Iterable[HomeDistrict]) -> list[Problem]:
    """Districts that may not carry stations abroad (N303), and loads at or above the limit.

    The last is N304 where the law was read and N305, a warning, where the limit is assumed.
    """
    carrying = {district.number for district in districts if district.carries_abroad}
    found = []
    for load in loads:
        facts: dict[str, Fact] = {"district": load.district, "voters": load.voters, "stations": load.stations}
        if load.district not in carrying:
            found.append(Problem("N303", f"district {load.district}", facts))
        if load.limit is not None and load.exceeds:
            code = "N305" if load.limit.assumed else "N304"
            against: dict[str, Fact] = {"limit": load.limit.value, "source": load.limit.source}
            found.append(Problem(code, f"district {load.district}", facts | against))
    return found
