"""Sums over stations. Whole numbers alone are added, and every sum says of how many stations it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from legation_core.problems import Refused
from legation_core.protocol.states import State


class Standing(StrEnum):
    """What a station's protocol is to the totals."""

    COUNTED = "counted"
    QUARANTINED = "quarantined"
    MISSING = "missing"
    NOT_HELD = "not_held"
    INVALIDATED = "invalidated"


STANDINGS: Mapping[State, Standing] = {
    State.ACCEPTED: Standing.COUNTED,
    State.FINAL: Standing.COUNTED,
    State.QUARANTINED: Standing.QUARANTINED,
    State.NOT_HELD: Standing.NOT_HELD,
    State.FAILED: Standing.NOT_HELD,
    State.INVALIDATED: Standing.INVALIDATED,
}
"""Every other state is missing: nothing has been accepted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A station with what its protocol says: counts by field (`voted`, `candidate_votes/3`)."""

    station: str
    figures: Mapping[str, int] = field(default_factory=dict)
    standing: Standing = Standing.COUNTED
    groups: Mapping[str, str] = field(default_factory=dict)
    """Where it belongs: `country`, `district`, `mission`, ..."""


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of the counted stations of a group, and how many stations stand how."""

    figures: Mapping[str, int]
    quarantined: Mapping[str, int]
    """The sum of those in quarantine, which is in no other figure."""
    stations: Mapping[Standing, int]

    @property
    def counted(self) -> int:
        return self.stations.get(Standing.COUNTED, 0)

    @property
    def expected(self) -> int:
        """The stations of which a protocol is counted or still to come; where nothing was held, none is."""
        return sum(self.stations.values()) - self.stations.get(Standing.NOT_HELD, 0)

    @property
    def complete(self) -> bool:
        return self.counted + self.stations.get(Standing.INVALIDATED, 0) == self.expected


def tabulate(rows: Iterable[Counted], key: Callable[[Counted], str] = lambda row: "") -> dict[str, Total]:
    """A total for each group that `key` gives, in the order in which they first appear. Refuses a station twice."""
    figures: dict[str, dict[str, int]] = {}
    apart: dict[str, dict[str, int]] = {}
    stations: dict[str, dict[Standing, int]] = {}
    seen: set[str] = set()
    for row in rows:
        if row.station in seen:
            raise Refused("P301", facts={"station": row.station})
        seen.add(row.station)
        group = key(row)
        own = stations.setdefault(group, {})
        own[row.standing] = own.get(row.standing, 0) + 1
        _add(figures.setdefault(group, {}), row, Standing.COUNTED)
        _add(apart.setdefault(group, {}), row, Standing.QUARANTINED)
    return {group: Total(figures[group], apart[group], stations[group]) for group in stations}


def by(name: str) -> Callable[[Counted], str]:
    """The grouping `name`; stations without one stand under the empty name."""
    return lambda row: row.groups.get(name, "")


def invalidated(rows: Iterable[Counted], stations: frozenset[str]) -> list[Counted]:
    """The same stations with these invalidated, to be tabulated anew."""
    return [replace(row, standing=Standing.INVALIDATED) if row.station in stations else row for row in rows]


def _add(sums: dict[str, int], row: Counted, standing: Standing) -> None:
    if row.standing is standing:
        for name, count in row.figures.items():
            sums[name] = sums.get(name, 0) + count
