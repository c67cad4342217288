"""Broadcasts: one's own to acknowledge; for those who send, who has read and who must be telephoned."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import make_naive
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.doing import done_beside
from legation.base.web import page
from legation.base.wording.notices import AUDIENCES
from legation.coordination import actions
from legation.coordination.queries import broadcasts as queries
from legation.plan import queries as plan

FIELD_OF = {"B101": "text", "B102": "audience", "B103": "read_by", "B105": "note"}


class SendForm(forms.Form):
    """A broadcast."""

    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(label=_("Text"), max_length=5000, widget=forms.Textarea(attrs={"rows": 7}))
    audience = forms.ChoiceField(label=_("To whom"), choices=list(AUDIENCES.items()))
    read_by = forms.DateTimeField(
        label=_("To be read until"), help_text=_("By the clock of home, for example 2024-01-24 18:00")
    )
    urgent = forms.BooleanField(
        label=_("Urgent"),
        required=False,
        help_text=_("Mailed at once, in quiet hours too. Whoever has not read it is telephoned."),
    )


class NoteForm(forms.Form):
    """What was said on the telephone."""

    note = forms.CharField(label=_("What was said, and to which office"), max_length=300)


_done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


@page(Permission.BROADCAST_READ)
def broadcasts(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    context = {
        "election": value,
        "mine": queries.mine(actor, value),
        "sent": queries.sent(actor, value),
        "may_send": Permission.BROADCAST_SEND in actor.permissions,
        "now": clock.now(),
    }
    return render(request, "coordination/broadcasts/broadcasts.html", context)


@page(Permission.BROADCAST_SEND)
def new(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    form = SendForm(request.POST or None)
    made: list[str] = []

    def do(given: dict[str, Any]) -> None:
        until = make_naive(given["read_by"]).replace(tzinfo=ZoneInfo(value.home_zone))
        made.append(actions.send_broadcast(election=election, **(given | {"read_by": until}), by=actor, at=clock.now()))

    if request.method == "POST" and form.is_valid() and _done(form, do):
        messages.success(request, gettext("Sent. This page shows who has read it."))
        return redirect("broadcasts:broadcast", election, made[0])
    context = {"election": value, "form": form, "title": gettext("Send a broadcast"), "button": gettext("Send it")}
    return render(request, "coordination/broadcasts/act.html", context, status=422 if form.errors else 200)


@page(Permission.BROADCAST_READ)
def broadcast(request: HttpRequest, election: str, broadcast: str) -> HttpResponse:
    """One broadcast; a POST acknowledges it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one, own = queries.broadcast(actor, value, broadcast)
    if request.method == "POST":
        actions.acknowledge(election=election, code=broadcast, by=actor, at=clock.now())
        messages.success(request, gettext("Acknowledged."))
        return redirect("broadcasts:broadcast", election, broadcast)
    places = queries.places(value, one) if Permission.BROADCAST_SEND in actor.permissions else ()
    context = {
        "election": value,
        "broadcast": one,
        "own": own,
        "to_call": [place for place in places if place.read_at is None and place.phoned_at is None],
        "reached": [place for place in places if place.read_at or place.phoned_at],
        "places": len(places),
        "now": clock.now(),
    }
    return render(request, "coordination/broadcasts/broadcast.html", context)


@page(Permission.BROADCAST_SEND)
def telephoned(request: HttpRequest, election: str, broadcast: str, receipt: int) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one, _own = queries.broadcast(actor, value, broadcast)
    if receipt not in {place.receipt for place in queries.places(value, one)}:
        raise OutOfScope(receipt)
    form = NoteForm(request.POST or None)

    def do(given: dict[str, Any]) -> None:
        actions.telephoned(election=election, receipt=receipt, **given, by=actor, at=clock.now())

    if request.method == "POST" and form.is_valid() and _done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("broadcasts:broadcast", election, broadcast)
    title, button = gettext("Told by telephone"), gettext("Keep it")
    context = {"election": value, "broadcast": one, "form": form, "title": title, "button": button}
    return render(request, "coordination/broadcasts/act.html", context, status=422 if form.errors else 200)
