"""The list of stations: found by any spelling, filtered and sorted by its address, exported as it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import sort_key
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation.stations import queries
from legation.stations.convert import StationValue, row_of
from legation_core.register.folding import fold
from legation_core.timetable.day import Status

PAGE = 200

SORTS: dict[str, Callable[[StationValue], Any]] = {
    "place": lambda one: (sort_key(text_of(one.mission.cities)), one.number or 0),
    "district": lambda one: (len(one.district), one.district, one.number or 0),
    "number": lambda one: (one.number is None, one.number or 0, one.district),
    "opens": lambda one: (one.opens, one.sorting),
    "closes": lambda one: (one.closes, one.sorting),
    "state": lambda one: (one.state, one.sorting),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked for, cleaned."""

    words: str
    district: str
    state: str
    now: str
    known: str
    sort: str


def chosen_by(request: HttpRequest) -> Chosen:
    asked = request.GET
    sort = asked.get("sort", "place")
    return Chosen(
        fold(asked.get("q", "")[:120]),
        asked.get("district", "")[:16],
        asked.get("state", "")[:12],
        asked.get("now", "")[:8],
        asked.get("known", "")[:12],
        sort if sort.removeprefix("-") in SORTS else "place",
    )


def matching(found: tuple[StationValue, ...], chosen: Chosen, status: Status) -> list[StationValue]:
    """The stations asked for, in the order asked for."""
    now = {"open": set(status.open), "not_yet": set(status.not_yet), "closed": set(status.closed)}.get(chosen.now)
    words = chosen.words.split()
    kept = [
        one
        for one in found
        if all(word in f"{one.sorting} {one.district} {one.number or ''}" for word in words)
        and chosen.district in ("", one.district)
        and chosen.state in ("", one.state)
        and (now is None or one.code in now)
        and (chosen.known != "inferred" or "inferred" in (one.number_basis, one.district_basis))
    ]
    return sorted(kept, key=SORTS[chosen.sort.removeprefix("-")], reverse=chosen.sort.startswith("-"))


@page(Permission.STATION_READ)
def stations(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    at = clock.now()
    found = queries.stations(value)
    status = queries.status_at(found, at)
    chosen = chosen_by(request)
    kept = matching(found, chosen, status)
    shown = Paginator(kept, PAGE).get_page(request.GET.get("page"))
    context = {
        "election": value,
        "entries": [entry(one, status, at) for one in shown],
        "page": shown,
        "shown": len(kept),
        "counts": queries.counts(found),
        "status": status,
        "districts": _tallied(one.district for one in found if one.district),
        "states": _tallied(str(one.state) for one in found),
        "query": request.GET.urlencode(),
        "asked": request.GET.get("q", "")[:120],
        "may_create": Permission.STATION_CREATE in request.actor.permissions,  # type: ignore[attr-defined]
    }
    return render(request, "stations/list.html", context)


@page(Permission.STATION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    """The list as it is filtered now: csv, json or xlsx."""
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    found = queries.stations(value)
    kept = matching(found, chosen_by(request), queries.status_at(found, clock.now()))
    rows = [row_of(one) for one in kept]
    return download(octets_of(rows, form, "Stations"), f"{election}-stations", form)


def entry(one: StationValue, status: Status, at: datetime) -> dict[str, Any]:
    """A station with what it is at the instant shown."""
    now = "open" if one.code in status.open else "closed" if one.code in status.closed else "not_yet"
    soon = now == "not_yet" and 0 < (one.opens - at).total_seconds() <= 2 * 3600
    return {"station": one, "now": "opens_soon" if soon else now}


def _tallied(values: Any) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda pair: (len(pair[0]), pair[0]))
