"""Bringing in stations from a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.plan import queries as plan
from legation.readers import importing
from legation.stations import actions


@page(Permission.STATION_CHANGE)
def bring(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]

    def done(count: int) -> HttpResponse:
        messages.success(request, ngettext("%(count)d act done.", "%(count)d acts done.", count) % {"count": count})
        return redirect("stations:stations", election)

    table = actions.importable(election, by=request.actor, at=clock.now())  # type: ignore[attr-defined]
    links = {
        "back": reverse("stations:stations", args=[election]),
        "template_url": reverse("stations:import", args=[election]) + "template/",
    }
    return importing.answer(request, table, election, {"election": value, **links}, done)


@page(Permission.STATION_CHANGE)
def template(request: HttpRequest, election: str, form: str) -> HttpResponse:
    plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return importing.template(actions.importable(election, by=request.actor, at=clock.now()), form)  # type: ignore[attr-defined]
