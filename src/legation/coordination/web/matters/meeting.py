"""The daily meeting: its agenda from the open matters, its minutes, both as pages and on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.accounts.queries import joint
from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination import actions
from legation.coordination.permissions.matters import scopes_of
from legation.coordination.queries import matters as queries
from legation.coordination.queries import meetings as documents
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue


def _at_home(request: HttpRequest, election: str) -> tuple[Actor, ElectionValue]:
    """The actor and the election, for those at home who see every matter; others do not find the meeting."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    if actor.grant.scope.kind != "jurisdiction":
        raise OutOfScope(election)
    require(actor, Permission.MATTER_READ, scopes_of(value.jurisdiction, election))
    return actor, value


@page(Permission.MATTER_READ)
def agenda(request: HttpRequest, election: str) -> HttpResponse:
    actor, value = _at_home(request, election)
    now = clock.now()
    context = {
        "election": value,
        "agenda": queries.agenda(value, now),
        "meets": queries.next_meeting(value, now),
        "minutes": queries.minutes(value),
        "may_settle": Permission.MATTER_SETTLE in actor.permissions,
        "now": now,
    }
    return render(request, "coordination/matters/agenda.html", context)


@page(Permission.MATTER_READ)
def agenda_document(request: HttpRequest, election: str) -> HttpResponse:
    _actor, value = _at_home(request, election)
    return download(documents.agenda_pdf(value, queries.agenda(value, clock.now())), f"{election}-agenda", "pdf")


@page(Permission.MATTER_SETTLE)
def draw_up(request: HttpRequest, election: str) -> HttpResponse:
    actor, _value = _at_home(request, election)
    if request.method != "POST":
        return redirect("matters:agenda", election)
    number = actions.draw_up_minutes(election=election, by=actor, at=clock.now())
    messages.success(request, gettext("Drawn up. They hold when both institutions have signed them."))
    return redirect("matters:minutes", election, number)


@page(Permission.MATTER_READ)
def minutes(request: HttpRequest, election: str, minutes: int) -> HttpResponse:
    actor, value = _at_home(request, election)
    one = queries.minutes_of(value, minutes)
    waiting = joint.waiting_ones(actor, clock.now(), election)
    proposed = [act for act in waiting if act.subject == f"minutes:{minutes}"]
    context = {
        "election": value,
        "minutes": one,
        "proposed": [(act, joint.may_second(actor, act)) for act in proposed],
        "may_settle": Permission.MATTER_SETTLE in actor.permissions and one.signed_at is None,
    }
    return render(request, "coordination/matters/minutes.html", context)


@page(Permission.MATTER_READ)
def minutes_document(request: HttpRequest, election: str, minutes: int) -> HttpResponse:
    _actor, value = _at_home(request, election)
    one = queries.minutes_of(value, minutes)
    return download(documents.minutes_pdf(value, one), f"{election}-minutes-{minutes}", "pdf")


@page(Permission.MATTER_SETTLE)
def sign(request: HttpRequest, election: str, minutes: int) -> HttpResponse:
    """Sign as the first; a person of the other institution signs on the page of acts by two persons."""
    actor, value = _at_home(request, election)
    queries.minutes_of(value, minutes)
    if request.method != "POST":
        return redirect("matters:minutes", election, minutes)
    digest = request.POST.get("digest", "")[:64]
    actions.sign_minutes.propose(election=election, number=minutes, sha256=digest, by=actor, at=clock.now())
    messages.success(request, gettext("Signed for your institution. They hold when the other one signs as well."))
    return redirect("matters:minutes", election, minutes)
