"""One inquiry: what was said, what comes next, until when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.coordination.convert.inquiries import InquiryValue
from legation.coordination.queries import inquiries as queries
from legation.coordination.queries import knowledge
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.missions.permissions import at_home
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue


def found(request: HttpRequest, election: str, code: str) -> tuple[Actor, ElectionValue, InquiryValue]:
    """The actor, the election and an inquiry that the actor may read."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return actor, value, queries.inquiry_for(actor, value, code)


@page(Permission.INQUIRY_READ)
def inquiry(request: HttpRequest, election: str, inquiry: str) -> HttpResponse:
    actor, value, one = found(request, election, inquiry)
    records = log.records(jurisdiction=value.jurisdiction, subject=f"inquiry:{inquiry}").records
    home = at_home(actor)
    published = knowledge.from_inquiry(one.id) if home else ""
    steps = queries.steps_for(actor, value, one)
    context = {
        "published": published,
        "publishes": not published and any(step.key == "settle" for step in steps),
        "election": value,
        "inquiry": one,
        "thread": queries.thread(actor, one),
        "steps": steps,
        "by_answer_of": queries.one_of(one) if home and one.merged_into else None,
        "settled": queries.settled_with(one) if home else (),
        "home_reader": home,
        "now": clock.now(),
        "records": in_sentences(records[:20]) if Permission.LOG_READ in actor.permissions else [],
    }
    return render(request, "coordination/inquiry.html", context)
