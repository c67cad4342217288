"""Choosing the role one acts in, and the roles as pages to read and sign."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from legation.accounts import queries
from legation.accounts.permissions.roles import ROLES, Role
from legation.accounts.permissions.words import may_never, powers_told
from legation.accounts.queries.grants import places_of
from legation.base import clock
from legation.base.actors import OutOfScope, Permission
from legation.base.web import page


@page(Permission.ACCOUNT_KEEP)
def choose(request: HttpRequest) -> HttpResponse:
    """The roles that one holds, the one in which one acts, and the way into another."""
    actor = request.actor  # type: ignore[attr-defined]
    grants = queries.numbered_grants(request.user.pk, clock.now())  # type: ignore[arg-type]
    if request.method == "POST":
        wanted = request.POST.get("grant", "")
        if wanted.isdecimal() and int(wanted) in grants:
            request.session["grant"] = int(wanted)
        return redirect("/")
    places = places_of(grant.scope for grant in grants.values())
    choices = [
        {"number": number, "grant": grant, "role": ROLES[grant.role], "place": places.get(grant.scope, "")}
        for number, grant in grants.items()
    ]
    context = {"choices": choices, "chosen": actor.number, "roles": ROLES.values()}
    return render(request, "accounts/roles.html", context)


@page(Permission.ACCOUNT_KEEP)
def sheet(request: HttpRequest, role: str) -> HttpResponse:
    """One role on a sheet that an official reads and signs."""
    if role not in ROLES:
        raise OutOfScope(role)
    return render(request, "accounts/role_sheet.html", {"sheets": [_sheet(ROLES[role])], "whole": False})


@page(Permission.ACCOUNT_KEEP)
def sheets(request: HttpRequest) -> HttpResponse:
    """Every role, one after the other."""
    context = {"sheets": [_sheet(role) for role in ROLES.values()], "whole": True}
    return render(request, "accounts/role_sheet.html", context)


def _sheet(role: Role) -> dict[str, Any]:
    gives = [other.title for key, other in ROLES.items() if key in role.gives]
    return {"role": role, "powers": powers_told(role), "gives": gives, "never": may_never(role)}
