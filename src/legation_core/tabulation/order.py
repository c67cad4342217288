"""Who comes before whom: ties decided by recorded lot, a second round, and what stations apart could still change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from legation_core.problems import Refused


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot that was drawn among options with the same votes, and the record of it."""

    order: tuple[str, ...]
    record: str


def placed(votes: Mapping[str, int], lots: Sequence[Lot] = ()) -> tuple[tuple[str, ...], ...]:
    """The options by votes, most first. Options with the same votes share a place unless a lot was drawn among them."""
    by_count: dict[int, list[str]] = {}
    for option, count in votes.items():
        by_count.setdefault(count, []).append(option)
    drawn = {frozenset(lot.order): lot.order for lot in lots}
    found: list[tuple[str, ...]] = []
    for count in sorted(by_count, reverse=True):
        tied = by_count[count]
        order = drawn.get(frozenset(tied))
        found.extend([(one,) for one in order] if order else [tuple(tied)])
    return tuple(found)


def with_majority(votes: Mapping[str, int], of: int, share: Fraction = Fraction(1, 2)) -> str | None:
    """The option with more than `share` of `of` votes, if there is one."""
    return next((option for option, count in votes.items() if count > share * of), None)


def second_round(votes: Mapping[str, int], lots: Sequence[Lot] = (), places: int = 2) -> tuple[str, ...]:
    """The options that stand in the second round. Refuses (P302) while a tie at the last place has no lot."""
    found: list[str] = []
    for tied in placed(votes, lots):
        if len(found) == places:
            break
        if len(found) + len(tied) > places:
            raise Refused("P302", facts={"options": ", ".join(sorted(tied)), "places": places - len(found)})
        found.extend(tied)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Open:
    """Two neighbours in the order whose places could still change."""

    ahead: str
    behind: str
    lead: int


def open_pairs(votes: Mapping[str, int], ballots: int) -> tuple[Open, ...]:
    """Neighbours whose order could change if all `ballots` that are not in the totals went to the one behind.

    `ballots` is the most that the stations apart can hold: the ballots they received, where their votes are in doubt.
    """
    ordered = [option for tied in placed(votes) for option in tied]
    return tuple(
        Open(ahead, behind, votes[ahead] - votes[behind])
        for ahead, behind in pairwise(ordered)
        if ballots > 0 and votes[ahead] - votes[behind] <= ballots
    )
