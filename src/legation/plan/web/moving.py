"""Proposing that the election day moves, after its preview was seen (the calendar's desk shows it)."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page, refusal
from legation.plan import actions, queries
from legation_core.problems import Refused


class ConfirmForm(forms.Form):
    """The new day, why, and the day for which the preview was made."""

    to = forms.DateField()
    seen = forms.DateField()
    reason = forms.CharField(max_length=300, required=False)


@page(Permission.ELECTION_MOVE)
def move(request: HttpRequest, election: str) -> HttpResponse:
    """Without a preview before it there is nothing to propose: back to where one is made."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, form = queries.election_for(actor, election), ConfirmForm(request.POST or None)
    if not form.is_valid():
        return redirect("desks:move", value.code)
    try:
        code = actions.move_election_day.propose(code=election, by=actor, at=clock.now(), **form.cleaned_data)
    except Refused as refused:
        url = f"{reverse('desks:move', args=[election])}?to={form.cleaned_data['to'].isoformat()}"
        return refusal(request, refused, {"url": url, "text": gettext("Look at the changes again")})
    messages.success(request, gettext("Proposed. It is done when a second person confirms it."))
    return redirect("accounts:joint_act", code)
