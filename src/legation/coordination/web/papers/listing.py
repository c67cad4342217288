"""The register of papers: found by any word, filtered, sorted, exported as it is shown."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination.convert.papers import PaperValue
from legation.coordination.queries import papers as queries
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.readers.answers import octets_of
from legation_core.lawbook.papers import Kind, State
from legation_core.register.folding import fold

SORTS: dict[str, Callable[[PaperValue], Any]] = {
    "dated": lambda one: (one.dated or date.max, one.drafted_at),
    "number": lambda one: (len(one.number), one.number),
    "kind": lambda one: list(Kind).index(one.kind),
    "state": lambda one: list(State).index(one.state),
    "title": lambda one: fold(one.content.title),
}
FILTERS = ("kind", "state", "body")


@page(Permission.PAPER_READ)
def papers(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    everything = queries.papers_for(actor, value)
    bodies = queries.bodies_of(actor, value)
    context = {
        "election": value,
        "papers": _kept(everything, request),
        "total": len(everything),
        "waiting": queries.waiting(everything, [body.key for body in bodies]),
        "kinds": [(one, count) for one in Kind if (count := sum(paper.kind == one for paper in everything))],
        "states": [(one, count) for one in State if (count := sum(paper.state == one for paper in everything))],
        "asked": request.GET.get("q", "")[:80],
        "may_draft": Permission.PAPER_DRAFT in actor.permissions and bool(bodies),
        "templates": _templates(actor, value),
        "query": request.GET.urlencode(),
    }
    return render(request, "coordination/papers.html", context)


def _templates(actor: Actor, election: ElectionValue) -> list[Any]:
    """Templates that this actor can draw up here: those that need no host country."""
    own = {body.key for body in queries.bodies_of(actor, election)}
    found = election.rules.templates.values()
    return [one for one in found if one.body in own and one.table != "stations"]


def _kept(everything: tuple[PaperValue, ...], request: HttpRequest) -> list[PaperValue]:
    asked, sort = request.GET, request.GET.get("sort", "-dated")
    words = fold(asked.get("q", "")[:80]).split()
    kept = [
        one
        for one in everything
        if all(asked.get(name, "") in ("", getattr(one, name)) for name in FILTERS)
        and all(word in one.sorting for word in words)
    ]
    column = sort.removeprefix("-")
    return sorted(kept, key=SORTS.get(column, SORTS["dated"]), reverse=sort.startswith("-"))


@page(Permission.PAPER_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    rows = [queries.paper_row(one) for one in _kept(queries.papers_for(actor, value), request)]
    return download(octets_of(rows, form, "Papers"), f"{election}-papers", form)
