"""What may be said of this election beside earlier ones: "the most stations so far" is a claim, so it is computed.

What is known of earlier elections are statements of sources: a number, how exactly it is given, whether it was counted
or only planned. Where sources are silent or differ, that is said; no figure is chosen among them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legation_core.problems import Fact, Problem


class Measure(StrEnum):
    """What is counted abroad."""

    STATIONS = "stations"
    COUNTRIES = "countries"
    VOTERS = "voters"


class Precision(StrEnum):
    """How exactly a source gives its number."""

    EXACT = "exact"
    ABOUT = "about"
    """"about 40": it may be off by half of its last place that is not nought, so 35 to 45. The width is assumed."""
    NEARLY = "nearly"
    """"nearly 12,000": not more than that, and as near to it as "about"."""
    OVER = "over"
    """"more than 13,000": that or any number above."""


class Stage(StrEnum):
    """Of what the source speaks."""

    HELD = "held"
    PLANNED = "planned"


class Verdict(StrEnum):
    """Whether "the most of all known elections" may be said."""

    HOLDS = "holds"
    """Every number that any source gives for an earlier election is smaller."""
    DENIED = "denied"
    """A source gives as many or more for an earlier election. That it may be wrong does not make the claim right."""
    OPEN = "open"
    """No earlier number is known, or one is given so loosely that it may be as large."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says of one earlier election."""

    election: str
    on: date
    """The day of that election."""
    measure: Measure
    value: int
    precision: Precision = Precision.EXACT
    stage: Stage = Stage.HELD
    source: str = ""

    @property
    def least(self) -> int:
        """The smallest number that the words allow."""
        loose = self.precision in (Precision.ABOUT, Precision.NEARLY)
        return self.value - _half_place(self.value) if loose else self.value

    @property
    def most(self) -> int | None:
        """The largest number that the words allow; `None` where they set no bound."""
        if self.precision is Precision.OVER:
            return None
        return self.value + _half_place(self.value) if self.precision is Precision.ABOUT else self.value


def _half_place(value: int) -> int:
    """Half of the last decimal place that is not nought: 5 of 40, 500 of 12,000."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place // 2


@dataclass(frozen=True, slots=True)
class Claim:
    """Whether this election has the most, and what stands behind the answer."""

    measure: Measure
    value: int
    verdict: Verdict
    highest: Statement | None
    """The largest earlier number that any source gives."""
    against: tuple[Statement, ...]
    """Statements of as many or more."""
    loose: tuple[Statement, ...]
    """Smaller ones that are given so loosely that the true number may be as large."""
    silent: tuple[str, ...]
    """Earlier elections of which no source gives this number."""


def most_so_far(measure: Measure, value: int, on: date, known: Iterable[Statement]) -> Claim:
    """Whether `value` on the day `on` is more than in every earlier election of which a number is known."""
    earlier = sorted((one for one in known if one.on < on), key=lambda one: (one.on, one.election, one.source))
    own = [one for one in earlier if one.measure is measure]
    against = tuple(one for one in own if one.value >= value)
    loose = tuple(one for one in own if one.value < value and (one.most is None or one.most >= value))
    told = {one.election for one in own}
    silent = tuple(dict.fromkeys(one.election for one in earlier if one.election not in told))
    verdict = Verdict.DENIED if against else Verdict.OPEN if loose or not own else Verdict.HOLDS
    highest = max(own, key=lambda one: one.value, default=None)
    return Claim(measure, value, verdict, highest, against, loose, silent)


def contradictions(known: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """Where sources exclude each other: numbers of one thing that cannot both be true, in the order of elections."""
    groups: dict[tuple[date, str, Measure], list[Statement]] = defaultdict(list)
    for one in known:
        groups[one.on, one.election, one.measure].append(one)
    return tuple(tuple(group) for _key, group in sorted(groups.items()) if _apart(group))


def _apart(group: Sequence[Statement]) -> bool:
    """Whether no one number satisfies all."""
    bounds = [one.most for one in group if one.most is not None]
    return bool(bounds) and max(one.least for one in group) > min(bounds)


def mixed_up(known: Iterable[Statement]) -> tuple[tuple[Statement, Statement], ...]:
    """Where two sources give the same number for two different things of one election: one may have mixed them up."""
    found = sorted(known, key=lambda one: (one.on, one.election, list(Measure).index(one.measure), one.source))
    return tuple(
        (one, other)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if (one.election, one.value) == (other.election, other.value)
        and one.measure is not other.measure
        and one.source != other.source
    )


def history_problems(known: Sequence[Statement], on: date) -> list[Problem]:
    """What is wrong with statements that are to be kept for the election of the day `on`, by their place in the list.

    N401: the election is not earlier. N402: the number is below nought. N403: no source that anyone can open. N404: one
    election has two days. N405: a source says the same twice.
    """
    days: dict[str, date] = {}
    seen: set[tuple[str, Measure, str]] = set()
    problems = []
    for place, one in enumerate(known, start=1):
        where, key = str(place), (one.election, one.measure, one.source)
        first = days.setdefault(one.election, one.on)
        facts: dict[str, Fact] = {
            "election": one.election[:80],
            "day": one.on.isoformat(),
            "other": first.isoformat(),
            "number": one.value,
        }
        checks = (
            ("N401", one.on >= on),
            ("N402", one.value < 0),
            ("N403", not one.source.startswith(("https://", "http://"))),
            ("N404", first != one.on),
            ("N405", key in seen),
        )
        problems += [Problem(code, where, facts) for code, broken in checks if broken]
        seen.add(key)
    return problems
