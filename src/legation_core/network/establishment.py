"""Whether a mission may or must have stations, and how many.

A lawbook gives up to three numbers: stations are created where *more than* so many voters are registered; a station has
at most so many voters; it has at least so many. A law that gives no threshold leaves the creation to discretion.
"""

from dataclasses import dataclass
from enum import StrEnum

from legation_core.lawbook.model import Establishment, Limit
from legation_core.network.splitting import split
from legation_core.problems import Problem, Refused


class Kind(StrEnum):
    NONE = "none"
    """The threshold is not reached: no station."""
    MAY = "may"
    """The law gives no threshold: stations may be created."""
    MUST = "must"
    """The threshold is passed: stations are due."""


@dataclass(frozen=True, slots=True)
class Need:
    """What the establishment rule says of one mission."""

    kind: Kind
    stations: int
    """The fewest stations that keep each within the maximum; 0 where none is to be created."""
    rests_on: tuple[Limit, ...]
    """The numbers of the law that led here, the threshold first."""

    @property
    def assumed(self) -> bool:
        """True where any of these numbers was not read in the law: the result warns and never refuses."""
        return any(limit.assumed for limit in self.rests_on)

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the numbers were read, each source once."""
        return tuple(dict.fromkeys(limit.source for limit in self.rests_on))


def stations_needed(registered: int, rule: Establishment) -> Need:
    """The stations of a mission with `registered` voters. Refuses (N101) a negative count."""
    if registered < 0:
        raise Refused("N101", facts={"registered": registered})
    threshold = rule.more_than
    if threshold is not None and registered <= threshold.value:
        return Need(Kind.NONE, 0, (threshold,))
    kind = Kind.MAY if threshold is None else Kind.MUST
    largest = rule.maximum_per_station
    stations = 1 if largest is None else max(1, -(-registered // largest.value))
    return Need(kind, stations, tuple(limit for limit in (threshold, largest) if limit is not None))


def size_problems(voters: int, rule: Establishment, where: str = "") -> list[Problem]:
    """Whether one station with `voters` voters keeps the maximum and the minimum of the law."""
    found = []
    largest, smallest = rule.maximum_per_station, rule.minimum_per_station
    if largest is not None and voters > largest.value:
        found.append(Problem("N102", where, {"voters": voters, "limit": largest.value, "source": largest.source}))
    if smallest is not None and voters < smallest.value:
        found.append(Problem("N103", where, {"voters": voters, "limit": smallest.value, "source": smallest.source}))
    return found


def division_problems(registered: int, stations: int, rule: Establishment, where: str = "") -> list[Problem]:
    """Whether so many stations, filled evenly, each keep the maximum and the minimum; one problem of each kind."""
    shares = split(registered, stations)
    edges = dict.fromkeys((shares[0], shares[-1]))
    found = {problem.code: problem for share in edges for problem in size_problems(share, rule, where)}
    return [found[code] for code in sorted(found)]
