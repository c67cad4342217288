"""One seminar: aims, agenda, sessions, speakers, answers, what comes next; and its material."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from legation.base import files
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import paper_download
from legation.base.web import page
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.plan.convert import ElectionValue
from legation.training.convert import SeminarValue, SessionValue, SpeakerValue
from legation.training.permissions import organises
from legation.training.queries import holding, learning
from legation.training.queries import seminars as queries
from legation.training.queries.places import HOME_WEEK
from legation.training.web.planning import found
from legation.training.web.sessions import ROOMS
from legation_core.training.hours import Place, away, civil_spans
from legation_core.training.states import State


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in a session, in whose place, and by how many minutes it misses their civil hours."""

    speaker: SpeakerValue
    stands_in: bool
    missed: int


@page(Permission.SEMINAR_READ)
def seminar(request: HttpRequest, election: str, seminar: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    sessions, speakers, modules = queries.sessions(one), queries.speakers(one), queries.modules(one)
    seats = queries.seats_for(actor, one)
    records = log.records(jurisdiction=value.jurisdiction, subject=f"seminar:{seminar}").records
    context: dict[str, Any] = {
        "election": value,
        "seminar": one,
        "modules": modules,
        "minutes": sum(each.minutes for each in modules),
        "speakers": speakers,
        "sessions": [(each, _speaking(value, one, each, speakers)) for each in sessions],
        "seats": seats,
        "tally": queries.tally(seats),
        "organises": organises(actor),
        "room": ROOMS.get(one.room, ""),
        "tested": learning.tested_modules(one),
        "certificates": len(learning.certificates(one)),
        "open_questions": sum(not each.answer for each in holding.questions(one)),
        "steps": _steps(actor, one, sessions, len(modules)),
        "may_plan": Permission.SEMINAR_PLAN in actor.permissions,
        "records": in_sentences(records[:20]) if organises(actor) else [],
    }
    return render(request, "training/seminar.html", context)


def _speaking(
    election: ElectionValue, one: SeminarValue, session: SessionValue, speakers: tuple[SpeakerValue, ...]
) -> list[Speaking]:
    """Each speaker, or whoever stands in where the hour suits them better."""
    wish = one.wish(election.home_zone)

    def missed(speaker: SpeakerValue, start: datetime) -> int:
        if speaker.any_hour:
            return 0
        return away(civil_spans(Place("", speaker.zone, HOME_WEEK), wish), start, one.length)

    found_ones = []
    for principal in speakers:
        if principal.stands_in_for is None:
            people = [principal, *(other for other in speakers if other.stands_in_for == principal.id)]
            best = min(people, key=lambda each: missed(each, session.starts_at))
            found_ones.append(Speaking(best, best is not principal, missed(best, session.starts_at)))
    return found_ones


def _steps(
    actor: Actor, one: SeminarValue, sessions: tuple[SessionValue, ...], modules: int
) -> list[tuple[str, str, tuple[str, ...], bool]]:
    """What whoever plans can do now: words, address, its parts, and whether it comes next."""
    if Permission.SEMINAR_PLAN not in actor.permissions or one.state not in (State.PLANNED, State.INVITED):
        return []
    planned = one.state is State.PLANNED
    found_ones: list[tuple[str, str, tuple[str, ...], bool]] = [
        (gettext("Add a module"), "seminars:add", ("module",), not modules),
        (gettext("Name a speaker"), "seminars:add", ("speaker",), False),
        (gettext("Say where it is held"), "seminars:room", (), False),
    ]
    if planned:
        found_ones += [
            (gettext("Find the sessions"), "seminars:slots", (), bool(modules) and not sessions),
            (gettext("Change aims and audience"), "seminars:change", (), False),
        ]
    ready = bool(modules and sessions)
    found_ones += [(gettext("Audience and invitations"), "seminars:audience", (), ready)]
    return [*found_ones, (gettext("Cancel the seminar"), "seminars:remove", ("seminar", one.code), False)]


@page(Permission.SEMINAR_READ)
def material(request: HttpRequest, election: str, seminar: str, module: str) -> HttpResponse:
    _actor, _value, one = found(request, election, seminar)
    part = queries.module(one, module)
    if not part.file:
        raise OutOfScope(module)
    octets, _name = files.read(part.file)
    return paper_download(octets, part.file_name)
