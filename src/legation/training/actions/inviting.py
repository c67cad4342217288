"""Inviting to a seminar, answering, naming who comes, reminding."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from legation.base import entropy, mailing, queue
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan.convert import ElectionValue
from legation.training.actions.shared import about, locked, may_plan, step
from legation.training.convert import seat_value, seminar_value
from legation.training.models import Module, Participant, Seat, Seminar, SeminarSession
from legation.training.permissions import scopes_of
from legation.training.queries.places import Sitting, seats_by_rule, sittings, stations_of
from legation_core.problems import Refused
from legation_core.training.audience import Seat as SeatKind
from legation_core.training.reminders import due
from legation_core.training.slots import session_for
from legation_core.training.states import Answer, check_answer, check_invitation


def invite(*, election: str, code: str, answer_by: datetime, basis: str = "", by: Actor, at: datetime) -> int:
    """Invite whom the rule names, each to the session that suits best. Again: whoever came to it since. How many."""
    with act("seminar_invited", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        step(row, "invite")
        sessions = list(SeminarSession.objects.filter(seminar=row).order_by("number"))
        asked = seats_by_rule(value, seminar_value(row))
        modules = Module.objects.filter(seminar=row).count()
        check_invitation(sessions=len(sessions), modules=modules, seats=len(asked))
        known = set(Seat.objects.filter(seminar=row).values_list("kind", "of"))
        new = [one for one in sittings(value, asked) if (str(one.asked.seat), one.asked.code) not in known]
        _seat(value, row, new, sessions, basis, at)
        row.answer_by, row.invited_at = answer_by, row.invited_at or at
        row.invited_by, row.invited_as = str(by.person), by.role
        row.save()
        about(record, value, row)
        record.public(seminar=row.code, seats=len(new))
    return len(new)


def _seat(
    value: ElectionValue,
    row: Seminar,
    new: Sequence[Sitting],
    sessions: Sequence[SeminarSession],
    basis: str,
    at: datetime,
) -> None:
    wish, starts = seminar_value(row).wish(value.home_zone), [one.starts_at for one in sessions]
    seats = Seat.objects.bulk_create(
        Seat(
            seminar=row, code=entropy.code(10), kind=one.asked.seat, of=one.asked.code, invited_at=at, basis=basis,
            session=sessions[session_for(one.place, starts, wish)],
        )
        for one in new
    )  # fmt: skip
    _mail([one.code for one in seats if one.kind == SeatKind.REPRESENTATIVE])


def _mail(seats: Iterable[str]) -> None:
    """Owe each of these seats a mail, where a server that sends is named."""
    for seat in seats if mailing.set_up() else ():
        queue.enqueue("training.invitation", seat)


def answer(
    *,
    election: str,
    code: str,
    seat: str,
    answer: Answer,
    name: str = "",
    station: str = "",
    function: str = "",
    session: int = 0,
    reason: str = "",
    basis: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Answer an invitation and say who comes, to which session. A later answer takes the place of the one before."""
    with act("seminar_answered", by=by, at=at) as record:
        value, row, held = _own(by, election, code, seat)
        step(row, "answer")
        check_answer(answer, name)
        held.answer, held.answered_at, held.reason = answer, at, reason.strip()[:300]
        if session:
            held.session = _session(row, session, at)
        held.save()
        Participant.objects.filter(seat=held, withdrawn_at=None, further=False).update(withdrawn_at=at)
        if answer is not Answer.NO:
            _add(value, held, name, station, function, basis, at, substitute=answer is Answer.SUBSTITUTE)
        _told(record, value, row, held)
        record.public(answer=str(answer))


def add_participant(
    *,
    election: str,
    code: str,
    seat: str,
    name: str,
    station: str = "",
    function: str = "",
    basis: str = "",
    by: Actor,
    at: datetime,
) -> str:
    """Name somebody who takes part beside whoever holds the seat. Gives the participant's code."""
    with act("seminar_joined", by=by, at=at) as record:
        value, row, held = _own(by, election, code, seat)
        step(row, "answer")
        check_answer(Answer.YES, name)
        found = _add(value, held, name, station, function, basis, at, further=True)
        _told(record, value, row, held)
    return found.code


def _own(by: Actor, election: str, code: str, seat: str) -> tuple[ElectionValue, Seminar, Seat]:
    """The seminar and the seat, locked, where the actor answers for the seat. Unknown: out of scope."""
    value, row = locked(by, election, code)
    held = Seat.objects.select_for_update().filter(seminar=row, code=seat).first()
    if held is None:
        raise OutOfScope(seat)
    require(by, Permission.SEMINAR_ANSWER, scopes_of(value.jurisdiction, election, held.kind, held.of))
    return value, row, held


def _session(row: Seminar, number: int, at: datetime) -> SeminarSession:
    """The chosen session; one that is over takes nobody."""
    found = {one.number: one for one in SeminarSession.objects.filter(seminar=row)}
    if number not in found:
        raise Refused("S116", facts={"sessions": ", ".join(str(one) for one in sorted(found))})
    if found[number].ends_at <= at:
        raise Refused("S118")
    return found[number]


def _add(
    value: ElectionValue,
    held: Seat,
    name: str,
    station: str,
    function: str,
    basis: str,
    at: datetime,
    *,
    substitute: bool = False,
    further: bool = False,
) -> Participant:
    """Who comes. A function is one in the commission of a station of the seat's own mission or district."""
    if bool(station) != bool(function) or (station and station not in stations_of(value, seat_value(held))):
        raise Refused("S119")
    return Participant.objects.create(
        seat=held, code=entropy.code(12), name=name.strip()[:120], substitute=substitute, further=further,
        station=station, function=function, basis=basis, added_at=at,
    )  # fmt: skip


def _told(record: Record, value: ElectionValue, row: Seminar, held: Seat) -> None:
    about(record, value, row)
    record.public(seminar=row.code, seat=held.kind)
    record.private(seat_code=held.code, of=held.of)


def remind(*, election: str, code: str, by: Actor, at: datetime) -> int:
    """Remind whoever has not answered and is due. How many; nothing is recorded where nobody is."""
    if not _due(election, code, at):
        return 0
    with act("seminar_reminded", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        found = _due(election, code, at)
        Seat.objects.filter(pk__in=found).update(reminded_at=at)
        _mail(Seat.objects.filter(pk__in=found, kind=SeatKind.REPRESENTATIVE).values_list("code", flat=True))
        about(record, value, row)
        record.public(seminar=row.code, seats=len(found))
    return len(found)


def _due(election: str, code: str, at: datetime) -> list[int]:
    rows = Seat.objects.filter(
        seminar__election=election, seminar__code=code, seminar__state="invited", answer=Answer.NONE
    ).select_related("seminar", "session")
    return [
        row.pk
        for row in rows
        if row.session
        and row.seminar.answer_by
        and due(
            Answer(row.answer), wanted=row.seminar.answer_by, until=row.session.starts_at, last=row.reminded_at, now=at
        )
    ]
