"""One matter: what is wrong, who owns it, the options, the decision of both, what it changed, its history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.accounts.queries import joint
from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.coordination.convert.matters import MatterValue
from legation.coordination.permissions.matters import institution_of
from legation.coordination.queries import matters as queries
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.correspondence import matters as core
from legation_core.correspondence.matters import INSTITUTIONS
from legation_core.problems import Refused


def found(request: HttpRequest, election: str, code: str) -> tuple[Actor, ElectionValue, MatterValue]:
    """The actor, the election and a matter that the actor sees."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return actor, value, queries.matter_for(actor, value, code)


@page(Permission.MATTER_READ)
def matter(request: HttpRequest, election: str, matter: str) -> HttpResponse:
    actor, value, one = found(request, election, matter)
    now = clock.now()
    records = log.records(jurisdiction=value.jurisdiction, subject=f"matter:{matter}").records
    proposed = [act for act in joint.waiting_ones(actor, now, election) if act.subject == f"matter:{matter}"]
    post = None
    if one.scope_kind == "mission":
        post = missions.mission(value.jurisdiction, one.place)
    context = {
        "election": value,
        "matter": one,
        "late": one.late(now),
        "post": post,
        "owners": [(key, one.names.get(key, "")) for key in INSTITUTIONS],
        "options": queries.options(one),
        "remarks": queries.remarks(one),
        "effects": queries.effects(one),
        "proposed": [(act, act.arguments.get("option"), joint.may_second(actor, act)) for act in proposed],
        "steps": steps_for(actor, one),
        "records": in_sentences(records[:20]),
    }
    return render(request, "coordination/matters/matter.html", context)


def steps_for(actor: Actor, one: MatterValue) -> list[str]:
    """The steps that the state allows and the actor may take, the one that moves it on first."""
    own, held = institution_of(actor), actor.permissions
    steps = [step for step in core.TRANSITIONS if _may(actor, one, step)]
    if Permission.MATTER_SETTLE not in held:
        steps = [step for step in steps if step == "remark" and Permission.MATTER_RAISE in held]
    if "decide" in steps and not one.options:
        steps.remove("decide")
    if "take" in steps and own in one.owners:
        steps = [*(step for step in steps if step != "take"), "take"]
    return sorted(steps, key=lambda step: step == "remark")


def _may(actor: Actor, one: MatterValue, step: str) -> bool:
    try:
        core.check(one.core, step, by=actor.person, institution=institution_of(actor))
    except Refused:
        return False
    return step != "take" or one.owners.get(institution_of(actor)) != actor.person
