"""The log of calls and orders: found by any word, filtered, exported as it is shown; new entries and their outcome."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.headquarters import actions
from legation.headquarters.convert.duty import EntryValue
from legation.headquarters.queries import duty as queries
from legation.headquarters.records.words import ENTRIES
from legation.headquarters.web.doing import form_page, opened
from legation.headquarters.web.forms import CloseForm, EntryForm
from legation.missions import queries as missions
from legation.readers.answers import octets_of
from legation_core.register.folding import fold


@page(Permission.HEADQUARTERS_READ)
def listed(request: HttpRequest, election: str) -> HttpResponse:
    """Each institution reads its own log; who only reads, both."""
    actor, value, own = opened(request, election)
    everything = queries.entries(value, own)
    cities = {one.code: text_of(one.cities) for one in missions.missions(value.jurisdiction)}
    context = {
        "election": value,
        "rows": [(one, cities.get(one.mission, "")) for one in _kept(everything, request)],
        "total": len(everything),
        "open": sum(one.is_open for one in everything),
        "kinds": [(kind, count) for kind in ENTRIES if (count := sum(one.kind == kind for one in everything))],
        "asked": request.GET.get("q", "")[:80],
        "query": request.GET.urlencode(),
        "own": own,
        "may_keep": bool(own) and Permission.DUTY_KEEP in actor.permissions,
    }
    return render(request, "headquarters/log.html", context)


def _kept(everything: Sequence[EntryValue], request: HttpRequest) -> list[EntryValue]:
    asked = request.GET
    words = fold(asked.get("q", "")[:80]).split()
    return [
        one
        for one in everything
        if asked.get("kind", "") in ("", one.kind)
        and asked.get("mission", "") in ("", one.mission)
        and asked.get("state", "") in ("", "open" if one.is_open else "closed")
        and all(word in one.sorting for word in words)
    ]


@page(Permission.HEADQUARTERS_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    _actor, value, own = opened(request, election)
    rows = [queries.entry_row(one) for one in _kept(queries.entries(value, own), request)]
    return download(octets_of(rows, form, "Log"), f"{election}-headquarters-log", form)


@page(Permission.DUTY_KEEP)
def new(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, _own = opened(request, election)
    asked = {"mission": request.GET.get("mission", ""), "kind": request.GET.get("kind", "call_in")}
    form = EntryForm(
        request.POST or None, zone=value.home_zone, posts=missions.missions(value.jurisdiction), initial=asked
    )
    return form_page(
        request, form,
        lambda given: actions.keep_entry(election=election, by=actor, at=clock.now(), **given),
        election=value, title=gettext("New entry in the log"), button=gettext("Keep the entry"),
        said=gettext("Kept."), back=reverse("headquarters:log", args=[election]),
    )  # fmt: skip


@page(Permission.DUTY_KEEP)
def close(request: HttpRequest, election: str, entry: str) -> HttpResponse:
    actor, value, _own = opened(request, election)
    one = queries.entry(value, entry)
    return form_page(
        request, CloseForm(request.POST or None),
        lambda given: actions.close_entry(election=election, entry=entry, by=actor, at=clock.now(), **given),
        election=value, title=gettext("Close an entry"), button=gettext("Close it"),
        said=gettext("Closed."), back=reverse("headquarters:log", args=[election]), about={"entry": one},
    )  # fmt: skip
