"""Reads of what happened in sessions: rooms, attendance, questions."""

from dataclasses import dataclass
from datetime import datetime

from legation.coordination.queries import inquiries
from legation.training.convert import SeatValue, SeminarValue, SessionValue, seat_value
from legation.training.models import Attendance, RoomEvent, SeminarQuestion, SeminarSession
from legation_core.training.presence import Event, minutes_present


@dataclass(frozen=True, slots=True)
class AttendanceValue:
    participant: int
    session: int
    minutes: int
    enough: bool
    source: str


@dataclass(frozen=True, slots=True)
class QuestionValue:
    code: str
    seat: SeatValue
    text: str
    asked_at: datetime
    answer: str
    basis: str
    inquiry: str
    """Code of the inquiry that it became, or nothing."""


def attendance(seminar: SeminarValue) -> dict[int, tuple[AttendanceValue, ...]]:
    """Who took part for how long, by participant. One query."""
    rows = Attendance.objects.filter(session__seminar=seminar.id).select_related("session").order_by("session")
    found: dict[int, list[AttendanceValue]] = {}
    for row in rows:
        value = AttendanceValue(row.participant_id, row.session.number, row.minutes, row.enough, row.source)
        found.setdefault(row.participant_id, []).append(value)
    return {participant: tuple(ones) for participant, ones in found.items()}


def present_now(session: SessionValue, at: datetime) -> dict[str, int]:
    """Minutes so far of everybody whom the server told, by the participant's code."""
    rows = RoomEvent.objects.filter(session=session.id)
    events = [Event(row.person, row.connection, row.joined, row.at) for row in rows]
    return minutes_present(events, session.starts_at, min(at, session.ends_at))


def questions(seminar: SeminarValue) -> tuple[QuestionValue, ...]:
    """What was asked, the open ones first, then the newest."""
    rows = list(SeminarQuestion.objects.filter(seat__seminar=seminar.id).select_related("seat", "seat__session"))
    answers = inquiries.answers_to(row.inquiry for row in rows if row.inquiry)
    found = [
        QuestionValue(
            row.code, seat_value(row.seat), row.text, row.asked_at, answers.get(row.inquiry, row.answer), row.basis,
            row.inquiry,
        )
        for row in rows
    ]  # fmt: skip
    newest = sorted(found, key=lambda one: one.asked_at, reverse=True)
    return tuple(sorted(newest, key=lambda one: bool(one.answer)))


def room_names() -> dict[str, int]:
    """Sessions whose rooms are open or were, by the room's name."""
    return dict(SeminarSession.objects.filter(opened_at__isnull=False).values_list("room", "pk"))
