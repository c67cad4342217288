"""The register of inquiries: found by any word, filtered, sorted, paged, exported as it is shown."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination.queries import inquiries as queries
from legation.coordination.queries import mail
from legation.missions.permissions import at_home
from legation.plan import queries as plan
from legation.readers.answers import octets_of

ON_A_PAGE = 50
MOST_EXPORTED = 10_000


@page(Permission.INQUIRY_READ)
def inquiries(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    rows = queries.listed(actor, value, request.GET.dict(), now)
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    counts = queries.counts(actor, value, now)
    waiting = queries.waiting_for(actor, value)
    context = {
        "election": value,
        "page": shown,
        "inquiries": queries.values(list(shown.object_list)),
        "found": shown.paginator.count,
        "total": sum(counts["state"].values()),
        "counts": counts,
        "now": now,
        "asked": request.GET.get("q", "")[:80],
        "query": request.GET.urlencode(),
        "home_reader": at_home(actor),
        "mails": len(mail.waiting(value)) if Permission.INQUIRY_ANSWER in actor.permissions else 0,
        "addresses": bool(settings.MAIL) and Permission.MISSION_CHANGE in actor.permissions,
        "to_approve": waiting["approve"],
        "may_ask": Permission.INQUIRY_ASK in actor.permissions and bool(value.rules.inquiry_categories),
        "categories": value.rules.inquiry_categories,
    }
    return render(request, "coordination/inquiries.html", context)


@page(Permission.INQUIRY_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    found = queries.values(list(queries.listed(actor, value, request.GET.dict(), clock.now())[:MOST_EXPORTED]))
    rows = [queries.inquiry_row(value, one) for one in found]
    return download(octets_of(rows, form, "Inquiries"), f"{election}-inquiries", form)
