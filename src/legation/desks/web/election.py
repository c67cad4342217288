"""The page of an election: what stands, counted from rows, what comes next, who is open now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.desks.queries import election_desk


@page(Permission.ELECTION_READ)
def election(request: HttpRequest, election: str) -> HttpResponse:
    desk = election_desk(request.actor, election, clock.now())  # type: ignore[attr-defined]
    return render(request, "desks/election.html", {"desk": desk, "election": desk.election})
