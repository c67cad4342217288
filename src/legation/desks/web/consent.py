"""Host consent: the list of hosts with what each asks and what is wrong, and the whole of one host."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording.countries import country_name, sort_key
from legation.coordination.queries import papers
from legation.desks import hosts
from legation.desks.hosts import Host
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.missions.permissions import scopes_of
from legation.missions.queries import consent as queries
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation.readers.answers import octets_of
from legation_core.network.consent import State, steps_from
from legation_core.register.folding import fold

SORTS: dict[str, Callable[[Host], Any]] = {
    "state": lambda host: list(State).index(host.whole.state),
    "due": lambda host: host.due or date.max,
    "stations": lambda host: -len(host.stations),
}


@page(Permission.MISSION_READ)
def consents(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    everything = list(hosts.hosts(value, clock.now()).values())
    asked, state = request.GET.get("q", "")[:80], request.GET.get("state", "")
    kept = [
        host
        for host in everything
        if state in ("", host.whole.state) or (state == "problem" and host.problems)
        if all(word in f"{fold(country_name(host.country))} {host.country.lower()}" for word in fold(asked).split())
    ]
    states = [one for one in State if any(host.whole.state == one for host in everything)]
    context = {
        "election": value,
        "hosts": [{"host": one, "opens": queries.may_open(actor, value, one.posts)} for one in _sorted(kept, request)],
        "total": len(everything),
        "with_problem": sum(bool(host.problems) for host in everything),
        "states": [(one, sum(host.whole.state == one for host in everything)) for one in states],
        "asked": asked,
    }
    return render(request, "desks/consents.html", context)


def _sorted(found: list[Host], request: HttpRequest) -> list[Host]:
    """By name first, so that what is alike stays in its order; worst first where nothing else was asked."""
    sort = request.GET.get("sort", "worst")
    column, reverse = sort.removeprefix("-"), sort.startswith("-")
    placed = sorted(found, key=lambda host: sort_key(country_name(host.country)), reverse=reverse and column == "name")
    if column == "name":
        return placed
    return sorted(placed, key=SORTS.get(column, lambda host: host.order), reverse=reverse)


@page(Permission.MISSION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    rows = [hosts.row_of(host) for host in hosts.hosts(value, clock.now()).values()]
    return download(octets_of(rows, form, "Host consent"), f"{election}-host-consent", form)


@page(Permission.MISSION_READ)
def host(request: HttpRequest, election: str, country: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = hosts.hosts(value, clock.now()).get(country)
    if one is None or not queries.may_open(actor, value, one.posts):
        raise OutOfScope(country)
    records = log.records(jurisdiction=value.jurisdiction, subject=f"host:{country}").records
    context = {
        "election": value,
        "host": one,
        "history": queries.consent_steps(value, country),
        "rules": queries.rule_history(value.jurisdiction, country),
        "outcome": queries.last_outcomes(value.jurisdiction, without=election).get(country),
        "steps": steps_from(one.whole.state),
        "competence": value.rules.competences.get("ask_host_consent"),
        "body": asker(value),
        "may": may_step(actor, value, one),
        "letter": "note_verbale_consent" in value.rules.templates
        and Permission.PAPER_DRAFT in actor.permissions
        and may_step(actor, value, one),
        "papers": [paper for paper in papers.linked_to(value, "host", country) if papers.readable(actor, value, paper)],
        "may_rule": Permission.HOST_RULE_SET in actor.permissions,
        "records": in_sentences(records[:20]),
    }
    return render(request, "desks/consent.html", context)


def asker(election: ElectionValue) -> Any:
    """The body that writes to hosts, by the lawbook."""
    competence = election.rules.competences.get("ask_host_consent")
    return election.book.bodies[competence.body] if competence else None


def may_step(actor: Actor, election: ElectionValue, one: Host) -> bool:
    """Whether the actor may take a step with the host: permission, body, and a mission there in their scope."""
    body = asker(election)
    return (
        body is not None
        and Permission.CONSENT_ASK in actor.permissions
        and acts_for(actor, election.rules, body.key)
        and any(actor.reaches(scopes_of(post.jurisdiction, post.code, election.code)) for post in one.posts)
    )
