"""What a mission's people keep of it: record, holidays, deputies, representative, registered voters."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import worded
from legation.missions import actions, queries
from legation.missions.convert import MissionValue
from legation.missions.permissions import scopes_of
from legation.missions.web.forms import (
    BuildingForm,
    DeputiesForm,
    HolidaysForm,
    RecordForm,
    RepresentativeForm,
    VotersForm,
)
from legation.missions.web.holidays import days_of, text_of_days
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.problems import Problem, Refused

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "A042": "source",
        "A045": "ground",
        "A046": "days",
        "A048": "working_days",
        "A049": "person",
        "A058": "country",
        "A020": "file",
        "A060": "days",
        "A061": "persons",
        "C112": "stations",
        "C113": "valid_until",
        "C115": "note_number",
        "C116": "note_date",
        "C117": "source",
        "C118": "lead_days",
        "C119": "mission",
        "C121": "text",
        "T101": "zone",
        "T102": "zone",
        "T106": "zone",
    }
)
"""Refusals that the person can mend in the form, each with the field beside which it stands."""


def _own(request: HttpRequest, election: str, mission: str) -> tuple[Actor, ElectionValue, MissionValue]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = queries.mission_for(actor, mission)
    if not actor.reaches(scopes_of(one.jurisdiction, one.code)):
        raise OutOfScope(mission)
    return actor, value, one


def _act(
    request: HttpRequest, value: ElectionValue, one: MissionValue, form: forms.Form,
    do: Callable[[dict[str, Any]], None], words: tuple[str, str],
) -> HttpResponse:  # fmt: skip
    title, button = words
    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("desks:mission", value.code, one.code)
    context = {"election": value, "mission": one, "form": form, "title": title, "button": button}
    return render(request, "missions/act.html", context, status=422 if form.errors else 200)


def done(form: forms.Form, do: Callable[[dict[str, Any]], None]) -> bool:
    """Do the act. What the person can mend stands beside its field then; every other refusal passes."""
    try:
        do(form.cleaned_data)
    except Refused as refused:
        if any(FIELD_OF.get(one.code, "") not in form.fields for one in refused.problems):
            raise
        for one in refused.problems:
            text = worded(Problem(one.code, one.where if one.code == "A046" else "", one.facts))
            form.add_error(FIELD_OF[one.code], text)
        return False
    return True


@page(Permission.VOTERS_REPORT)
def report(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    form = VotersForm(request.POST or None, election=value)

    def do(given: dict[str, Any]) -> None:
        actions.report_voters(election=election, mission=mission, by=actor, at=clock.now(), **given)

    return _act(request, value, one, form, do, (gettext("Report registered voters"), gettext("Report the number")))


@page(Permission.MISSION_CHANGE)
def change(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    form = RecordForm(request.POST or None, initial={name: getattr(one, name) for name in RecordForm.base_fields})

    def do(given: dict[str, Any]) -> None:
        actions.change_record(code=mission, values=given, by=actor, at=clock.now())

    return _act(request, value, one, form, do, (gettext("Change the record"), gettext("Keep the record")))


@page(Permission.MISSION_CHANGE)
def building(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    known = {"latitude": one.latitude, "longitude": one.longitude} if one.position == "building" else {}
    form = BuildingForm(request.POST or None, initial=known)

    def do(given: dict[str, Any]) -> None:
        actions.place_building(code=mission, by=actor, at=clock.now(), **given)

    return _act(request, value, one, form, do, (gettext("Where the building stands"), gettext("Keep the position")))


@page(Permission.MISSION_CHANGE)
def holidays(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    form = HolidaysForm(request.POST or None, initial={"days": text_of_days(queries.holidays(one.id))})

    def do(given: dict[str, Any]) -> None:
        actions.set_holidays(mission=mission, days=days_of(given["days"]), by=actor, at=clock.now())

    return _act(request, value, one, form, do, (gettext("Holidays of both countries"), gettext("Keep the holidays")))


@page(Permission.MISSION_CHANGE)
def deputies(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    form = DeputiesForm(request.POST or None, initial={"persons": "\n".join(queries.deputies(one.id))})

    def do(given: dict[str, Any]) -> None:
        actions.set_deputies(mission=mission, persons=given["persons"].split(), by=actor, at=clock.now())

    return _act(request, value, one, form, do, (gettext("Deputies of the head"), gettext("Keep the deputies")))


@page(Permission.REPRESENTATIVE_DESIGNATE)
def representative(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    form = RepresentativeForm(request.POST or None)

    def do(given: dict[str, Any]) -> None:
        actions.designate_representative(election=election, mission=mission, by=actor, at=clock.now(), **given)

    title = gettext("Designate the authorised representative")
    return _act(request, value, one, form, do, (title, gettext("Designate")))
