"""The page of whoever is asked to a seminar: when it is by their own clock, what it is about, their answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording.instants import Clock, told
from legation.plan.convert import ElectionValue
from legation.training import actions
from legation.training.convert import SeatValue, SeminarValue, SessionValue
from legation.training.queries import holding, learning, places
from legation.training.queries import seminars as queries
from legation.training.queries.invitations import icalendar_of
from legation.training.queries.places import Sitting
from legation.training.web.forms import AnswerForm, ParticipantForm
from legation.training.web.planning import done, form_page, found
from legation_core.training.audience import Asked
from legation_core.training.states import Answer, State


def own(
    request: HttpRequest, election: str, seminar: str, seat: str
) -> tuple[Actor, ElectionValue, SeminarValue, SeatValue]:
    """The actor, the election, the seminar and a seat that the actor may open."""
    actor, value, one = found(request, election, seminar)
    return actor, value, one, queries.seat_for(actor, one, seat)


def sitting_of(election: ElectionValue, held: SeatValue) -> Sitting:
    (found_one,) = places.sittings(election, [Asked(held.kind, held.of)])
    return found_one


def session_of(one: SeminarValue, held: SeatValue) -> SessionValue | None:
    return next((each for each in queries.sessions(one) if each.number == held.session), None)


@page(Permission.SEMINAR_READ)
def seat(request: HttpRequest, election: str, seminar: str, seat: str) -> HttpResponse:
    actor, value, one, held = own(request, election, seminar, seat)
    context: dict[str, Any] = {
        "election": value,
        "seminar": one,
        "seat": held,
        "sitting": sitting_of(value, held),
        "session": session_of(one, held),
        "modules": queries.modules(one),
        "speakers": [each for each in queries.speakers(one) if each.stands_in_for is None],
        "here": _here(one, held),
        "questions": [each for each in holding.questions(one) if each.seat.code == held.code],
        "may_answer": Permission.SEMINAR_ANSWER in actor.permissions and one.state is State.INVITED,
        "may_ask": Permission.SEMINAR_ANSWER in actor.permissions and one.state in (State.INVITED, State.HELD),
        "may_test": Permission.SEMINAR_ANSWER in actor.permissions and one.state in (State.INVITED, State.HELD),
        "sees_names": Permission.SEMINAR_ANSWER in actor.permissions,
    }
    return render(request, "training/seat.html", context)


def _here(one: SeminarValue, held: SeatValue) -> list[dict[str, Any]]:
    """Each participant of a seat: whether they took part, what they passed, their certificate."""
    there, tries = holding.attendance(one), learning.results(one)
    issued, tested = learning.certificates(one), learning.tested_modules(one)
    modules = [each for each in queries.modules(one) if each.code in tested]
    found_ones = []
    for person in queries.participants(one).get(held.id, ()):
        results = [(each, tries.get((person.id, each.code))) for each in modules]
        present = any(entry.enough for entry in there.get(person.id, ()))
        earned = present and all(result and result[2] for _module, result in results)
        found_ones.append({
            "person": person, "attendance": there.get(person.id, ()), "results": results,
            "certificate": issued.get(person.id), "earned": earned,
        })  # fmt: skip
    return found_ones


@page(Permission.SEMINAR_ANSWER)
def answer(request: HttpRequest, election: str, seminar: str, seat: str) -> HttpResponse:
    actor, value, one, held = own(request, election, seminar, seat)
    form = AnswerForm(
        request.POST or None, stations=places.stations_of(value, held), sessions=_sessions(value, one, held),
        initial={"answer": held.answer, "session": str(held.session or "")},
    )  # fmt: skip

    def do(given: dict[str, Any]) -> None:
        given = dict(given)
        given |= {"answer": Answer(given["answer"]), "session": int(given["session"])}
        actions.answer(election=election, code=seminar, seat=seat, by=actor, at=clock.now(), **given)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Your answer is kept."))
        return redirect("seminars:seat", election, seminar, seat)
    return form_page(request, value, form, gettext("Answer the invitation"), gettext("Send the answer"), one)


def _sessions(election: ElectionValue, one: SeminarValue, held: SeatValue) -> list[tuple[SessionValue, str]]:
    """The sessions that are still to come, by the clock of the seat."""
    sitting = sitting_of(election, held)
    clocks = Clock(sitting.zone, sitting.name), Clock(election.home_zone)
    language, year = get_language() or "en", election.election_day.year
    return [
        (each, str(told(each.starts_at, *clocks, language=language, year=year)))
        for each in queries.sessions(one)
        if each.ends_at > clock.now() or each.number == held.session
    ]


@page(Permission.SEMINAR_ANSWER)
def further(request: HttpRequest, election: str, seminar: str, seat: str) -> HttpResponse:
    """Somebody more from the same place."""
    actor, value, one, held = own(request, election, seminar, seat)
    form = ParticipantForm(request.POST or None, stations=places.stations_of(value, held))

    def do(given: dict[str, Any]) -> None:
        actions.add_participant(election=election, code=seminar, seat=seat, by=actor, at=clock.now(), **given)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("seminars:seat", election, seminar, seat)
    return form_page(request, value, form, gettext("Name a further participant"), gettext("Name the participant"), one)


@page(Permission.SEMINAR_READ)
def calendar(request: HttpRequest, election: str, seminar: str, seat: str) -> HttpResponse:
    _actor, value, one, held = own(request, election, seminar, seat)
    session = session_of(one, held)
    if session is None:
        raise OutOfScope(seat)
    link = request.build_absolute_uri(reverse("seminars:seat", args=[election, seminar, seat]))
    octets = icalendar_of(value, one, held, session, zone=sitting_of(value, held).zone, link=link, at=clock.now())
    return download(octets, f"{election}-seminar", "ics")
