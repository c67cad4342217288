"""One mission: its record, its voters by ground, its representative; and the acts its people do on them."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.integrity import queries as log
from legation.integrity.web.sentences import sentence
from legation.missions import actions, queries
from legation.missions.convert import MissionValue
from legation.missions.permissions import scopes_of
from legation.missions.web.forms import HolidaysForm, RecordForm, RepresentativeForm, VotersForm
from legation.missions.web.holidays import days_of, text_of_days
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for


@page(Permission.MISSION_READ)
def mission(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = queries.mission_for(actor, mission)
    records = log.records(jurisdiction=value.jurisdiction, subject=f"mission:{mission}").records
    context = {
        "election": value,
        "mission": one,
        "registered": queries.registered(value, [mission]).get(mission, queries.NOT_REPORTED),
        "limits": value.rules.establishment,
        "holidays": queries.holidays(one.id),
        "deputies": len(queries.deputies(one.id)),
        "representative": queries.representative(one.id, election),
        "records": [{"record": found, "sentence": sentence(found)} for found in records[:20]],
        "inside": actor.reaches(scopes_of(one.jurisdiction, one.code)),
        "may_change": Permission.MISSION_CHANGE in actor.permissions,
        "may_report": Permission.VOTERS_REPORT in actor.permissions,
        "may_designate": _may_designate(actor, value),
    }
    return render(request, "missions/mission.html", context)


def _may_designate(actor: Actor, value: ElectionValue) -> bool:
    competence = value.rules.competences.get("designate_representative")
    return (
        competence is not None
        and acts_for(actor, value.rules, competence.body)
        and Permission.REPRESENTATIVE_DESIGNATE in actor.permissions
    )


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
    if request.method == "POST" and form.is_valid():
        do(form.cleaned_data)
        messages.success(request, gettext("Kept."))
        return redirect("missions:mission", value.code, one.code)
    context = {"election": value, "mission": one, "form": form, "title": title, "button": button}
    return render(request, "missions/act.html", context)


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
    stands = {name: getattr(one, name) for name in RecordForm.base_fields}
    form = RecordForm(request.POST or None, initial=stands)

    def do(given: dict[str, Any]) -> None:
        for field in [name for name in given if given[name] != stands[name]]:
            actions.change_mission(code=mission, field=field, value=given[field], by=actor, at=clock.now())

    return _act(request, value, one, form, do, (gettext("Change the record"), gettext("Keep the record")))


@page(Permission.MISSION_CHANGE)
def holidays(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    form = HolidaysForm(request.POST or None, initial={"days": text_of_days(queries.holidays(one.id))})

    def do(given: dict[str, Any]) -> None:
        actions.set_holidays(mission=mission, days=days_of(given["days"]), by=actor, at=clock.now())

    return _act(request, value, one, form, do, (gettext("Holidays of both countries"), gettext("Keep the holidays")))


@page(Permission.REPRESENTATIVE_DESIGNATE)
def representative(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor, value, one = _own(request, election, mission)
    form = RepresentativeForm(request.POST or None)

    def do(given: dict[str, Any]) -> None:
        actions.designate_representative(election=election, mission=mission, by=actor, at=clock.now(), **given)

    title = gettext("Designate the authorised representative")
    return _act(request, value, one, form, do, (title, gettext("Designate")))
