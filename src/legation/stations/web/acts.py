"""Acts on stations: submit and attach a district, give a number, change, close. Parse, act, go back to the station."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import actions, queries
from legation.stations.convert import StationValue
from legation.stations.web import changing
from legation.stations.web.forms import CloseForm, DistrictForm, NumberForm

Do = Callable[[dict[str, Any]], None]


def _found(request: HttpRequest, election: str, station: str) -> tuple[Actor, ElectionValue, StationValue]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = queries.station(value, station)
    if not queries.reaches(actor, one):
        raise OutOfScope(station)
    return actor, value, one


def _act(
    request: HttpRequest, value: ElectionValue, one: StationValue, form: forms.Form, do: Do, words: dict[str, Any]
) -> HttpResponse:
    """Show the form, or do the act and go back to the station with what was done."""
    if request.method == "POST" and form.is_valid():
        do(form.cleaned_data)
        messages.success(request, words["done"])
        return redirect("stations:station", value.code, one.code)
    return render(request, "stations/act.html", {"election": value, "station": one, "form": form, **words})


@page(Permission.STATION_SUBMIT_DISTRICT)
def submit(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = _found(request, election, station)
    form = DistrictForm(request.POST or None, districts=plan.districts(election))

    def do(given: dict[str, Any]) -> None:
        actions.submit_district(election=election, station=station, by=actor, at=clock.now(), **given)

    words = {
        "what": gettext("Submit the district"),
        "button": gettext("Submit to the commission"),
        "done": gettext("Submitted."),
    }
    return _act(request, value, one, form, do, words)


@page(Permission.STATION_ATTACH)
def attach(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = _found(request, election, station)
    form = DistrictForm(
        request.POST or None, districts=plan.districts(election), initial={"district": one.submitted_district}
    )

    def do(given: dict[str, Any]) -> None:
        actions.attach_station(election=election, station=station, by=actor, at=clock.now(), **given)

    words = {
        "what": gettext("Attach to a district"),
        "button": gettext("Attach the station"),
        "done": gettext("Attached."),
    }
    return _act(request, value, one, form, do, words)


@page(Permission.STATION_NUMBER)
def number(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = _found(request, election, station)
    taken = queries.numbers_taken(election, one.district)
    form = NumberForm(request.POST or None, initial={"number": max(taken, default=0) + 1})

    def do(given: dict[str, Any]) -> None:
        actions.number_station(election=election, station=station, by=actor, at=clock.now(), **given)

    words = {
        "what": gettext("Give the number"),
        "button": gettext("Give the number"),
        "done": gettext("The number is given."),
        "taken": taken,
    }
    return _act(request, value, one, form, do, words)


@page(Permission.STATION_READ)
def change(request: HttpRequest, election: str, station: str, field: str) -> HttpResponse:
    """Change the address, the name, the hours or the district: `field` says which."""
    actor, value, one = _found(request, election, station)
    if field not in changing.FIELDS:
        raise OutOfScope(field)
    form = changing.form_for(field, request.POST or None, value, one, clock.now().date())

    def do(given: dict[str, Any]) -> None:
        changing.FIELDS[field](election=election, station=station, by=actor, at=clock.now(), **given)

    words = {
        "what": changing.TITLES[field],
        "button": gettext("Keep the change"),
        "done": gettext("Changed. What was before stays visible."),
    }
    return _act(request, value, one, form, do, words)


@page(Permission.STATION_CLOSE)
def close(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = _found(request, election, station)
    form = CloseForm(request.POST or None)

    def do(given: dict[str, Any]) -> None:
        actions.close_station(election=election, station=station, reason=given["reason"], by=actor, at=clock.now())

    words = {"what": gettext("Close the station"), "button": gettext("Close for good"), "done": gettext("Closed.")}
    return _act(request, value, one, form, do, words)


@page(Permission.STATION_ATTACH)
def attach_many(request: HttpRequest, election: str) -> HttpResponse:
    """Attach every ticked station to the district that was submitted for it: all or none."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    waiting = [one for one in queries.stations(value) if one.submitted_district and not one.district]
    if request.method == "POST":
        ticked = [one for one in waiting if one.code in request.POST.getlist("station")]
        pairs = [(one.code, one.submitted_district) for one in ticked]
        actions.attach_stations(election=election, pairs=pairs, by=actor, at=clock.now())
        messages.success(
            request,
            ngettext("%(count)d station attached.", "%(count)d stations attached.", len(pairs)) % {"count": len(pairs)},
        )
        return redirect("stations:stations", election)
    words = {"title": gettext("Attach stations as submitted"), "button": gettext("Attach the ticked stations")}
    return render(request, "stations/many.html", {"election": value, "waiting": waiting, **words})


@page(Permission.STATION_SUBMIT_DISTRICT)
def submit_many(request: HttpRequest, election: str) -> HttpResponse:
    """Submit one district for every ticked station: all or none."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    waiting = [one for one in queries.stations(value) if not one.district]
    form = DistrictForm(request.POST or None, districts=plan.districts(election))
    if request.method == "POST" and form.is_valid():
        ticked = [one.code for one in waiting if one.code in request.POST.getlist("station")]
        pairs = [(code, form.cleaned_data["district"]) for code in ticked]
        actions.submit_districts(election=election, pairs=pairs, by=actor, at=clock.now())
        messages.success(
            request,
            ngettext("%(count)d station submitted.", "%(count)d stations submitted.", len(pairs))
            % {"count": len(pairs)},
        )
        return redirect("stations:stations", election)
    words = {"title": gettext("Submit districts"), "button": gettext("Submit the ticked stations")}
    return render(request, "stations/many.html", {"election": value, "waiting": waiting, "form": form, **words})
