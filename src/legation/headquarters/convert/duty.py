"""Shifts, entries and hand-overs as values, and shifts as the core's."""

from dataclasses import dataclass
from datetime import datetime

from legation.headquarters.models import Entry, HandOver, Shift
from legation_core.duty import rota


@dataclass(frozen=True, slots=True)
class ShiftValue:
    """A shift with its member. `handed` says that its hand-over is signed."""

    code: str
    body: str
    member: str
    person: str
    name: str
    function: str
    telephone: str
    starts: datetime
    ends: datetime
    handed: bool

    @property
    def core(self) -> rota.Shift:
        return rota.Shift(self.starts, self.ends, self.code, self.body, self.member)


@dataclass(frozen=True, slots=True)
class EntryValue:
    """A call, an order or a note of a headquarters' log."""

    code: str
    body: str
    kind: str
    mission: str
    with_whom: str
    text: str
    happened_at: datetime
    at: datetime
    follow_up: bool
    due: datetime | None
    closed_at: datetime | None
    outcome: str
    sorting: str

    @property
    def is_open(self) -> bool:
        """Whether somebody must still follow it up."""
        return self.follow_up and self.closed_at is None


@dataclass(frozen=True, slots=True)
class HandOverValue:
    shift: str
    incoming: str
    text: str
    items: tuple[str, ...]
    at: datetime


def core_shift(row: Shift) -> rota.Shift:
    return rota.Shift(row.starts, row.ends, row.code, row.body, row.member.code)


def shift_value(row: Shift, *, handed: bool, contacts: bool) -> ShiftValue:
    member = row.member
    return ShiftValue(
        row.code, row.body, member.code, member.person, member.name, member.function,
        member.telephone if contacts else "", row.starts, row.ends, handed,
    )  # fmt: skip


def entry_value(row: Entry) -> EntryValue:
    return EntryValue(
        code=row.code,
        body=row.body,
        kind=row.kind,
        mission=row.mission.code if row.mission else "",
        with_whom=row.with_whom,
        text=row.text,
        happened_at=row.happened_at,
        at=row.at,
        follow_up=row.follow_up,
        due=row.due,
        closed_at=row.closed_at,
        outcome=row.outcome,
        sorting=row.sorting,
    )


def hand_over_value(row: HandOver) -> HandOverValue:
    return HandOverValue(row.shift.code, row.incoming.code, row.text, tuple(row.items), row.at)
