"""What of a telephone and of those whom a station serves is told as a change.

Source: the project's own rule (docs/publication.md); no law read so far says more than that stations are published.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

Served = tuple[str, str, str]
"""A mission, the country that it serves, and one of its regions or the empty string for all of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A fact became another at an instant (UTC). Empty: it was not told to the public."""

    before: str
    after: str
    at: datetime


def told_numbers(steps: Iterable[Step]) -> list[Step]:
    """Of a telephone's public steps, oldest first, those that are told.

    A number that was withdrawn from the public is told no more, neither now nor as what was before.
    """
    told: list[Step] = []
    for step in steps:
        told = [*told, step] if step.after else []
    return told


def moved(before: Collection[Served], after: Collection[Served]) -> list[tuple[Served, bool]]:
    """What each mission no longer serves, then what it serves anew (`True`), in order.

    The first catchments of an election are no change: where nobody served anything, nothing moved.
    """
    if not before:
        return []
    lost, gained = sorted(set(before) - set(after)), sorted(set(after) - set(before))
    return [(one, False) for one in lost] + [(one, True) for one in gained]
