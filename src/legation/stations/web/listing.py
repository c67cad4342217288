"""The list of stations: found by any spelling, filtered and sorted by its address, exported as it is shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, sort_key
from legation.base.wording.instants import place_of
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.readers.answers import octets_of
from legation.stations import queries
from legation.stations.convert import StationValue, row_of
from legation.stations.web.competence import standing_of, waits_for_submission
from legation.stations.web.drawing import SOON
from legation_core.network.stations import State
from legation_core.register.folding import fold
from legation_core.timetable.day import Status

WHOLE, PAGE = 200, 100
"""Up to so many stations stand on one page; of more, a page has a hundred."""

SORTS: dict[str, Callable[[StationValue], Any]] = {
    "district": lambda one: (len(one.district), one.district, one.number or 0),
    "number": lambda one: (one.number is None, one.number or 0, one.district),
    "opens": lambda one: (one.opens, one.closes),
    "state": lambda one: list(State).index(one.state),
}
"""What each column sorts by; stations that are alike in it stay in the order of their places."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked for, cleaned."""

    words: tuple[str, ...]
    district: str
    state: str
    country: str
    now: str
    known: str
    sort: str
    reverse: bool


def chosen_by(request: HttpRequest) -> Chosen:
    asked = request.GET
    sort = asked.get("sort", "place")
    column = sort.removeprefix("-")
    return Chosen(
        words=tuple(fold(asked.get("q", "")[:120]).split()),
        district=asked.get("district", "")[:16],
        state=asked.get("state", "")[:12],
        country=asked.get("country", "")[:2],
        now=asked.get("now", "")[:8],
        known=asked.get("known", "")[:12],
        sort=column if column in SORTS else "place",
        reverse=sort.startswith("-"),
    )


def matching(found: Iterable[StationValue], chosen: Chosen, status: Status) -> list[StationValue]:
    """The stations asked for, in the order asked for. Closed ones only where their state is asked for."""
    now = {"open": set(status.open), "not_yet": set(status.not_yet), "closed": set(status.closed)}.get(chosen.now)
    names: dict[str, str] = {}
    kept = [
        one
        for one in found
        if (chosen.state == one.state if chosen.state else one.state != State.CLOSED)
        and chosen.district in ("", one.district)
        and chosen.country in ("", one.mission.country)
        and (now is None or one.code in now)
        and (chosen.known != "inferred" or "inferred" in (one.number_basis, one.district_basis))
        and (not chosen.words or all(word in _text_of(one, names) for word in chosen.words))
    ]
    kept = in_order(kept, reverse=chosen.reverse and chosen.sort == "place")
    return kept if chosen.sort == "place" else sorted(kept, key=SORTS[chosen.sort], reverse=chosen.reverse)


def _text_of(one: StationValue, names: dict[str, str]) -> str:
    """What is searched: names and cities in every language, the country in the reader's, the key. `names` is kept."""
    if one.mission.country not in names:
        names[one.mission.country] = fold(country_name(one.mission.country))
    return (
        f"{one.sorting} {one.mission.sorting} {names[one.mission.country]} {one.district}/{one.number or ''} {one.code}"
    )


def in_order(found: Iterable[StationValue], *, reverse: bool = False) -> list[StationValue]:
    """By the city in the reader's own alphabet, then by number."""
    cities: dict[str, Any] = {}

    def key(one: StationValue) -> tuple[Any, ...]:
        if one.mission.code not in cities:
            cities[one.mission.code] = sort_key(text_of(one.mission.cities))
        return cities[one.mission.code], one.number or 0, one.code

    return sorted(found, key=key, reverse=reverse)


@page(Permission.STATION_READ)
def stations(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    at = clock.now()
    found = queries.stations(value, closed=True)
    standing = [one for one in found if one.state != State.CLOSED]
    status = queries.status_at(standing, at)
    kept = matching(found, chosen_by(request), status)
    shown = Paginator(kept, PAGE if len(kept) > WHOLE else WHOLE).get_page(request.GET.get("page"))
    context = {
        "election": value,
        "entries": entries(shown, status, at),
        "page": shown,
        "shown": len(kept),
        "counts": queries.counts(standing),
        "status": status,
        "districts": _tallied(one.district for one in standing if one.district),
        "states": _tallied(str(one.state) for one in found),
        "countries": _by_name(_tallied(one.mission.country for one in standing)),
        "query": request.GET.urlencode(),
        "asked": request.GET.get("q", "")[:120],
        "home_place": place_of(value.home_zone, get_language() or "en"),
        "acts": waiting_acts(actor, value, standing),
        "may_create": standing_of(actor, value, "create_station").may,
        "may_import": Permission.STATION_CHANGE in actor.permissions,
    }
    return render(request, "stations/list.html", context)


@page(Permission.STATION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    """The list as it is filtered now: csv, json or xlsx."""
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    found = queries.stations(value, closed=True)
    kept = matching(found, chosen_by(request), queries.status_at(found, clock.now()))
    rows = [row_of(one) for one in kept]
    return download(octets_of(rows, form, "Stations"), f"{election}-stations", form)


def entries(shown: Iterable[StationValue], status: Status, at: datetime) -> list[dict[str, Any]]:
    """Stations with what each is at the instant shown."""
    is_open, is_closed = set(status.open), set(status.closed)
    return [{"station": one, "now": _now(one, is_open, is_closed, at)} for one in shown]


def _now(one: StationValue, is_open: set[str], is_closed: set[str], at: datetime) -> str:
    if one.code in is_open:
        return "open"
    if one.code in is_closed or one.state == State.CLOSED:
        return "closed"
    return "opens_soon" if any(timedelta() < window.opens - at <= SOON for window in one.windows) else "not_yet"


def _by_name(counted: list[tuple[str, int]]) -> list[tuple[str, str, int]]:
    named = [(code, country_name(code), count) for code, count in counted]
    return sorted(named, key=lambda one: sort_key(one[1]))


def waiting_acts(actor: Actor, election: ElectionValue, standing: list[StationValue]) -> list[dict[str, Any]]:
    """The acts on several stations at once that this actor may do, with how many stations wait for each."""
    created = [one for one in standing if one.state == State.CREATED]
    without: list[StationValue] = []
    ready: list[StationValue] = []
    for one in created:
        (without if waits_for_submission(election, one) else ready).append(one)
    several = (
        ("submit_districts", "stations:submit_many", without),
        ("attach_station", "stations:attach_many", ready),
    )
    return [
        {"act": act, "url": reverse(address, args=[election.code]), "count": len(waiting)}
        for act, address, waiting in several
        if waiting and standing_of(actor, election, act).may
    ]


def _tallied(values: Any) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda pair: (len(pair[0]), pair[0]))
