"""Certificates: issued to whoever earned one, set as PDF, checked by whoever is shown one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from legation.base import clock
from legation.base.actors import OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import open_page, page
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation.training import actions
from legation.training.convert.certificates import is_holder
from legation.training.queries import documents, learning
from legation.training.queries import seminars as queries
from legation.training.web.planning import found
from legation.training.web.seat import own


@page(Permission.SEMINAR_ANSWER)
def certificate(request: HttpRequest, election: str, seminar: str, seat: str, participant: str) -> HttpResponse:
    """The certificate as PDF; by POST it is issued first."""
    actor, value, one, held = own(request, election, seminar, seat)
    person = next((each for each in queries.participants(one).get(held.id, ()) if each.code == participant), None)
    if person is None:
        raise OutOfScope(participant)
    if request.method == "POST":
        actions.issue_certificate(election=election, code=seminar, participant=participant, by=actor, at=clock.now())
        messages.success(request, gettext("The certificate is issued. Save it as a file."))
        return redirect("seminars:seat", election, seminar, seat)
    issued = learning.certificates(one).get(person.id)
    if issued is None:
        raise OutOfScope(participant)
    address = request.build_absolute_uri(reverse("certificate", args=[issued.code]))
    octets = documents.certificate_pdf(value, issued, held, address=address, language=_spoken(one.languages))
    return download(octets, f"{election}-certificate-{issued.number}", "pdf")


def _spoken(languages: tuple[str, ...]) -> str:
    """The reader's language where the seminar is held in it."""
    language = get_language() or "en"
    return language if language in languages or not languages else languages[0]


@open_page
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever is shown a certificate learns that it was issued, and whether the name on it is the holder's.

    Nothing personal stands here: the name is typed by whoever has the paper in their hands, and never shown.
    """
    issued = learning.certificate(code)
    typed = request.POST.get("name", "")[:120] if request.method == "POST" else ""
    context: dict[str, Any] = {
        "certificate": issued,
        "election_names": plan.election(issued.seminar.election).names,
        "modules": queries.modules(issued.seminar),
        "asked": bool(typed.strip()),
        "fits": is_holder(issued.code, issued.holder, typed),
    }
    return render(request, "training/check.html", context)


@page(Permission.SEMINAR_READ)
def coverage(request: HttpRequest, election: str) -> HttpResponse:
    """Which station has nobody trained as chair, secretary or member."""
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    everything = learning.coverage(value)
    asked = request.GET.get("missing", "")
    shown = [one for one in everything if not asked or dict(one.functions).get(asked, "") != "trained"]
    context = {
        "election": value,
        "lines": shown,
        "total": len(everything),
        "missing": [(each, sum(dict(one.functions)[each] != "trained" for one in everything))
                    for each in ("chair", "secretary", "member")],
        "query": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, "training/coverage.html", context)


@page(Permission.SEMINAR_READ)
def coverage_export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    rows: list[dict[str, object]] = []
    for one in learning.coverage(value):
        post = one.station.mission
        rows.append({"station": one.station.code, "mission": post.code, "country": post.country, **dict(one.functions)})
    return download(octets_of(rows, form, "Coverage"), f"{election}-coverage", form)


@page(Permission.SEMINAR_PLAN)
def minutes(request: HttpRequest, election: str, seminar: str, form: str) -> HttpResponse:
    _actor, value, one = found(request, election, seminar)
    if form not in documents.WRITERS:
        raise OutOfScope(form)
    data = documents.minutes_data(value, one, language=_spoken(value.book.languages))
    return download(documents.WRITERS[form](data), f"{election}-minutes-{seminar}", form)
