"""The calendar plan: every legal deadline as an instant, for the election, a body or a mission; and moving the day."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from legation.base import clock
from legation.base.actors import Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.desks import calendars
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation.stations import queries as stations
from legation_core.register.folding import fold


@page(Permission.ELECTION_READ)
def calendar(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    asked = calendars.Asked(request.GET.get("mission", "")[:40], request.GET.get("body", "")[:40])
    words, now = request.GET.get("q", "")[:80], clock.now()
    found = calendars.deadlines(value, asked)
    lines = [line for line in calendars.lines(value, found, now) if fold(words) in fold(line["search"])]
    bodies = sorted({one.entry.owner for one in calendars.deadlines(value, calendars.Asked(asked.mission, ""))})
    context = {
        "election": value,
        "lines": lines,
        "total": len(found),
        "passed": sum(line["passed"] for line in lines),
        "bodies": [(key, text_of(value.book.bodies[key].name)) for key in bodies if key in value.book.bodies],
        "missions": [(one.code, text_of(one.cities)) for one in missions.missions(value.jurisdiction)],
        "asked": asked,
        "words": words,
        "clashes": calendars.in_words(value, plan.clashes(value, stations.sample_places(value))),
        "query": request.GET.urlencode(),
        "may_move": Permission.ELECTION_MOVE in request.actor.permissions,  # type: ignore[attr-defined]
    }
    return render(request, "desks/calendar.html", context)


@page(Permission.ELECTION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    """The calendar as csv, json, xlsx or ics."""
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    asked = calendars.Asked(request.GET.get("mission", "")[:40], request.GET.get("body", "")[:40])
    found = calendars.deadlines(value, asked)
    if form == "ics":
        return download(calendars.icalendar_of(value, found), f"{election}-calendar", "ics")
    rows = [calendars.row_of(value, one) for one in found]
    return download(octets_of(rows, form, "Calendar"), f"{election}-calendar", form)


class MoveForm(forms.Form):
    """The new election day, and why: the reason is asked for beside the preview and read by the plan."""

    to = forms.DateField(label=gettext_lazy("New election day"), help_text=gettext_lazy("For example 2024-02-14"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300, required=False)


@page(Permission.ELECTION_MOVE)
def move(request: HttpRequest, election: str) -> HttpResponse:
    """Pick a day and see every change. What confirms it is sent on to the plan, which acts."""
    if request.method == "POST":
        return redirect("plan:move", election, preserve_request=True)
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    form = MoveForm(request.GET or None)
    preview = _preview(value, form.cleaned_data["to"], clock.now()) if form.is_valid() else None
    return render(request, "desks/move.html", {"election": value, "form": form, "preview": preview})


def _preview(value: Any, to: date, now: datetime) -> dict[str, Any]:
    places, later = stations.places(value), stations.places_if_moved(value, to)
    changes = plan.move_preview(value, to, now, places, later)
    return {
        "to": to,
        "count": len(changes),
        "entries": calendars.by_entry(changes),
        "past": sum(one.becomes_past for one in changes),
        "clashes": calendars.in_words(value, plan.move_clashes(value, to, now)),
    }
