"""Every country and territory: served by which mission, or by none and why."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import worded
from legation.base.wording.countries import country_name, sort_key
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation.stations import queries
from legation.stations.web.reasons import reason_in_words
from legation_core.register.folding import fold


@page(Permission.STATION_READ)
def catchments(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    parts, found = queries.catchments(value), queries.stations(value)
    posts = {one.code: one for one in missions.missions(value.jurisdiction)}
    stations = {one.mission.code: one for one in reversed(found)}
    asked, served = request.GET.get("q", "")[:80], request.GET.get("served", "")
    rows: list[dict[str, Any]] = [
        {
            "part": part,
            "country": country_name(part.country),
            "region": posts[part.region].cities if part.region in posts else part.region,
            "mission": posts.get(part.mission),
            "station": stations.get(part.mission),
            "reason": reason_in_words(part.reason),
        }
        for part in parts
        if served in ("", "yes" if part.mission else "no")
    ]
    kept = [row for row in rows if fold(asked) in fold(f"{row['country']} {row['part'].country} {row['region']}")]
    context = {
        "election": value,
        "rows": sorted(kept, key=lambda row: sort_key(str(row["country"]))),
        "served": len({part.country for part in parts if part.mission}),
        "countries": len({part.country for part in parts}),
        "findings": [worded(one) for one in queries.catchment_findings(value, parts, found)],
        "asked": asked,
    }
    return render(request, "stations/catchments.html", context)


@page(Permission.STATION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    rows = [queries.catchment_row(part) for part in queries.catchments(value)]
    return download(octets_of(rows, form, "Countries"), f"{election}-countries", form)
