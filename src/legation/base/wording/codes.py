"""Codes in records as people read them: a capability says how the codes of its things are named.

A log holds codes, which never change and belong to no language; a sentence about them names the thing. Names are looked
up for all the sentences of a page at once, so that a page of records costs one query a kind of thing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Coded(NamedTuple):
    """A code in the public part of a record, with the jurisdiction and the election that the record is about."""

    jurisdiction: str
    election: str
    code: str


Namer = Callable[[frozenset[Coded]], Mapping[Coded, str]]
"""Names in the reader's language of those codes that it knows."""

_namers: dict[str, list[Namer]] = defaultdict(list)


def name_codes(field: str, namer: Namer) -> None:
    """Let `namer` name the codes that records keep under `field`. Called by a capability's app when it is ready."""
    if namer not in _namers[field]:
        _namers[field].append(namer)


def names_of(wanted: Iterable[tuple[str, Coded]]) -> dict[tuple[str, Coded], str]:
    """The names of pairs of field and code; a code that nobody knows is left out."""
    by_field: dict[str, set[Coded]] = defaultdict(set)
    for field, coded in wanted:
        if field in _namers:
            by_field[field].add(coded)
    return {
        (field, coded): name
        for field, codes in by_field.items()
        for namer in _namers[field]
        for coded, name in namer(frozenset(codes)).items()
    }
