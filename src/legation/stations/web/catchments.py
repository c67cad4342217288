"""Every country and territory: served by which mission's stations, or by none and why; set by the competent body."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, sort_key
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.readers.answers import octets_of
from legation.stations import actions, queries
from legation.stations.convert import CatchmentValue, StationValue
from legation.stations.web.acting import done
from legation.stations.web.competence import standing_of
from legation.stations.web.forms import CatchmentForm
from legation.stations.web.reasons import problem_told, reason_in_words, reason_of
from legation_core.network.countries import is_country
from legation_core.register.folding import fold


@page(Permission.STATION_READ)
def catchments(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    parts, found = queries.catchments(value), queries.stations(value)
    asked, served, basis = (request.GET.get(name, "")[:80] for name in ("q", "served", "basis"))
    rows = [
        row
        for row in _rows(value, parts, found)
        if served in ("", "yes" if row["part"].mission else "no")
        and basis in ("", row["part"].basis)
        and all(word in row["searched"] for word in fold(asked).split())
    ]
    initials = _headed(rows)
    counts = {
        "yes": len({part.country for part in parts if part.mission}),
        "no": len({part.country for part in parts if not part.mission}),
        "inferred": sum(part.basis == "inferred" for part in parts),
    }
    context = {
        "election": value,
        "rows": rows,
        "initials": initials,
        "counts": counts,
        "countries": len({part.country for part in parts}),
        "findings": [problem_told(one) for one in queries.catchment_findings(value, parts, found)],
        "asked": asked,
        "standing": standing_of(actor, value, "set_catchment"),
    }
    return render(request, "stations/catchments.html", context)


def _rows(
    election: ElectionValue, parts: tuple[CatchmentValue, ...], found: tuple[StationValue, ...]
) -> list[dict[str, Any]]:
    """Each part of the world in the reader's words, in the order of their alphabet."""
    posts = {one.code: one for one in missions.missions(election.jurisdiction)}
    stations: dict[str, list[StationValue]] = {}
    for one in found:
        stations.setdefault(one.mission.code, []).append(one)
    rows = []
    for part in parts:
        name, post = country_name(part.country), posts.get(part.mission)
        region = posts[part.region].cities if part.region in posts else part.region
        words = f"{name} {part.country} {text_of(region)} {text_of(post.cities) if post else ''}"
        rows.append(
            {
                "part": part,
                "country": name,
                "initial": name[:1],
                "region": region,
                "mission": post,
                "stations": stations.get(part.mission, ()),
                "reason": reason_in_words(part.reason),
                "searched": fold(words),
            }
        )
    return sorted(rows, key=lambda row: (sort_key(str(row["country"])), str(row["part"].region)))


def _headed(rows: list[dict[str, Any]]) -> list[str]:
    """The first letters in their order; the first row of each is marked with its place, so that a link leads there."""
    initials: list[str] = []
    for row in rows:
        if row["initial"] not in initials:
            initials.append(row["initial"])
            row["letter"] = len(initials)
    return initials


@page(Permission.CATCHMENT_SET)
def change(request: HttpRequest, election: str, country: str) -> HttpResponse:
    """Say who serves a country or one region of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    if not is_country(country):
        raise OutOfScope(country)
    parts = queries.catchments(value)
    own = [part for part in parts if part.country == country]
    form = CatchmentForm(request.POST or None, missions=_served_from(value), initial=_stands(request, own))

    def do(given: dict[str, Any]) -> None:
        part = CatchmentValue(country, given["region"], given["mission"], reason_of(given["reason"]), "decided")
        actions.set_catchment(election=election, part=part, by=actor, at=clock.now())

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept. It stands in the log who serves the country."))
        return redirect("stations:catchments", election)
    records = log.records(jurisdiction=value.jurisdiction, election=election, subject=f"country:{country}").records
    context = {
        "election": value,
        "country": country,
        "form": form,
        "rows": _rows(value, tuple(own), queries.stations(value)),
        "standing": standing_of(actor, value, "set_catchment"),
        "records": in_sentences(records),
    }
    return render(request, "stations/catchment.html", context, status=422 if form.errors else 200)


def _served_from(election: ElectionValue) -> list[tuple[str, str]]:
    """The missions that may serve, by city; those with a station first."""
    with_station = {one.mission.code for one in queries.stations(election)}
    named = [
        (one.code not in with_station, f"{text_of(one.cities)}, {country_name(one.country)}", one.code)
        for one in missions.missions(election.jurisdiction)
    ]
    without = gettext("no station stands there")
    ordered = sorted(named, key=lambda one: (one[0], sort_key(one[1])))
    return [(code, f"{name} ({without})" if lacks else name) for lacks, name, code in ordered]


def _stands(request: HttpRequest, own: list[CatchmentValue]) -> dict[str, str]:
    """How the country, or the region asked for, stands now."""
    region = request.GET.get("region", "")
    part = next((one for one in own if one.region == region), None)
    if part is None:
        return {"region": region}
    return {"region": part.region, "mission": part.mission, "reason": str(reason_in_words(part.reason))}


@page(Permission.STATION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    rows = [queries.catchment_row(part) for part in queries.catchments(value)]
    return download(octets_of(rows, form, "Countries"), f"{election}-countries", form)
