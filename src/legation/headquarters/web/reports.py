"""Situation reports: the list, drawing one up, reading it, signing it, its document."""

from datetime import time
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from legation.base import clock
from legation.base.actors import OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.headquarters import actions
from legation.headquarters.queries import reports as queries
from legation.headquarters.web.doing import form_page, opened
from legation.headquarters.web.forms import HourForm


@page(Permission.HEADQUARTERS_READ)
def listed(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, own = opened(request, election)
    minutes = queries.order_of(value)
    context = {
        "election": value,
        "reports": queries.reports(value),
        "hour": None if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}",
        "own": own,
        "may_sign": bool(own) and Permission.REPORT_SIGN in actor.permissions,
    }
    return render(request, "headquarters/reports.html", context)


@page(Permission.REPORT_SIGN)
def draw(request: HttpRequest, election: str) -> HttpResponse:
    actor, _value, _own = opened(request, election)
    if request.method != "POST":
        return redirect("headquarters:reports", election)
    number = actions.draw_report(election=election, by=actor, at=clock.now())
    messages.success(request, gettext("Drawn up from the records as they stand now."))
    return redirect("headquarters:report", election, number)


@page(Permission.REPORT_SIGN)
def order(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, _own = opened(request, election)

    def do(given: dict[str, Any]) -> None:
        at: time = given["hour"]
        actions.order_reports(election=election, minutes=at.hour * 60 + at.minute, by=actor, at=clock.now())

    return form_page(
        request, HourForm(request.POST or None), do, election=value, title=gettext("Order the daily situation report"),
        button=gettext("Order it"), said=gettext("Ordered. It is drawn up in your name."),
        back=reverse("headquarters:reports", args=[election]),
    )  # fmt: skip


@page(Permission.HEADQUARTERS_READ)
def one(request: HttpRequest, election: str, report: int) -> HttpResponse:
    actor, value, own = opened(request, election)
    found, language = queries.report(value, report), get_language() or "en"
    context = {
        "election": value,
        "report": found,
        "sections": found.sections(language),
        "new": found.new_lines(language),
        "signatures": queries.signatures(actor, value, found, clock.now()),
        "own": own,
        "may_sign": bool(own) and Permission.REPORT_SIGN in actor.permissions and found.signed_at is None,
    }
    return render(request, "headquarters/report.html", context)


@page(Permission.REPORT_SIGN)
def sign(request: HttpRequest, election: str, report: int) -> HttpResponse:
    """The first signature; the other institution gives the second under "Two persons"."""
    actor, value, _own = opened(request, election)
    queries.report(value, report)
    if request.method != "POST":
        return redirect("headquarters:report", election, report)
    read = request.POST.get("read", "")[:64]
    actions.sign_report.propose(election=election, report=report, read=read, by=actor, at=clock.now())
    messages.success(request, gettext("Signed. It is frozen when the other institution signs."))
    return redirect("headquarters:report", election, report)


@page(Permission.HEADQUARTERS_READ)
def document(request: HttpRequest, election: str, report: int, form: str) -> HttpResponse:
    """The report as PDF, or the very octets that are signed as JSON."""
    _actor, value, _own = opened(request, election)
    found = queries.report(value, report)
    name = f"{election}-situation-report-{report}" + ("" if found.signed_at else "-NOT-SIGNED")
    if form == "pdf":
        return download(queries.pdf(found, value), name, form)
    if form == "json":
        return download(found.octets, name, form)
    raise OutOfScope(form)
