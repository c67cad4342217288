"""Bringing in missions and registered voters from a file."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.missions import actions
from legation.plan import queries as plan
from legation.readers import importing
from legation.readers.importing import Importable
from legation.readers.rows import Row

TITLES = {"missions": gettext_lazy("Missions"), "voters": gettext_lazy("Registered voters")}


def importable(what: str, election: str, actor: Actor) -> Importable:
    """What can be brought in under this name, kept by this actor."""

    def keep_missions(rows: Sequence[Row], file: str) -> int:
        return actions.keep_missions(rows, file, by=actor, at=clock.now())

    def keep_voters(rows: Sequence[Row], file: str) -> int:
        return actions.keep_voters(election, rows, file, by=actor, at=clock.now())

    if what == "missions":
        return Importable(what, TITLES[what], actions.MISSIONS, keep_missions)
    if what == "voters":
        return Importable(what, TITLES[what], actions.VOTERS, keep_voters)
    raise OutOfScope(what)


@page(Permission.MISSION_IMPORT)
def choose(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return render(request, "missions/import.html", {"election": value})


@page(Permission.MISSION_IMPORT)
def bring(request: HttpRequest, election: str, what: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    table = importable(what, election, request.actor)  # type: ignore[attr-defined]

    def done(count: int) -> HttpResponse:
        messages.success(request, ngettext("%(count)d row kept.", "%(count)d rows kept.", count) % {"count": count})
        return redirect("missions:missions", election)

    return importing.answer(request, table, {"election": value, "template_name": "missions:template"}, done)


@page(Permission.MISSION_IMPORT)
def template(request: HttpRequest, election: str, what: str, form: str) -> HttpResponse:
    plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return importing.template(importable(what, election, request.actor), form)  # type: ignore[attr-defined]
