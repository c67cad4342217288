"""Confirming that the election day moves, after its preview was seen (the calendar's desk shows it)."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.plan import actions


class ConfirmForm(forms.Form):
    """The new day, why, and the day for which the preview was made."""

    to = forms.DateField()
    seen = forms.DateField()
    reason = forms.CharField(max_length=300, required=False)


@require_POST
@page(Permission.ELECTION_MOVE)
def move(request: HttpRequest, election: str) -> HttpResponse:
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return redirect("desks:move", election)
    actions.move_election_day(code=election, by=request.actor, at=clock.now(), **form.cleaned_data)  # type: ignore[attr-defined]
    messages.success(request, gettext("The election day is moved."))
    return redirect("desks:calendar", election)
