"""The tasks as a list: found by any word, filtered, sorted, paged; exported and printed as they are shown."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination.queries import tasks as queries
from legation.coordination.queries.tasks import STANDINGS, Asked
from legation.missions import queries as missions
from legation.missions.permissions import at_home
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation_core.lawbook.schema import AREAS

A_PAGE = 60
MOST_PRINTED = 2000


def asked_by(request: HttpRequest) -> Asked:
    """What was asked for, cleaned."""
    given = request.GET
    standing = given.get("standing", "")
    return Asked(
        words=given.get("q", "")[:80],
        standing=standing if standing in STANDINGS else "",
        area=given.get("area", "")[:20],
        owner=given.get("owner", "")[:60],
        mission=given.get("mission", "")[:40],
        key=given.get("task", "")[:60],
        doer=given.get("doer", "")[:40],
        sort=given.get("sort", "due")[:12],
    )


def _context(request: HttpRequest, election: str) -> dict[str, Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now, asked = plan.election_for(actor, election), clock.now(), asked_by(request)
    totals = queries.totals(actor, value, now)
    return {
        "election": value,
        "asked": asked,
        "totals": totals,
        "standings": [(name, totals.standings[name]) for name in STANDINGS if totals.standings[name]],
        "areas": [(one, totals.areas[one]) for one in AREAS if one in totals.areas],
        "owners": sorted(totals.owners.items()),
        "posts": missions.missions(value.jurisdiction) if at_home(actor) else (),
        "template": value.rules.tasks.get(asked.key),
        "now": now,
        "query": request.GET.urlencode(),
        "rows": queries.chosen(actor, value, asked, now),
    }


@page(Permission.TASK_READ)
def tasks(request: HttpRequest, election: str) -> HttpResponse:
    context = _context(request, election)
    found = Paginator(context.pop("rows"), A_PAGE).get_page(request.GET.get("page"))
    context |= {"page": found, "tasks": queries.values_of(found.object_list, context["election"])}
    return render(request, "coordination/tasks/list.html", context)


@page(Permission.TASK_READ)
def printed(request: HttpRequest, election: str) -> HttpResponse:
    """The same for paper, up to a number of rows."""
    context = _context(request, election)
    context["tasks"] = queries.part(context.pop("rows"), context["election"], 0, MOST_PRINTED)
    return render(request, "coordination/tasks/print.html", context)


@page(Permission.TASK_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    rows = [queries.task_row(one, now) for one in queries.listed(actor, value, asked_by(request), now)]
    return download(octets_of(rows, form, "Tasks"), f"{election}-plan", form)
