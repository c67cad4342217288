"""One complaint: what the register tells everyone, what commissions read, and who complains, for the deciding body."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination.convert.complaints import ComplaintValue
from legation.coordination.queries import complaints as queries
from legation.coordination.queries.decisions import decision_pdf
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.correspondence import complaints as core


def found(request: HttpRequest, election: str, number: int) -> tuple[Actor, ElectionValue, ComplaintValue]:
    """The actor, the election and a complaint of the register."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return actor, value, queries.complaint(value, number)


@page(Permission.COMPLAINT_READ)
def complaint(request: HttpRequest, election: str, complaint: int) -> HttpResponse:
    actor, value, one = found(request, election, complaint)
    days = value.rules.limits.get("complaint_days")
    whole = queries.reads_whole(actor, value, one)
    records = log.records(jurisdiction=value.jurisdiction, election=election, subject=f"complaint:{complaint}").records
    zone = one.stages[0].zone
    context = {
        "election": value,
        "complaint": one,
        "whole": whole,
        "party": queries.party(actor, value, one),
        "late": one.is_open and one.current.late(clock.now()),
        "filed_late": bool(days) and core.filed_late(one.happened_on, one.lodged_at, zone, days.value if days else 0),
        "days": days,
        "steps": steps_for(actor, value, one),
        "records": in_sentences(records[:20]),
    }
    return render(request, "coordination/complaints/complaint.html", context)


def steps_for(actor: Actor, election: ElectionValue, one: ComplaintValue) -> list[str]:
    """The steps that the state allows and the actor may take."""
    if not queries.reads_whole(actor, election, one):
        return []
    may = {
        "decide": queries.decides(actor, election, one),
        "hear": queries.decides(actor, election, one),
        "appeal": Permission.COMPLAINT_LODGE in actor.permissions and one.stage + 1 < len(queries.instances(election)),
        "withdraw": Permission.COMPLAINT_LODGE in actor.permissions,
    }
    return [step for step, held in may.items() if held and one.state in core.TRANSITIONS[step]]


@page(Permission.COMPLAINT_READ)
def decision(request: HttpRequest, election: str, complaint: int, stage: int) -> HttpResponse:
    """The decision in writing, for commissions; whoever complains is named in the copy of the deciding body."""
    actor, value, one = found(request, election, complaint)
    decided = next((item for item in one.stages if item.stage == stage and item.decided_at), None)
    if decided is None or not queries.reads_whole(actor, value, one):
        raise OutOfScope(stage)
    party = queries.party(actor, value, one)
    return download(decision_pdf(value, one, decided, party), f"{election}-complaint-{complaint}-{stage}", "pdf")
