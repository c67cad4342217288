"""Frozen values and typed codes that every subject of the core shares."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

JurisdictionCode = NewType("JurisdictionCode", str)
ElectionCode = NewType("ElectionCode", str)
MissionCode = NewType("MissionCode", str)
PersonCode = NewType("PersonCode", str)
CountryCode = NewType("CountryCode", str)
"""ISO 3166-1 alpha-2, upper case."""


class Basis(StrEnum):
    """How a fact is known. Only `published` and `decided` facts may leave the staff pages as established."""

    DECIDED = "decided"
    """Set by an act in this system."""
    PUBLISHED = "published"
    """Read in a source outside."""
    INFERRED = "inferred"
    """Derived from other facts; never shown to the public as a fact."""


ESTABLISHED = frozenset({str(Basis.DECIDED), str(Basis.PUBLISHED)})
"""Only what was decided here or read in a source outside is told to everyone as a fact."""


@dataclass(frozen=True, slots=True, order=True)
class StationKey:
    """What names a station: its number is unique only inside its district."""

    election: ElectionCode
    district: str
    number: int


class Text(Mapping[str, str]):
    """One text in several languages, by BCP 47 tag; English is what code falls back to."""

    __slots__ = ("_by_language",)

    def __init__(self, by_language: Mapping[str, str]) -> None:
        self._by_language = MappingProxyType(dict(by_language))

    def __getitem__(self, language: str) -> str:
        return self._by_language[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_language)

    def __len__(self) -> int:
        return len(self._by_language)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._by_language.items())))

    def __repr__(self) -> str:
        return f"Text({dict(self._by_language)!r})"

    def __str__(self) -> str:
        return self.in_language("en")

    def in_language(self, language: str) -> str:
        """The text in `language`, else in its base language, else in English, else in the first there is."""
        for wanted in (language, language.partition("-")[0], "en"):
            if wanted in self._by_language:
                return self._by_language[wanted]
        return next(iter(self._by_language.values()), "")


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which a provision is in force: both ends included, `None` is open."""

    start: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: "Span") -> bool:
        starts_after = other.end is not None and self.start is not None and self.start > other.end
        ends_before = other.start is not None and self.end is not None and self.end < other.start
        return not starts_after and not ends_before


ASSUMED = "assumed"
"""What stands as `source` where the law was not read: such a rule warns and never refuses."""
