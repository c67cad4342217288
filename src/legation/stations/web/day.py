"""The rolling day: from the first opening to the last closing, who is open at an instant."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Permission
from legation.base.drawings.day import CROWDED
from legation.base.web import page
from legation.base.wording.countries import country_name, sort_key
from legation.integrity.web.live import live
from legation.plan import queries as plan
from legation.stations import queries
from legation.stations.convert import StationValue
from legation.stations.web.drawing import day_counts, day_picture, home_marks
from legation.stations.web.listing import WHOLE, in_order
from legation_core.timetable.zones import zone_info


@page(Permission.STATION_READ)
@live
def day(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    found = queries.stations(value)
    if not found:
        return render(request, "stations/day.html", {"election": value, "stations": ()})
    now, typed = clock.now(), request.GET.get("at", "")[:40]
    asked = asked_instant(typed, value.home_zone)
    at = asked or within(now, found)
    status = queries.status_at(found, at)
    marks = home_marks(value, found)
    context = {
        "election": value,
        "stations": found,
        "at": at,
        "now": now,
        "asked": at != now,
        "typed": typed if asked is None else f"{at.astimezone(zone_info(value.home_zone)):%Y-%m-%d %H:%M}",
        "unread": bool(typed) and asked is None,
        "several": _several(found),
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
    return JsonResponse(
        queries.day_facts(value, asked_instant(request.GET.get("at", "")[:40], value.home_zone) or clock.now())
    )


def asked_instant(typed: str, home_zone: str) -> datetime | None:
    """The instant that was typed: ISO 8601, with an offset or by the home clock. `None` where it is none."""
    try:
        found = datetime.fromisoformat(typed.strip())
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=zone_info(home_zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _several(found: tuple[StationValue, ...]) -> set[str]:
    """The missions with several stations: there the number tells which is meant."""
    codes = [one.mission.code for one in found]
    return {code for code in codes if codes.count(code) > 1} if len(codes) < CROWDED else set()


def within(now: datetime, found: tuple[StationValue, ...]) -> datetime:
    """`now` while anybody votes; before and after, the first opening: an empty picture tells nothing."""
    first, last = min(one.opens for one in found), max(one.closes for one in found)
    return now if first <= now <= last else first


def _groups(found: tuple[StationValue, ...]) -> list[dict[str, Any]]:
    """Stations by the instants at which they open and close, earliest first; very many are told by country."""
    groups: dict[tuple[tuple[datetime, datetime], ...], list[StationValue]] = {}
    for one in found:
        groups.setdefault(tuple((window.opens, window.closes) for window in one.windows), []).append(one)
    return [
        {
            "windows": spans,
            "count": len(ones),
            "stations": in_order(ones) if len(found) <= WHOLE else (),
            "countries": () if len(found) <= WHOLE else _by_country(ones),
        }
        for spans, ones in sorted(groups.items(), key=lambda pair: pair[0])
    ]


def _by_country(ones: list[StationValue]) -> list[tuple[str, str, int]]:
    counted = Counter(one.mission.country for one in ones)
    named = [(code, country_name(code), count) for code, count in counted.items()]
    return sorted(named, key=lambda one: sort_key(one[1]))


def _steps(at: datetime) -> dict[str, str]:
    return {name: f"{at + timedelta(hours=hours):%Y-%m-%dT%H:%MZ}" for name, hours in (("back", -1), ("on", 1))}
