"""Giving and ending roles."""

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.accounts import actions
from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import access, grants
from legation.accounts.web.forms import EndForm, GiveForm, end_of
from legation.base import clock, powers
from legation.base.actors import OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import worded
from legation_core.problems import Refused


@page(Permission.ROLE_GRANT, fresh=True)
def give(request: HttpRequest) -> HttpResponse:
    """Give a role to somebody who has an account; for roles that act for an institution, propose it."""
    by: Any = request.actor  # type: ignore[attr-defined]
    at = clock.now()
    form = GiveForm(request.POST or None, by=by, initial={"person": request.GET.get("person", "")[:40]})
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/give.html", {"form": form}, status=422 if request.method == "POST" else 200)
    try:
        given = form.given(at)
        if ROLES[given["role"]].two_persons:
            code = actions.give_role.propose(by=by, at=at, **given)
            messages.success(request, gettext("Proposed. The role begins when a second person confirms it."))
            return redirect("accounts:joint_act", code)
        found = actions.give_role(by=by, at=at, **given)
    except Refused as refused:
        return render(request, "accounts/give.html", {"form": form, "problem": refused.problem}, status=422)
    messages.success(request, gettext("The role is given."))
    for problem in found:
        messages.warning(request, worded(problem))
    return redirect("accounts:person", given["person"])


@page(Permission.ROLE_GRANT, fresh=True)
def end(request: HttpRequest, person: str, number: int) -> HttpResponse:
    """End a role, with the reason."""
    by: Any = request.actor  # type: ignore[attr-defined]
    at = clock.now()
    one = access.one(by, person, clock.real())
    line = next((line for line in grants.lines_of(by, person, at) if line.number == number), None)
    if line is None or not line.may_end:
        raise OutOfScope(person)
    form = EndForm(request.POST or None)
    context = {"form": form, "one": one, "line": line}
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/end_grant.html", context, status=422 if request.method == "POST" else 200)
    until = end_of(form.cleaned_data["until"], ZoneInfo(powers.home_zone(by.grant.jurisdiction)))
    try:
        actions.end_role(person=person, number=number, reason=form.cleaned_data["reason"], until=until, by=by, at=at)
    except Refused as refused:
        return render(request, "accounts/end_grant.html", context | {"problem": refused.problem}, status=422)
    messages.success(request, gettext("The role has its end."))
    return redirect("accounts:person", person)
