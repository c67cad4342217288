"""Holding a seminar: where, opening and ending rooms, attendance by events or by hand, questions."""

from collections.abc import Iterable
from datetime import datetime

from legation.base import entropy, queue
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.base.wording import text_of
from legation.coordination.actions import inquiries
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.training.actions.shared import about, locked, may_plan, step
from legation.training.convert import session_value
from legation.training.convert.bigbluebutton import Told
from legation.training.models import Attendance, Participant, RoomEvent, Seat, Seminar, SeminarQuestion, SeminarSession
from legation.training.permissions import scopes_of
from legation.training.queries.holding import present_now, room_names
from legation_core.problems import Refused
from legation_core.training.presence import attended
from legation_core.training.states import State, next_state


def set_room(*, election: str, code: str, room: str, link: str = "", by: Actor, at: datetime) -> None:
    """Say where the seminar is held: at one of the institution's servers, or at a link."""
    with act("seminar_changed", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        next_state(State(row.state), "agenda")
        if room == "link" and not link.startswith("https://"):
            raise Refused("S120", facts={"typed": link[:80]})
        row.room, row.link = room, link if room == "link" else ""
        row.save(update_fields=["room", "link"])
        about(record, value, row)
        record.public(seminar=row.code, part="room")


def ask_room(*, election: str, code: str, number: int, by: Actor) -> None:
    """Have the worker open the room at the conference server, in the name of whoever asks."""
    value = plan.election_for(by, election)
    may_plan(by, value)
    queue.enqueue("training.open_room", f"{election} {code} {number} {by.person} {by.role}")


def open_room(*, election: str, code: str, number: int, by: Actor, at: datetime) -> None:
    """From now on people enter the session. Again: nothing changes."""
    with act("seminar_room_opened", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        next_state(State(row.state), "hold")
        session = _session(row, number)
        if session.ended_at is not None:
            raise Refused("S133")
        session.opened_at = session.opened_at or at
        session.save(update_fields=["opened_at"])
        about(record, value, row)
        record.public(seminar=row.code, session=number)


def take_events(told: Iterable[Told]) -> int:
    """Keep joins and leaves of rooms that are ours, each once however often it is told. How many there were.

    These are no acts: they become attendance when the session is ended, and that act counts them.
    """
    rooms = room_names()
    found = [
        RoomEvent(
            session_id=rooms[one.room], person=one.event.person, connection=one.event.connection,
            joined=one.event.joined, at=one.event.at,
        )
        for one in told
        if one.room in rooms
    ]  # fmt: skip
    RoomEvent.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


def end_session(*, election: str, code: str, number: int, by: Actor, at: datetime) -> None:
    """End a session: what the server told becomes attendance. With the last session the seminar is held."""
    with act("seminar_session_ended", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        session = _session(row, number)
        if session.ended_at is not None:
            raise Refused("S133")
        next_state(State(row.state), "hold")
        people = list(Participant.objects.filter(seat__seminar=row, withdrawn_at=None))
        present = _count(row, session, people, at)
        session.opened_at, session.ended_at = session.opened_at or at, at
        session.save(update_fields=["opened_at", "ended_at"])
        if not SeminarSession.objects.filter(seminar=row, ended_at=None).exists():
            step(row, "hold")
            row.save(update_fields=["state"])
        if row.room == "bigbluebutton":
            queue.enqueue("training.end_room", f"{election} {code} {number}")
        of_all = sum(one.seat.session_id == session.pk for one in people)
        about(record, value, row)
        record.public(seminar=row.code, session=number, present=present, of_all=of_all)


def _count(row: Seminar, session: SeminarSession, people: list[Participant], at: datetime) -> int:
    """Keep the minutes of everybody whom the server told, where no hand entered them before. How many were enough."""
    value = session_value(session)
    minutes = present_now(value, at)
    for one in people:
        if one.code in minutes:
            enough = attended(minutes[one.code], value.minutes, row.share)
            Attendance.objects.get_or_create(
                session=session, participant=one,
                defaults={"minutes": minutes[one.code], "enough": enough, "source": "events", "at": at},
            )  # fmt: skip
    return Attendance.objects.filter(session=session, enough=True).count()


def enter_attendance(
    *, election: str, code: str, number: int, participants: Iterable[str], by: Actor, at: datetime
) -> None:
    """Say by hand who took part in a session; whoever is not named did not. What a server told before is corrected."""
    with act("seminar_attendance_entered", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        next_state(State(row.state), "hold")
        session, named = _session(row, number), set(participants)
        length = session_value(session).minutes
        known = {one.code: one for one in Participant.objects.filter(seat__seminar=row, withdrawn_at=None)}
        if named - set(known):
            raise OutOfScope(min(named - set(known)))
        before = {one.participant_id: one for one in Attendance.objects.filter(session=session)}
        for one in known.values():
            was = before.get(one.pk)
            if (one.code in named) != (was is not None and was.enough):
                minutes = length if one.code in named else 0
                Attendance.objects.update_or_create(
                    session=session, participant=one,
                    defaults={"minutes": minutes, "enough": one.code in named, "source": "hand", "at": at},
                )  # fmt: skip
        about(record, value, row)
        record.public(seminar=row.code, session=number, present=len(named))


def ask_question(
    *, election: str, code: str, seat: str, text: str, category: str = "", basis: str = "", by: Actor, at: datetime
) -> str:
    """Ask something before or in the seminar. It stays open until somebody answers. Gives its code.

    With a category it becomes an inquiry, and is answered by the body and by the clock that the lawbook names.
    """
    with act("seminar_question_asked", by=by, at=at) as record:
        value, row = locked(by, election, code)
        held = Seat.objects.filter(seminar=row, code=seat).first()
        if held is None:
            raise OutOfScope(seat)
        require(by, Permission.SEMINAR_ANSWER, scopes_of(value.jurisdiction, election, held.kind, held.of))
        next_state(State(row.state), "hold")
        found = SeminarQuestion.objects.create(
            seat=held, code=entropy.code(10), text=text.strip(), asked_at=at, basis=basis,
            inquiry=_inquiry(value, row, category, text.strip(), by, at) if category else "",
        )  # fmt: skip
        about(record, value, row)
        record.public(seminar=row.code, seat=held.kind)
        record.private(question=found.code)
    return found.code


def _inquiry(value: ElectionValue, row: Seminar, category: str, text: str, by: Actor, at: datetime) -> str:
    """The same as an inquiry of whoever asks, in the first language and urgency that the lawbook names."""
    lists = value.rules.lists
    return inquiries.ask(
        election=value.code, category=category, urgency=lists["inquiry_urgencies"][0].key,
        language=lists["inquiry_languages"][0].key, subject=text_of(row.names)[:200], text=text, by=by, at=at,
    )  # fmt: skip


def answer_question(*, election: str, code: str, question: str, text: str, by: Actor, at: datetime) -> None:
    """Answer what was asked; whoever asked reads it on their page."""
    with act("seminar_question_answered", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        found = SeminarQuestion.objects.select_for_update().filter(seat__seminar=row, code=question).first()
        if found is None or found.inquiry:
            raise OutOfScope(question)
        found.answer, found.answered_at = text.strip(), at
        found.save(update_fields=["answer", "answered_at"])
        about(record, value, row)
        record.public(seminar=row.code)
        record.private(question=question)


def _session(row: Seminar, number: int) -> SeminarSession:
    found = SeminarSession.objects.select_for_update().filter(seminar=row, number=number).first()
    if found is None:
        raise OutOfScope(number)
    return found
