"""Overruling what a rule refused: by the body that the lawbook names, two of its persons, a decision and its reason."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, sort_key
from legation.missions import queries as missions
from legation.plan import actions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations.web.acting import to_proposal
from legation.stations.web.competence import standing_of
from legation_core.powers.overruling import CAN_BE

REFUSALS = {"A043": _("too few voters are registered for a station"), "A044": _("the rule gives no further station")}
"""What each refusal says, in few words: the form has no figures yet to fill its sentence."""


class OverruleForm(forms.Form):
    """Which refusal, at which mission, by which decision, and why."""

    code = forms.ChoiceField(label=_("Refusal"))
    mission = forms.ChoiceField(label=_("Mission"))
    decision = forms.CharField(label=_("Decision"), max_length=80, help_text=_("Number and date"))
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Stands in the log for everybody to read."))

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        refusals = [(code, f"{code}: {REFUSALS[code]}") for code in sorted(CAN_BE)]
        self.fields["code"].choices = refusals  # type: ignore[attr-defined]
        posts = missions.missions(election.jurisdiction)
        named_posts = [(one.code, f"{text_of(one.cities)}, {country_name(one.country)}") for one in posts]
        found = sorted(named_posts, key=lambda pair: sort_key(pair[1]))
        self.fields["mission"].choices = found  # type: ignore[attr-defined]


@page(Permission.RULE_OVERRULE)
def overrule(request: HttpRequest, election: str) -> HttpResponse:
    """One person proposes it; it counts when a second one confirms."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    asked = {name: request.GET.get(name, "") for name in ("code", "mission")}
    form = OverruleForm(request.POST or None, election=value, initial=asked)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        code = actions.overrule_refusal.propose(
            election=election,
            code=given["code"],
            subject=f"mission:{given['mission']}",
            decision=given["decision"],
            reason=given["reason"],
            by=actor,
            at=clock.now(),
        )
        return to_proposal(request, code)
    context = {"election": value, "form": form, "standing": standing_of(actor, value, "overrule_refusal")}
    return render(request, "stations/overrule.html", context, status=422 if form.errors else 200)


def offer(actor: Actor, election: ElectionValue, code: str, mission: str) -> dict[str, Any] | None:
    """Who may overrule that refusal, and where, for whoever is of that body; `None` where nobody can."""
    standing = standing_of(actor, election, "overrule_refusal")
    if code not in CAN_BE or standing.body is None:
        return None
    url = f"{reverse('stations:overrule', args=[election.code])}?code={code}&mission={mission}"
    return {"standing": standing, "url": url if standing.may else ""}
