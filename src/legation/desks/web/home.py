"""The first page: the elections of one's jurisdiction."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from legation.base.actors import Permission
from legation.base.web import page
from legation.plan import queries as plan


@page(Permission.ELECTION_READ)
def home(request: HttpRequest) -> HttpResponse:
    """Straight to the election where there is one; a list of them where there are several."""
    found = plan.elections(request.actor.grant.jurisdiction)  # type: ignore[attr-defined]
    if len(found) == 1:
        return redirect("desks:election", found[0].code)
    return render(request, "desks/home.html", {"elections": found})
