"""Acts on several stations at once: submit districts, attach as submitted. All that are ticked, or none."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import actions, queries
from legation.stations.convert import StationValue
from legation.stations.web.competence import standing_of
from legation.stations.web.forms import DistrictForm
from legation.stations.web.listing import in_order
from legation.stations.web.loads import loads_told
from legation_core.network.stations import State


@page(Permission.STATION_ATTACH)
def attach_many(request: HttpRequest, election: str) -> HttpResponse:
    """Attach every ticked station to the district that was submitted for it; to the one chosen where none need be."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    competence = value.rules.competences.get("attach_station")
    as_submitted = bool(competence and competence.submitted_by)
    waiting = [one for one in _created(value) if one.submitted_district or not as_submitted]
    form = None if as_submitted else DistrictForm(request.POST or None, districts=plan.districts(election))
    if request.method == "POST" and (form is None or form.is_valid()):
        chosen = form.cleaned_data["district"] if form else ""
        pairs = [(one.code, chosen or one.submitted_district) for one in _ticked(request, waiting)]
        if pairs:
            actions.attach_stations(election=election, pairs=pairs, by=actor, at=clock.now())
            words = ngettext("%(count)d station attached.", "%(count)d stations attached.", len(pairs))
            messages.success(request, words % {"count": len(pairs)})
            return redirect("stations:stations", election)
    title = gettext("Attach stations as submitted") if as_submitted else gettext("Attach stations to a district")
    texts = {"title": title, "button": gettext("Attach the ticked stations"), "act": "attach_station"}
    return _shown(request, value, waiting, texts, form)


@page(Permission.STATION_SUBMIT_DISTRICT)
def submit_many(request: HttpRequest, election: str) -> HttpResponse:
    """Submit one district for every ticked station."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    waiting = _created(value)
    form = DistrictForm(request.POST or None, districts=plan.districts(election))
    if request.method == "POST" and form.is_valid():
        pairs = [(one.code, form.cleaned_data["district"]) for one in _ticked(request, waiting)]
        if pairs:
            actions.submit_districts(election=election, pairs=pairs, by=actor, at=clock.now())
            words = ngettext("%(count)d station submitted.", "%(count)d stations submitted.", len(pairs))
            messages.success(request, words % {"count": len(pairs)})
            return redirect("stations:stations", election)
    texts = {
        "title": gettext("Submit districts"),
        "button": gettext("Submit the ticked stations"),
        "act": "submit_districts",
    }
    return _shown(request, value, waiting, texts, form)


def _created(election: ElectionValue) -> list[StationValue]:
    return in_order(one for one in queries.stations(election) if one.state == State.CREATED)


def _ticked(request: HttpRequest, waiting: list[StationValue]) -> list[StationValue]:
    ticked = set(request.POST.getlist("station"))
    return [one for one in waiting if one.code in ticked]


def _shown(
    request: HttpRequest,
    election: ElectionValue,
    waiting: list[StationValue],
    texts: dict[str, Any],
    form: DistrictForm | None,
) -> HttpResponse:
    registered = missions.registered(election)
    rows = [{"station": one, "registered": registered.get(one.mission.code, missions.NOT_REPORTED)} for one in waiting]
    context = {
        "election": election,
        "rows": rows,
        "form": form,
        "missing": request.method == "POST",
        "standing": standing_of(request.actor, election, texts["act"]),  # type: ignore[attr-defined]
        "loads": loads_told(election),
    }
    return render(request, "stations/many.html", context | texts, status=422 if request.method == "POST" else 200)
