"""Choosing the role one acts in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from legation.accounts import queries
from legation.accounts.permissions.roles import ROLES
from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page


@page(Permission.ELECTION_READ)
def choose(request: HttpRequest) -> HttpResponse:
    grants = queries.grants_of(request.user.pk, clock.now())  # type: ignore[arg-type]
    if request.method == "POST":
        wanted = request.POST.get("grant", "")
        if wanted.isdecimal() and int(wanted) < len(grants):
            request.session["grant"] = int(wanted)
        return redirect("/")
    choices = [{"number": number, "grant": grant, "role": ROLES[grant.role]} for number, grant in enumerate(grants)]
    return render(request, "accounts/roles.html", {"choices": choices, "chosen": request.session.get("grant", 0)})
