"""The first page: the elections of one's jurisdiction."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from legation.base.actors import Permission
from legation.base.web import page
from legation.plan import queries as plan


@page(Permission.ACCOUNT_KEEP)
def home(request: HttpRequest) -> HttpResponse:
    """Straight to the election where there is one; a list of them where there are several; the operator's desk."""
    actor = request.actor  # type: ignore[attr-defined]
    if Permission.ELECTION_READ not in actor.permissions:
        return redirect("health")
    found = plan.elections_for(actor)
    if len(found) == 1:
        return redirect("desks:election", found[0].code)
    return render(request, "desks/home.html", {"elections": found})
