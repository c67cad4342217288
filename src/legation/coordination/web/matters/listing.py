"""The list of matters: found by any word, filtered, sorted, exported as it is shown."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination.convert.matters import MatterValue
from legation.coordination.permissions.matters import institution_of
from legation.coordination.queries import matters as queries
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation_core.correspondence.matters import Origin, State
from legation_core.register.folding import fold

SORTS: dict[str, Callable[[MatterValue], Any]] = {
    "due": lambda one: one.due,
    "raised": lambda one: one.raised_at,
    "state": lambda one: list(State).index(one.state),
    "title": lambda one: fold(one.title),
    "place": lambda one: one.place_name,
}


@page(Permission.MATTER_READ)
def matters(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    everything = queries.matters_for(actor, value)
    context = {
        "election": value,
        "matters": _kept(everything, request, now),
        "total": len(everything),
        "waiting": queries.waiting(actor, everything),
        "open_ones": sum(one.is_open for one in everything),
        "late_ones": sum(one.late(now) for one in everything),
        "states": [(one, count) for one in State if (count := sum(matter.state is one for matter in everything))],
        "origins": [(one, count) for one in Origin if (count := sum(matter.origin is one for matter in everything))],
        "asked": request.GET.get("q", "")[:80],
        "may_raise": Permission.MATTER_RAISE in actor.permissions,
        "meets": Permission.MATTER_SETTLE in actor.permissions or actor.grant.scope.kind == "jurisdiction",
        "own": institution_of(actor),
        "query": request.GET.urlencode(),
        "now": now,
    }
    return render(request, "coordination/matters/matters.html", context)


def _kept(everything: tuple[MatterValue, ...], request: HttpRequest, now: datetime) -> list[MatterValue]:
    asked, sort = request.GET, request.GET.get("sort", "due")
    words = fold(asked.get("q", "")[:80]).split()
    kept = [
        one
        for one in everything
        if asked.get("state", "") in ("", one.state)
        and asked.get("origin", "") in ("", one.origin)
        and (asked.get("only", "") != "open" or one.is_open)
        and (asked.get("only", "") != "late" or one.late(now))
        and all(word in one.sorting for word in words)
    ]
    column = sort.removeprefix("-")
    ordered = sorted(kept, key=SORTS.get(column, SORTS["due"]), reverse=sort.startswith("-"))
    return ordered if "sort" in asked else sorted(ordered, key=lambda one: not one.is_open)


@page(Permission.MATTER_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    rows = [queries.matter_row(one) for one in _kept(queries.matters_for(actor, value), request, clock.now())]
    return download(octets_of(rows, form, "Matters"), f"{election}-matters", form)
