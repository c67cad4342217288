"""Who is asked to a seminar, by rule: no list is typed, so that a station that opens late is not forgotten.

No law fixes it. The ministry and the commission held theirs in January 2024. That its audience were the
representatives of the missions with stations and the chairs of their districts is the organisers' rule, kept as data.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Seat(StrEnum):
    """In whose place somebody is asked."""

    REPRESENTATIVE = "representative"
    """The authorised representative of a mission."""
    CHAIR = "chair"
    """The chair of a district commission."""
    UNIT = "unit"
    """A unit of an institution at home."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Whom a seminar is for: representatives of which missions, the chairs of the districts or not, named units."""

    missions: str = "with_station"
    """`with_station`, `every` or `none`."""
    chairs: bool = True
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A station as the rule needs it: its mission and, once it has one, its district."""

    mission: str
    district: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """A seat at the seminar: its kind, and which mission, district or unit."""

    seat: Seat
    code: str


def audience(rule: Rule, stations: Iterable[Standing], missions: Iterable[str]) -> tuple[Asked, ...]:
    """The seats that the rule gives, each once: missions and districts in the order given, then units."""
    stations = tuple(stations)
    with_station = {one.mission for one in stations}
    asked = [one for one in missions if rule.missions == "every" or one in with_station]
    found = [Asked(Seat.REPRESENTATIVE, one) for one in asked] if rule.missions != "none" else []
    if rule.chairs:
        districts = sorted({one.district for one in stations if one.district}, key=lambda one: (len(one), one))
        found += [Asked(Seat.CHAIR, one) for one in districts]
    found += [Asked(Seat.UNIT, one.strip()) for one in rule.units if one.strip()]
    return tuple(dict.fromkeys(found))


FUNCTIONS = ("chair", "secretary", "member")
"""Who of a station's commission should have been trained."""


def uncovered(stations: Iterable[str], trained: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Of each station, in the order given, the functions in which nobody was trained."""
    have = set(trained)
    return {code: tuple(one for one in FUNCTIONS if (code, one) not in have) for code in stations}
