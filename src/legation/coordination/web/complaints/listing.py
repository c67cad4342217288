"""The register of complaints: no name and no text of whoever complains, for everyone who follows an election."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination.convert.complaints import ComplaintValue
from legation.coordination.queries import complaints as queries
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation_core.correspondence.complaints import Outcome, State
from legation_core.register.folding import fold

SORTS: dict[str, Callable[[ComplaintValue], Any]] = {
    "number": lambda one: one.number,
    "station": lambda one: one.station,
    "due": lambda one: one.current.due,
    "state": lambda one: list(State).index(one.state),
}


@page(Permission.COMPLAINT_READ)
def register(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    everything = queries.complaints(value)
    context = {
        "election": value,
        "complaints": _kept(everything, request, now),
        "total": len(everything),
        "waiting": queries.waiting(actor, value, everything),
        "late_ones": sum(one.is_open and one.current.late(now) for one in everything),
        "states": [(one, count) for one in State if (count := sum(row.state is one for row in everything))],
        "outcomes": [
            (one, count) for one in Outcome if (count := sum(row.current.outcome is one for row in everything))
        ],
        "asked": request.GET.get("q", "")[:80],
        "may_lodge": Permission.COMPLAINT_LODGE in actor.permissions,
        "query": request.GET.urlencode(),
        "now": now,
    }
    return render(request, "coordination/complaints/register.html", context)


def _kept(everything: tuple[ComplaintValue, ...], request: HttpRequest, now: datetime) -> list[ComplaintValue]:
    asked, sort = request.GET, request.GET.get("sort", "-number")
    words = fold(asked.get("q", "")[:80]).split()
    kept = [
        one
        for one in everything
        if asked.get("state", "") in ("", one.state)
        and asked.get("outcome", "") in ("", str(one.current.outcome or ""))
        and (asked.get("only", "") != "late" or (one.is_open and one.current.late(now)))
        and all(word in fold(f"{one.number} {one.station} {one.against} {one.current.summary}") for word in words)
    ]
    column = sort.removeprefix("-")
    return sorted(kept, key=SORTS.get(column, SORTS["number"]), reverse=sort.startswith("-"))


@page(Permission.COMPLAINT_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    rows = [queries.register_row(one) for one in _kept(queries.complaints(value), request, clock.now())]
    return download(octets_of(rows, form, "Complaints"), f"{election}-complaints", form)
