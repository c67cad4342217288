"""Rows of the plan as core values."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from legation.plan.models import District, Election, LawbookVersion
from legation_core.lawbook import loader
from legation_core.lawbook.model import Lawbook, Rules
from legation_core.timetable.deadlines import ElectionDates
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class LawbookValue:
    """A version of a lawbook and how far its adoption has come."""

    jurisdiction: str
    version: str
    digest: str
    proposed_at: datetime
    adopted_at: datetime | None
    decision: str
    in_use: bool


@dataclass(frozen=True, slots=True)
class ElectionValue:
    """An election with the rules in force on its day."""

    code: str
    jurisdiction: str
    names: Text
    kind: str
    called_on: date
    day_set_on: date
    election_day: date
    rules: Rules

    @property
    def dates(self) -> ElectionDates:
        return ElectionDates(self.called_on, self.day_set_on, self.election_day)

    def moved_to(self, day: date) -> "ElectionValue":
        """The same election on another day, with the rules in force then."""
        return replace(self, election_day=day, rules=self.book.on(day))

    @property
    def book(self) -> Lawbook:
        return self.rules.book

    @property
    def home_zone(self) -> str:
        return self.book.home_zone


@dataclass(frozen=True, slots=True)
class DistrictValue:
    """A home district that may carry stations abroad."""

    number: str
    names: Text


@lru_cache(maxsize=16)
def _book(digest: str, octets: bytes) -> Lawbook:
    return loader.read(octets, name=digest[:12])


@lru_cache(maxsize=64)
def _rules(digest: str, octets: bytes, day: date) -> Rules:
    return _book(digest, octets).on(day)


def book_of(row: LawbookVersion) -> Lawbook:
    """The lawbook of a version, read once a process."""
    return _book(row.digest, bytes(row.octets))


def lawbook_value(row: LawbookVersion, in_use: bool) -> LawbookValue:
    return LawbookValue(
        row.jurisdiction_id, row.version, row.digest, row.proposed_at, row.adopted_at, row.decision, in_use
    )


def election_value(row: Election) -> ElectionValue:
    return ElectionValue(
        code=row.code,
        jurisdiction=row.jurisdiction_id,
        names=Text(row.names),
        kind=row.kind,
        called_on=row.called_on,
        day_set_on=row.day_set_on,
        election_day=row.election_day,
        rules=_rules(row.lawbook.digest, bytes(row.lawbook.octets), row.election_day),
    )


def district_value(row: District) -> DistrictValue:
    return DistrictValue(row.number, Text(row.names))
