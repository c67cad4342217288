"""Mail about inquiries that waits for a person, and the addresses at which missions are told."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import worded
from legation.coordination.actions import mail as actions
from legation.coordination.queries import mail as queries
from legation.coordination.web.inquiries.forms import AcceptForm, AddressForm, ReasonForm
from legation.missions import queries as missions
from legation.missions.permissions import at_home, own_mission
from legation.plan import queries as plan
from legation_core.problems import Problem, Refused


@page(Permission.INQUIRY_ANSWER)
def tray(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return render(request, "coordination/mail.html", {"election": value, "mails": queries.waiting(value)})


@page(Permission.INQUIRY_ANSWER)
def step(request: HttpRequest, election: str, number: int, step: str) -> HttpResponse:
    """Accept a mail as an inquiry, or dismiss it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = queries.one(value, number)
    if step not in {"accept", "dismiss"}:
        raise OutOfScope(step)
    accepts = step == "accept"
    form: forms.Form = ReasonForm(request.POST or None)
    if accepts:
        posts = missions.missions(value.jurisdiction)
        form = AcceptForm(request.POST or None, election=value, posts=posts, initial={"mission": one.mission})
    if request.method == "POST" and form.is_valid():
        about: dict[str, Any] = {"election": election, "number": number, "by": actor, "at": clock.now()}
        if accepts:
            code = actions.accept(**about, **form.cleaned_data)
            return redirect("inquiries:inquiry", election, code)
        actions.dismiss(**about, **form.cleaned_data)
        messages.success(request, gettext("Kept."))
        return redirect("inquiries:mail", election)
    title = gettext("Accept the mail as an inquiry") if accepts else gettext("Dismiss the mail")
    context = {"election": value, "mail": one, "form": form, "title": title, "button": title}
    return render(request, "coordination/mail_act.html", context, status=422 if form.errors else 200)


@page(Permission.MISSION_CHANGE)
def address(request: HttpRequest, election: str) -> HttpResponse:
    """The address at which a mission is told of its inquiries."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    code = own_mission(actor) or request.GET.get("mission", "")[:40]
    post = missions.mission(value.jurisdiction, code) if code else None
    choices = missions.missions(value.jurisdiction) if at_home(actor) else ()
    first = {"mission": code, "address": queries.address_of(post.id) if post else ""}
    form = AddressForm(request.POST or None, posts=choices, initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.keep_address(
                election=election, mission=own_mission(actor) or given["mission"], address=given["address"], by=actor,
                at=clock.now(),
            )  # fmt: skip
        except Refused as refused:
            if refused.code != "Q117":
                raise
            form.add_error("address", worded(Problem("Q117")))
        else:
            messages.success(request, gettext("Kept."))
            return redirect("inquiries:inquiries", election)
    context = {
        "election": value, "form": form, "title": gettext("Address for inquiries"), "button": gettext("Keep it"),
    }  # fmt: skip
    return render(request, "coordination/inquiry_act.html", context, status=422 if form.errors else 200)
