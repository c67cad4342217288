"""Reads of seminars: those an actor may see, one with its agenda, speakers, sessions and seats."""

from collections.abc import Iterable
from dataclasses import dataclass

from legation.base.actors import Actor, OutOfScope
from legation.base.wording import text_of
from legation.base.wording.codes import Coded
from legation.plan.convert import ElectionValue
from legation.training.convert import (
    ModuleValue,
    ParticipantValue,
    SeatValue,
    SeminarValue,
    SessionValue,
    SpeakerValue,
    module_value,
    participant_value,
    seat_value,
    seminar_value,
    session_value,
    speaker_value,
)
from legation.training.models import Module, Participant, Seat, Seminar, SeminarSession, Speaker
from legation.training.permissions import organises, own_seat
from legation_core.training.states import Answer, State


@dataclass(frozen=True, slots=True)
class Tally:
    """How many seats there are and how they answered."""

    seats: int
    yes: int
    substitute: int
    no: int
    none: int


def seminars(election: ElectionValue) -> tuple[SeminarValue, ...]:
    """Every seminar of an election, the newest first."""
    return tuple(seminar_value(row) for row in Seminar.objects.filter(election=election.code).order_by("-planned_at"))


def seminars_for(actor: Actor, election: ElectionValue) -> tuple[SeminarValue, ...]:
    """Those that the actor sees: every one for the institutions at home, for other places those they are asked to."""
    found = seminars(election)
    if organises(actor):
        return found
    own = own_seat(actor)
    kind, of = own or ("", "")
    asked = set(
        Seat.objects.filter(seminar__election=election.code, kind=kind, of=of).values_list("seminar", flat=True)
    )
    return tuple(one for one in found if one.id in asked and one.state is not State.PLANNED)


def seminar_for(actor: Actor, election: ElectionValue, code: str) -> SeminarValue:
    """One seminar that the actor sees; any other is out of scope."""
    found = next((one for one in seminars_for(actor, election) if one.code == code), None)
    if found is None:
        raise OutOfScope(code)
    return found


def modules(seminar: SeminarValue) -> tuple[ModuleValue, ...]:
    return tuple(module_value(row) for row in Module.objects.filter(seminar=seminar.id).order_by("order"))


def module(seminar: SeminarValue, code: str) -> ModuleValue:
    """One module. Unknown: out of scope."""
    found = next((one for one in modules(seminar) if one.code == code), None)
    if found is None:
        raise OutOfScope(code)
    return found


def sessions(seminar: SeminarValue) -> tuple[SessionValue, ...]:
    rows = SeminarSession.objects.filter(seminar=seminar.id).order_by("number")
    return tuple(session_value(row) for row in rows)


def session(seminar: SeminarValue, number: int) -> SessionValue:
    """One session. Unknown: out of scope."""
    found = next((one for one in sessions(seminar) if one.number == number), None)
    if found is None:
        raise OutOfScope(number)
    return found


def speakers(seminar: SeminarValue) -> tuple[SpeakerValue, ...]:
    return tuple(speaker_value(row) for row in Speaker.objects.filter(seminar=seminar.id).order_by("order"))


def seats(seminar: SeminarValue) -> tuple[SeatValue, ...]:
    """Every seat in the order in which the rule gave them."""
    rows = Seat.objects.filter(seminar=seminar.id).select_related("session").order_by("pk")
    return tuple(seat_value(row) for row in rows)


def seats_for(actor: Actor, seminar: SeminarValue) -> tuple[SeatValue, ...]:
    """The seats that the actor may open: every one for the institutions at home, elsewhere one's own."""
    found, own = seats(seminar), own_seat(actor)
    if organises(actor):
        return found
    return tuple(one for one in found if (str(one.kind), one.of) == own)


def seat_for(actor: Actor, seminar: SeminarValue, code: str) -> SeatValue:
    """One seat that the actor may open; any other is out of scope."""
    found = next((one for one in seats_for(actor, seminar) if one.code == code), None)
    if found is None:
        raise OutOfScope(code)
    return found


def participants(seminar: SeminarValue) -> dict[int, tuple[ParticipantValue, ...]]:
    """Who comes, by seat: whoever holds it first. One query."""
    rows = Participant.objects.filter(seat__seminar=seminar.id, withdrawn_at__isnull=True).order_by("further", "pk")
    found: dict[int, list[ParticipantValue]] = {}
    for row in rows:
        found.setdefault(row.seat_id, []).append(participant_value(row))
    return {seat: tuple(ones) for seat, ones in found.items()}


def tally(found: Iterable[SeatValue]) -> Tally:
    """Counted from the seats as they were read."""
    answers = [one.answer for one in found]
    return Tally(len(answers), *(answers.count(one) for one in (Answer.YES, Answer.SUBSTITUTE, Answer.NO, Answer.NONE)))


def unanswered(actor: Actor, election: ElectionValue) -> tuple[tuple[SeminarValue, SeatValue], ...]:
    """Invitations that the actor's own place has not answered: one query where there is none."""
    own = own_seat(actor)
    if own is None:
        return ()
    rows = Seat.objects.filter(
        seminar__election=election.code, seminar__state=State.INVITED, kind=own[0], of=own[1], answer=Answer.NONE
    ).select_related("seminar", "session")
    return tuple((seminar_value(row.seminar), seat_value(row)) for row in rows.order_by("pk"))


def names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Seminars in records: as they are called, in the reader's language. One query."""
    rows = Seminar.objects.filter(code__in={one.code for one in wanted}).values_list("code", "election", "names")
    found = {(code, election): text_of(called) for code, election, called in rows}
    return {one: found[key] for one in wanted if (key := (one.code, one.election)) in found}
