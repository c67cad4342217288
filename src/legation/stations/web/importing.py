"""Bringing in stations from a file."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.plan import queries as plan
from legation.readers import importing
from legation.readers.importing import Importable
from legation.readers.rows import Row
from legation.stations import actions


def importable(election: str, actor: Actor) -> Importable:
    def keep(rows: Sequence[Row], file: str) -> int:
        return actions.keep_stations(election, rows, file, by=actor, at=clock.now())

    return Importable("stations", gettext_lazy("Stations"), actions.STATIONS, keep)


@page(Permission.STATION_CREATE)
def bring(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]

    def done(count: int) -> HttpResponse:
        messages.success(request, ngettext("%(count)d row kept.", "%(count)d rows kept.", count) % {"count": count})
        return redirect("stations:stations", election)

    table = importable(election, request.actor)  # type: ignore[attr-defined]
    return importing.answer(request, table, {"election": value, "template_name": "stations:template"}, done)


@page(Permission.STATION_CREATE)
def template(request: HttpRequest, election: str, form: str) -> HttpResponse:
    plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return importing.template(importable(election, request.actor), form)  # type: ignore[attr-defined]
