"""The register of host rules: what each country asks of a vote on its soil, how, by when, where it is written."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, sort_key
from legation.missions import actions
from legation.missions import queries as missions
from legation.missions.convert.consent import HostRuleValue, StepValue
from legation.missions.queries import consent as queries
from legation.missions.web.consent_forms import HostRuleForm
from legation.missions.web.mission import done
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation_core.network.consent import Way
from legation_core.register.folding import fold


@page(Permission.MISSION_READ)
def rules(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    found = sorted(queries.host_rules(value.jurisdiction).values(), key=lambda one: sort_key(country_name(one.country)))
    asked = request.GET.get("q", "")[:80]
    words = fold(asked).split()
    outcomes = queries.last_outcomes(value.jurisdiction)
    own = {one.country for one in missions.missions(value.jurisdiction)}
    context = {
        "election": value,
        "rows": [
            {"rule": one, "outcome": outcomes.get(one.country), "own": one.country in own}
            for one in found
            if all(word in f"{fold(country_name(one.country))} {one.country.lower()}" for word in words)
        ],
        "total": len(found),
        "without": len(own - {one.country for one in found}),
        "asked": asked,
        "may": Permission.HOST_RULE_SET in actor.permissions,
    }
    return render(request, "missions/host_rules.html", context)


def rule_row(one: HostRuleValue, outcomes: Mapping[str, StepValue]) -> dict[str, object]:
    """A rule as a flat row of names and plain values."""
    last = outcomes.get(one.country)
    return {
        "country": one.country,
        "at_missions": str(one.rule.inside),
        "elsewhere": str(one.rule.outside),
        "lead_days": one.rule.lead_days or "",
        "how": text_of(one.how),
        "outcome": f"{last.state} {last.note_date}" if last else text_of(one.outcome),
        "source": one.source,
        "as_of": one.read_on,
        "entered_here": "" if one.shipped else "yes",
    }


@page(Permission.MISSION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    outcomes = queries.last_outcomes(value.jurisdiction)
    found = queries.host_rules(value.jurisdiction)
    rows = [rule_row(found[country], outcomes) for country in sorted(found)]
    return download(octets_of(rows, form, "Host rules"), f"{value.jurisdiction.lower()}-host-rules", form)


@page(Permission.HOST_RULE_SET)
def enter(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    country = request.GET.get("country", "")
    form = HostRuleForm(request.POST or None, initial=_initial(value.jurisdiction, country))

    def do(given: dict[str, Any]) -> None:
        ways = {name: Way(given[name]) for name in ("inside", "outside")}
        actions.set_host_rule(**given | ways, by=actor, at=clock.now())

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("hosts:rules", election)
    return render(
        request,
        "missions/host_rule.html",
        {"election": value, "form": form},
        status=422 if form.errors else 200,
    )


def _initial(jurisdiction: str, country: str) -> dict[str, Any]:
    """What is known of the country already, so that only what changed is typed."""
    known = queries.host_rules(jurisdiction).get(country)
    if known is None:
        return {"country": country}
    rule = known.rule
    return {
        "country": country,
        "inside": str(rule.inside),
        "outside": str(rule.outside),
        "lead_days": rule.lead_days,
        "how": text_of(known.how),
        "source": known.source,
    }
