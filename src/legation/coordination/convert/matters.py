"""Rows of matters and minutes as values."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from legation.coordination.models import (
    Matter,
    MatterEffect,
    MatterOption,
    MatterOwner,
    MatterRemark,
    Minutes,
)
from legation_core.correspondence import matters as core
from legation_core.correspondence.matters import Origin, Point, State
from legation_core.values import PersonCode


@dataclass(frozen=True, slots=True)
class OptionValue:
    number: int
    text: str
    institution: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RemarkValue:
    step: str
    body: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EffectValue:
    kind: str
    code: str
    at: datetime

    @property
    def told(self) -> str:
        return f"{self.kind}:{self.code}"


@dataclass(frozen=True, slots=True)
class MatterValue:
    """A matter as pages and desks show it. `owners`: person by institution."""

    id: int
    code: str
    election: str
    title: str
    text: str
    origin: Origin
    origin_code: str
    scope_kind: str
    scope_code: str
    raised_body: str
    raised_at: datetime
    due: datetime
    state: State
    decision: int | None
    decided_at: datetime | None
    closed_at: datetime | None
    closing: str
    sorting: str
    owners: Mapping[str, PersonCode]
    options: int
    effects: int
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of the owners by institution, for the staff pages."""
    place_name: str = ""
    """Mission and station by name, a district by its number, in the reader's language."""

    @property
    def is_open(self) -> bool:
        return self.state in core.OPEN

    @property
    def core(self) -> core.Matter:
        return core.Matter(self.state, self.owners, self.options, self.effects)

    @property
    def point(self) -> Point:
        return Point(self.code, self.state, self.due, self.raised_at, frozenset(self.owners))

    @property
    def missing(self) -> tuple[str, ...]:
        """The institutions that have no owner for it yet."""
        return core.missing(self.owners)

    @property
    def place(self) -> str:
        """The code of the mission, district or station whose it is."""
        return self.scope_code.rpartition("/")[2] if self.scope_kind != "jurisdiction" else ""

    def late(self, now: datetime) -> bool:
        return self.state in (State.RAISED, State.TAKEN) and self.due <= now


def matter_value(
    row: Matter, owners: Mapping[str, PersonCode], options: int, effects: int, names: Mapping[str, str], place: str
) -> MatterValue:
    return MatterValue(
        id=row.pk,
        code=row.code,
        election=row.election_id,
        title=row.title,
        text=row.text,
        origin=Origin(row.origin),
        origin_code=row.origin_code,
        scope_kind=row.scope_kind,
        scope_code=row.scope_code,
        raised_body=row.raised_body,
        raised_at=row.raised_at,
        due=row.due,
        state=State(row.state),
        decision=row.decision,
        decided_at=row.decided_at,
        closed_at=row.closed_at,
        closing=row.closing,
        sorting=row.sorting,
        owners=owners,
        options=options,
        effects=effects,
        names=names,
        place_name=place,
    )


def option_value(row: MatterOption) -> OptionValue:
    return OptionValue(row.number, row.text, row.institution, row.at)


def remark_value(row: MatterRemark) -> RemarkValue:
    return RemarkValue(row.step, row.body, row.text, row.at)


def effect_value(row: MatterEffect) -> EffectValue:
    return EffectValue(row.kind, row.code, row.at)


def owner_pair(row: MatterOwner) -> tuple[str, PersonCode]:
    return row.institution, PersonCode(row.person)


@dataclass(frozen=True, slots=True)
class MinutesValue:
    """The minutes of a meeting; `parts` are pairs of a part of the agenda and its matters as they stood."""

    election: str
    number: int
    held_at: datetime
    parts: tuple[tuple[str, tuple[dict[str, Any], ...]], ...]
    digest: str
    signed_at: datetime | None

    @property
    def matters(self) -> int:
        return sum(len(rows) for _part, rows in self.parts)


def minutes_value(row: Minutes) -> MinutesValue:
    parts = tuple((str(part), tuple(rows)) for part, rows in row.parts)
    return MinutesValue(row.election_id, row.number, row.held_at, parts, row.digest, row.signed_at)


def digest_of(parts: object) -> str:
    """SHA-256 over what stands in minutes or an option, in one fixed writing."""
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
