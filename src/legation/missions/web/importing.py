"""Bringing in missions and registered voters from a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.missions import actions
from legation.plan import queries as plan
from legation.readers import importing


@page(Permission.MISSION_IMPORT)
def choose(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return render(request, "missions/import.html", {"election": value})


@page(Permission.MISSION_IMPORT)
def bring(request: HttpRequest, election: str, what: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    table = actions.importable(what, election, by=request.actor, at=clock.now())  # type: ignore[attr-defined]

    def done(count: int) -> HttpResponse:
        messages.success(request, ngettext("%(count)d row kept.", "%(count)d rows kept.", count) % {"count": count})
        return redirect("desks:missions", election)

    links = {
        "back": reverse("desks:missions", args=[election]),
        "template_url": reverse("missions:import", args=[election]) + f"{what}/template/",
    }
    return importing.answer(request, table, election, {"election": value, **links}, done)


@page(Permission.MISSION_IMPORT)
def template(request: HttpRequest, election: str, what: str, form: str) -> HttpResponse:
    plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return importing.template(actions.importable(what, election, by=request.actor, at=clock.now()), form)  # type: ignore[attr-defined]
