"""The page of an election: what to do next, what stands, counted from rows, who is open now, what comes next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import asks_again, page
from legation.base.wording import text_of
from legation.base.wording.countries import region_name, sort_key
from legation.desks.changes import DAY, Changes, changes, last_visit
from legation.desks.queries import ElectionDesk, election_desk
from legation.desks.readiness import WORST, by_region, readiness
from legation.desks.skyline import skyline
from legation.desks.todo import next_acts, own_stations
from legation.desks.waiting import waiting
from legation.desks.web.calendar import shown as line_shown
from legation.desks.world import picture
from legation.integrity import queries as log
from legation.integrity.web.live import live
from legation.integrity.web.sentences import in_sentences
from legation.plan.web import words
from legation_core.network.stations import State

OVERVIEW = frozenset({"commission_chair", "commission_officer", "ministry_headquarters", "ministry_consular"})
"""Roles that see the missions of the whole world on their desk."""
NEXT = 6
OWN = 4
"""So many deadlines and stations of one's own are shown; the rest is a link away."""


@page(Permission.ELECTION_READ)
@live
def election(request: HttpRequest, election: str) -> HttpResponse:
    desk = election_desk(request.actor, election, clock.now())  # type: ignore[attr-defined]
    actor: Actor = request.actor  # type: ignore[attr-defined]
    visited = None
    if request.GET.get("since") != "yesterday":
        visited = last_visit(request.session, election, desk.now, visits=not asks_again(request))
    context = {
        "desk": shown(desk),
        "election": desk.election,
        "now": desk.now,
        "todo": next_acts(actor, desk),
        "own": _own(actor, desk),
        "waiting": waiting(actor, desk),
        "changes": changes_shown(changes(actor, desk, visited)),
        "places": places_shown(desk) if actor.role in OVERVIEW else None,
        "log": log_shown(desk) if actor.role == "auditor" else None,
    }
    return render(request, "desks/election.html", context)


def changes_shown(found: Changes) -> dict[str, Any]:
    """What changed, in sentences."""
    lines = in_sentences(found.records)
    return {"since": found.since, "visit": found.visit, "lines": lines, "total": found.total}


def places_shown(desk: ElectionDesk) -> dict[str, Any]:
    """The missions on the map and by region, the region with the worst state first."""
    rows = readiness(desk.base, desk.now, desk.now - DAY)
    regions = sorted(
        by_region(rows),
        key=lambda one: (-one.stopped, -one.overdue, -one.due_soon, sort_key(region_name(one.code))),
    )
    return {
        "picture": picture(rows),
        "regions": [{"region": one, "name": region_name(one.code)} for one in regions],
        "states": [(state, count) for state in WORST if (count := sum(row.state == state for row in rows))],
        "missions": len(rows),
        "moved": [row for row in rows if row.moved][:NEXT],
        "moved_count": sum(row.moved for row in rows),
    }


def log_shown(desk: ElectionDesk) -> dict[str, Any]:
    """The log as its auditor needs it: how far it is signed, by which key, how to verify it."""
    last = log.last_checkpoint()
    return {
        "size": desk.log_size,
        "signed": last.size if last else 0,
        "open": desk.log_size - (last.size if last else 0),
        "origin": last.origin if last else "",
        "key": log.log_key(),
    }


def _own(actor: Actor, desk: ElectionDesk) -> dict[str, Any] | None:
    """The panel of what is one's own: a mission with its stations, or a district with them."""
    post, district, found = own_stations(actor, desk)
    code, shown = desk.election.code, {"stations": found[:OWN], "count": len(found)}
    if post:
        url = reverse("desks:mission", args=[code, post.code])
        return {"title": text_of(post.names), "url": url, "link": gettext("Its record")} | shown
    if district:
        url = f"{reverse('stations:stations', args=[code])}?district={district}"
        title = gettext("District %(number)s") % {"number": district}
        return {"title": title, "url": url, "link": gettext("Its stations as a list")} | shown
    if actor.grant.scope.kind == "station" and found:
        url = reverse("stations:station", args=[code, found[0].code])
        return {"title": gettext("Your station"), "url": url, "link": gettext("Its record")} | shown
    return None


def shown(desk: ElectionDesk) -> dict[str, Any]:
    """The desk in words and drawings."""
    ahead, states = desk.ahead, desk.counts.by_state
    return {
        "counts": desk.counts,
        "missions_registered": len(desk.base.posts),
        "attached": states.get(State.ATTACHED, 0) + states.get(State.NUMBERED, 0),
        "numbered": states.get(State.NUMBERED, 0),
        "status": desk.status,
        "skyline": skyline(desk.stations, desk.now) if desk.stations else None,
        "lines": [line_shown(desk.election, one, desk.now) for one in ahead[:NEXT]],
        "passed": len(desk.lines) - len(ahead),
        "deadlines": len(desk.lines),
        "clashes": [words.clash_told(desk.election, one) for one in desk.clashes],
        "records": in_sentences(desk.records),
        "log_size": desk.log_size,
    }
