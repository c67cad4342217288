"""The kinds of record. Each capability declares its own in `records.py`; an act of no declared kind cannot happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from legation_core.problems import Fact


class PublicFrom(StrEnum):
    """When the public part of a record opens."""

    AT_ONCE = "at_once"
    WITH_PUBLICATION = "with_publication"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its public fields, its sentence over them (and `body`), its title, when the fields open.

    `withheld` is the sentence where a field is empty because nobody established what would stand in it.
    """

    name: str
    fields: tuple[str, ...]
    sentence: str
    title: str = ""
    public_from: PublicFrom = PublicFrom.AT_ONCE
    withheld: str = ""


_kinds: dict[str, Kind] = {}


def declare(kind: Kind) -> Kind:
    """Make `kind` known. A name is declared once."""
    if kind.name in _kinds and _kinds[kind.name] != kind:
        raise ValueError(f"the kind of record {kind.name!r} is declared twice")
    _kinds[kind.name] = kind
    return kind


def kind_of(name: str) -> Kind:
    """The declared kind. An undeclared one is a bug."""
    return _kinds[name]


def known_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds[name] for name in sorted(_kinds))


def check_fields(kind: Kind, given: Mapping[str, Fact | None]) -> None:
    """The public part holds the declared fields and no other."""
    if set(given) != set(kind.fields):
        raise ValueError(f"{kind.name} declares {sorted(kind.fields)}, was given {sorted(given)}")
