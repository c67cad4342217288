"""Acts on complaints: lodged, heard, decided, appealed, withdrawn."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import make_naive
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.doing import done_beside
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.complaints import STEPS
from legation.coordination import actions
from legation.coordination.convert.complaints import ComplaintValue, Form, Party
from legation.coordination.queries import complaints as queries
from legation.coordination.web.complaints.complaint import found, steps_for
from legation.coordination.web.complaints.forms import AppealForm, DecideForm, HearForm, LodgeForm, NothingForm
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation_core.correspondence.complaints import Channel, Outcome

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {"K103": "act", "K104": "station", "K105": "against", "K106": "text", "K107": "hearing", "K108": "grounds"}
)
FORMS: Mapping[str, type[forms.Form]] = MappingProxyType(
    {"hear": HearForm, "decide": DecideForm, "appeal": AppealForm, "withdraw": NothingForm}
)


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


@page(Permission.COMPLAINT_LODGE)
def new(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    form = LodgeForm(
        request.POST or None,
        election=value,
        stations=list(_stations(actor, value)),
        against=[(key, text_of(value.book.bodies[key].name)) for key in bodies_of(value)],
    )
    made: list[int] = []

    def do(given: dict[str, Any]) -> None:
        party = Party(given["name"], given["address"], given["contact"])
        written = {key: given[key] for key in ("act", "circumstances", "article", "evidence", "relief", "attends")}
        made.append(
            actions.lodge_complaint(
                election=election, station=given["station"], channel=Channel(given["channel"]),
                against=given["against"], happened_on=given["happened_on"], party=party, form=Form(**written),
                by=actor, at=clock.now(),
            )
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Entered in the register. The name is sealed."))
        return redirect("complaints:complaint", election, made[0])
    context = {"election": value, "form": form, "title": gettext("Enter a complaint"), "button": gettext("Enter it")}
    return render(request, "coordination/complaints/act.html", context, status=422 if form.errors else 200)


def _stations(actor: Actor, election: ElectionValue) -> Iterator[tuple[str, str]]:
    """The stations in the actor's scope; at home also none."""
    if actor.grant.scope.kind == "jurisdiction":
        yield "", gettext("no station")
    for one in stations.stations(election):
        if stations.reaches(actor, one):
            yield one.code, f"{text_of(one.mission.cities)} {one.number or ''}".strip()


def bodies_of(election: ElectionValue) -> list[str]:
    """The bodies that can be complained of: the station's commission, then every instance that has one above it."""
    instances = [one.body or "" for one in queries.instances(election)]
    kinds = [key for key, body in election.book.bodies.items() if body.kind == "station_commission"]
    return [*kinds, *(key for key in instances[:-1] if key in election.book.bodies)]


@page(Permission.COMPLAINT_LODGE)
def step(request: HttpRequest, election: str, complaint: int, step: str) -> HttpResponse:
    actor, value, one = found(request, election, complaint)
    if step not in STEPS or (step not in steps_for(actor, value, one) and request.method != "POST"):
        raise OutOfScope(step)
    form = FORMS[step](request.POST if request.method == "POST" else None)

    def do(given: dict[str, Any]) -> None:
        about = {"election": election, "complaint": complaint, "by": actor, "at": clock.now()}
        _take(step, about, given, one)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("complaints:complaint", election, complaint)
    title, button = STEPS[step]
    context = {"election": value, "complaint": one, "form": form, "title": title, "button": button}
    return render(request, "coordination/complaints/act.html", context, status=422 if form.errors else 200)


def _take(step: str, about: dict[str, Any], given: dict[str, Any], one: ComplaintValue) -> None:
    """The act behind a step, with what was typed."""
    if step == "hear":
        hearing = make_naive(given["hearing"]).replace(tzinfo=ZoneInfo(one.current.zone))
        actions.set_hearing(**about, hearing=hearing.astimezone(about["at"].tzinfo))
    elif step == "decide":
        actions.decide_complaint(**about, **(given | {"outcome": Outcome(given["outcome"])}))
    elif step == "appeal":
        actions.appeal(**about, **given)
    else:
        actions.withdraw_complaint(**about)
