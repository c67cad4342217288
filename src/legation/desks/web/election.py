"""The page of an election: what stands, counted from rows, what comes next, who is open now."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.desks import calendars
from legation.desks.queries import ElectionDesk, election_desk
from legation.desks.skyline import skyline
from legation.desks.todo import next_acts
from legation.integrity.web.sentences import sentence


@page(Permission.ELECTION_READ)
def election(request: HttpRequest, election: str) -> HttpResponse:
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    desk = election_desk(actor, election, now)
    return render(
        request, "desks/election.html", {"desk": shown(desk), "election": desk.election, "todo": next_acts(actor, desk)}
    )


def shown(desk: ElectionDesk) -> dict[str, Any]:
    """The desk in words and drawings."""
    return {
        "counts": desk.counts,
        "numbered": desk.numbered,
        "status": desk.status,
        "skyline": skyline(desk.stations, desk.now) if desk.stations else None,
        "lines": calendars.lines(desk.election, desk.next_deadlines, desk.now),
        "passed_deadlines": desk.passed_deadlines,
        "deadlines": desk.deadlines,
        "clashes": calendars.in_words(desk.election, desk.clashes),
        "records": [{"record": one, "sentence": sentence(one)} for one in desk.records],
        "log_size": desk.log_size,
    }
