"""The audience of a seminar: who is asked by the rule, how they answered, and sending the invitations."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.plan.convert import ElectionValue
from legation.readers.answers import octets_of
from legation.training import actions
from legation.training.convert import ParticipantValue, SeatValue, SeminarValue, SessionValue
from legation.training.permissions import organises
from legation.training.queries import places
from legation.training.queries import seminars as queries
from legation.training.queries.places import Sitting
from legation.training.web.forms import InviteForm
from legation.training.web.planning import done, found
from legation_core.register.folding import fold
from legation_core.training.audience import Asked
from legation_core.training.states import State

FILTERS = ("kind", "answer", "session")


@dataclass(frozen=True, slots=True)
class Line:
    """A seat with its place, its answer and who comes; no seat yet where the invitations are not out."""

    sitting: Sitting
    seat: SeatValue | None
    session: SessionValue | None
    people: tuple[ParticipantValue, ...]

    @property
    def answer(self) -> str:
        return str(self.seat.answer) if self.seat else ""


def lines(election: ElectionValue, one: SeminarValue, seats: Iterable[SeatValue]) -> list[Line]:
    """The seats as they are; by the rule as the stations stand now, where nobody is invited yet."""
    known = {Asked(seat.kind, seat.of): seat for seat in seats}
    asked = known or dict.fromkeys(places.seats_by_rule(election, one))
    people = queries.participants(one)
    sessions = {session.number: session for session in queries.sessions(one)}
    return [
        Line(sitting, seat, sessions.get(seat.session or 0) if seat else None, people.get(seat.id, ()) if seat else ())
        for sitting in places.sittings(election, asked)
        for seat in [known.get(sitting.asked)]
    ]


@page(Permission.SEMINAR_READ)
def audience(request: HttpRequest, election: str, seminar: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    everything = lines(value, one, queries.seats_for(actor, one)) if organises(actor) else _own(actor, value, one)
    shown = _kept(everything, request)
    seats = [line.seat for line in everything if line.seat]
    context: dict[str, Any] = {
        "election": value,
        "seminar": one,
        "lines": shown,
        "total": len(everything),
        "tally": queries.tally(seats),
        "kinds": _counted(str(line.sitting.asked.seat) for line in everything),
        "answers": _counted(line.answer for line in everything if line.answer),
        "asked": request.GET.get("q", "")[:80],
        "sees_names": sees_names(actor),
        "may_invite": Permission.SEMINAR_PLAN in actor.permissions and one.state in (State.PLANNED, State.INVITED),
        "query": request.GET.urlencode(),
        "form": InviteForm(zone=value.home_zone),
    }
    return render(request, "training/audience.html", context)


def _own(actor: Actor, election: ElectionValue, one: SeminarValue) -> list[Line]:
    seats = queries.seats_for(actor, one)
    return lines(election, one, seats) if seats else []


def sees_names(actor: Actor) -> bool:
    """Whoever plans sees who comes; whoever answers sees it of their own place."""
    return bool({Permission.SEMINAR_PLAN, Permission.SEMINAR_ANSWER} & actor.permissions)


def _counted(keys: Iterable[str]) -> list[tuple[str, int]]:
    every = list(keys)
    return [(key, every.count(key)) for key in dict.fromkeys(every)]


def _kept(everything: list[Line], request: HttpRequest) -> list[Line]:
    asked, words = request.GET, fold(request.GET.get("q", "")[:80]).split()

    def fits(line: Line) -> bool:
        told = {
            "kind": str(line.sitting.asked.seat),
            "answer": line.answer,
            "session": str(line.session.number) if line.session else "",
        }
        named = fold(f"{line.sitting.name} {line.sitting.asked.code} {line.sitting.zone}")
        return all(asked.get(name, "") in ("", told[name]) for name in FILTERS) and all(one in named for one in words)

    return [line for line in everything if fits(line)]


@page(Permission.SEMINAR_READ)
def export(request: HttpRequest, election: str, seminar: str, form: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    everything = lines(value, one, queries.seats_for(actor, one)) if organises(actor) else _own(actor, value, one)
    names = sees_names(actor)
    rows = [row_of(line, names=names) for line in _kept(everything, request)]
    return download(octets_of(rows, form, "Audience"), f"{election}-seminar-{seminar}", form)


def row_of(line: Line, *, names: bool) -> dict[str, object]:
    """A seat as a flat row; who comes only for those who may see it."""
    row: dict[str, object] = {
        "seat": str(line.sitting.asked.seat),
        "code": line.sitting.asked.code,
        "name": line.sitting.name,
        "zone": line.sitting.zone,
        "session": line.session.number if line.session else "",
        "starts_utc": f"{line.session.starts_at:%Y-%m-%dT%H:%M:%SZ}" if line.session else "",
        "answer": line.answer,
        "participants": len(line.people),
        "basis": line.seat.basis if line.seat else "",
    }
    return row | ({"who": "; ".join(one.name for one in line.people)} if names else {})


@page(Permission.SEMINAR_PLAN)
def invite(request: HttpRequest, election: str, seminar: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    form = InviteForm(request.POST or None, zone=value.home_zone)
    sent: list[int] = []

    def do(given: dict[str, Any]) -> None:
        until = given["answer_by"]
        sent.append(actions.invite(election=election, code=seminar, answer_by=until, by=actor, at=clock.now()))

    if request.method == "POST" and form.is_valid() and done(form, do):
        told = ngettext("%(count)d invitation was sent.", "%(count)d invitations were sent.", sent[0])
        messages.success(request, told % {"count": sent[0]})
        return redirect("seminars:audience", election, seminar)
    context = {"election": value, "seminar": one, "form": form, "title": gettext("Send the invitations"),
               "button": gettext("Send the invitations")}  # fmt: skip
    return render(request, "training/act.html", context, status=422 if form.errors else 200)
