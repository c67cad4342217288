"""One place for everything that waits for somebody, and their choice about mail."""

from datetime import time
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.base.wording import worded
from legation.base.wording.notices import HOW
from legation.coordination import actions
from legation.coordination.queries import inbox as queries
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.correspondence.notices import How
from legation_core.problems import Problem, Refused

PLACES = {
    "broadcast": "broadcasts:broadcast",
    "complaint": "complaints:complaint",
    "matter": "matters:matter",
    "inquiry": "inquiries:inquiry",
}
"""Kind of what waits -> its page under the election."""


class MailForm(forms.Form):
    """How one is told by mail."""

    mail = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("Mails say that something waits, with a link and nothing else")
    )
    how = forms.ChoiceField(label=_("When"), widget=forms.RadioSelect, choices=list(HOW.items()))
    zone = forms.CharField(label=_("Your time zone"), max_length=64, help_text=_("For example Asia/Baku"))
    quiet_from = forms.TimeField(label=_("Quiet from"), help_text=_("The urgent is mailed in quiet hours too"))
    quiet_to = forms.TimeField(label=_("Quiet until"))
    daily_at = forms.TimeField(label=_("Once a day at"))


@page(Permission.BROADCAST_READ)
def inbox(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    found = queries.items(actor, value, now)
    context = {
        "election": value,
        "items": [(one, PLACES.get(one.kind, "")) for one in found],
        "choice": queries.choice_of(actor.person),
        "now": now,
    }
    return render(request, "coordination/inbox/inbox.html", context)


@page(Permission.BROADCAST_READ)
def mail(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    form = MailForm(request.POST or None, initial=_chosen(actor, value))
    if request.method == "POST" and form.is_valid() and _kept(form, actor):
        messages.success(request, gettext("Kept."))
        return redirect("inbox:inbox", election)
    context = {"election": value, "form": form, "title": gettext("Mail to you"), "button": gettext("Keep it")}
    return render(request, "coordination/inbox/mail.html", context, status=422 if form.errors else 200)


def _chosen(actor: Actor, election: ElectionValue) -> dict[str, Any]:
    found = queries.choice_of(actor.person)
    if found is None:
        usual = {"zone": election.home_zone, "quiet_from": time(22), "quiet_to": time(7), "daily_at": time(8)}
        return {"how": "daily"} | usual
    address, choice, _told = found
    return {
        "mail": address, "how": choice.how, "zone": choice.zone, "quiet_from": choice.quiet_from,
        "quiet_to": choice.quiet_to, "daily_at": choice.daily_at,
    }  # fmt: skip


def _kept(form: MailForm, actor: Actor) -> bool:
    given = form.cleaned_data | {"how": How(form.cleaned_data["how"])}
    try:
        actions.choose_mail(**given, by=actor, at=clock.now())
    except Refused as refused:
        form.add_error("zone", worded(Problem(refused.code, "", refused.problem.facts)))
        return False
    return True
