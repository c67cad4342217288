"""The rolling day: from the first opening to the last closing, who is open at an instant."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, sort_key
from legation.plan import queries as plan
from legation.stations import queries
from legation.stations.convert import StationValue
from legation.stations.web.drawing import day_counts, day_picture, home_marks


@page(Permission.STATION_READ)
def day(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    found = queries.stations(value)
    if not found:
        return render(request, "stations/day.html", {"election": value, "stations": ()})
    at = asked_instant(request) or within(clock.now(), found)
    status = queries.status_at(found, at)
    marks = home_marks(value, found)
    context = {
        "election": value,
        "stations": found,
        "at": at,
        "status": status,
        "marks": marks,
        "picture": day_picture(value, found, marks, at),
        "counts": day_counts(found, status),
        "home_name": country_name(value.book.home_country),
        "groups": _groups(found),
        "steps": _steps(at),
    }
    return render(request, "stations/day.html", context)


@page(Permission.STATION_READ)
def day_json(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return JsonResponse(queries.day_facts(value, asked_instant(request) or clock.now()))


def asked_instant(request: HttpRequest) -> datetime | None:
    """The instant in `?at=`, where it is one with an offset; anything else is left out."""
    try:
        found = datetime.fromisoformat(request.GET.get("at", ""))
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else None


def within(now: datetime, found: tuple[StationValue, ...]) -> datetime:
    """`now` while anybody votes; before and after, the first opening: an empty picture tells nothing."""
    first, last = min(one.opens for one in found), max(one.closes for one in found)
    return now if first <= now <= last else first


def _groups(found: tuple[StationValue, ...]) -> list[dict[str, Any]]:
    """Stations by the instants of opening and closing, earliest first."""
    groups: dict[tuple[datetime, datetime], list[StationValue]] = {}
    for one in sorted(found, key=lambda one: (one.opens, one.closes, sort_key(text_of(one.mission.cities)))):
        groups.setdefault((one.opens, one.closes), []).append(one)
    return [{"opens": opens, "closes": closes, "stations": ones} for (opens, closes), ones in groups.items()]


def _steps(at: datetime) -> dict[str, str]:
    return {name: f"{at + timedelta(hours=hours):%Y-%m-%dT%H:%MZ}" for name, hours in (("back", -1), ("on", 1))}
