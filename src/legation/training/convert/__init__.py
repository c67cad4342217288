"""Rows of seminars as values."""

from dataclasses import dataclass
from datetime import date, datetime

from legation.training.models import Module, Participant, Seat, Seminar, SeminarSession, Speaker
from legation_core.training.audience import Rule
from legation_core.training.audience import Seat as SeatKind
from legation_core.training.hours import Wish
from legation_core.training.states import Answer, State
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class SeminarValue:
    id: int
    code: str
    jurisdiction: str
    election: str
    state: State
    names: Text
    aims: Text
    languages: tuple[str, ...]
    days: tuple[date, ...]
    length: int
    opens: int
    closes: int
    rule: Rule
    share: int
    room: str
    link: str
    answer_by: datetime | None
    planned_at: datetime
    invited_at: datetime | None
    source: str
    basis: str

    def wish(self, zone: str) -> Wish:
        """What the slot finder looks for, with days by the clock of `zone`."""
        return Wish(self.days, zone, self.length, self.opens, self.closes)


@dataclass(frozen=True, slots=True)
class ModuleValue:
    id: int
    code: str
    order: int
    names: Text
    minutes: int
    text: str
    file: str
    file_name: str
    basis: str


@dataclass(frozen=True, slots=True)
class SessionValue:
    id: int
    number: int
    starts_at: datetime
    ends_at: datetime
    room: str
    basis: str
    opened_at: datetime | None
    ended_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether people can enter."""
        return self.opened_at is not None and self.ended_at is None

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class SpeakerValue:
    id: int
    code: str
    name: str
    function: str
    body: str
    zone: str
    any_hour: bool
    stands_in_for: int | None
    source: str
    basis: str


@dataclass(frozen=True, slots=True)
class SeatValue:
    id: int
    code: str
    kind: SeatKind
    of: str
    session: int | None
    """Number of the session in which the seat takes part."""
    answer: Answer
    reason: str
    invited_at: datetime | None
    answered_at: datetime | None
    reminded_at: datetime | None
    basis: str


@dataclass(frozen=True, slots=True)
class ParticipantValue:
    id: int
    code: str
    seat: int
    name: str
    substitute: bool
    further: bool
    station: str
    function: str
    basis: str
    added_at: datetime


def seminar_value(row: Seminar) -> SeminarValue:
    return SeminarValue(
        id=row.pk,
        code=row.code,
        jurisdiction=row.jurisdiction_id,
        election=row.election_id,
        state=State(row.state),
        names=Text(row.names),
        aims=Text(row.aims),
        languages=tuple(row.languages),
        days=tuple(date.fromisoformat(one) for one in row.days),
        length=row.length,
        opens=row.opens,
        closes=row.closes,
        rule=Rule(row.missions, row.chairs, tuple(row.units)),
        share=row.share,
        room=row.room,
        link=row.link,
        answer_by=row.answer_by,
        planned_at=row.planned_at,
        invited_at=row.invited_at,
        source=row.source,
        basis=row.basis,
    )


def module_value(row: Module) -> ModuleValue:
    return ModuleValue(
        row.pk, row.code, row.order, Text(row.names), row.minutes, row.text, row.file, row.file_name, row.basis
    )


def session_value(row: SeminarSession) -> SessionValue:
    return SessionValue(
        row.pk, row.number, row.starts_at, row.ends_at, row.room, row.basis, row.opened_at, row.ended_at
    )


def speaker_value(row: Speaker) -> SpeakerValue:
    return SpeakerValue(
        row.pk, row.code, row.name, row.function, row.body, row.zone, row.any_hour, row.stands_in_for_id,
        row.source, row.basis,
    )  # fmt: skip


def seat_value(row: Seat) -> SeatValue:
    return SeatValue(
        id=row.pk,
        code=row.code,
        kind=SeatKind(row.kind),
        of=row.of,
        session=row.session.number if row.session else None,
        answer=Answer(row.answer),
        reason=row.reason,
        invited_at=row.invited_at,
        answered_at=row.answered_at,
        reminded_at=row.reminded_at,
        basis=row.basis,
    )


def participant_value(row: Participant) -> ParticipantValue:
    return ParticipantValue(
        row.pk, row.code, row.seat_id, row.name, row.substitute, row.further, row.station, row.function, row.basis,
        row.added_at,
    )  # fmt: skip
