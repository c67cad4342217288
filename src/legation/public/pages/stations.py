"""The list of all stations, the page of one, its hours as a calendar file."""

from collections import Counter
from datetime import datetime
from typing import Any

import tzdata
from django.utils.translation import gettext
from icalendar import Calendar, Event

from legation.base.wording.countries import country_name
from legation.base.wording.instants import Clock
from legation.public.data.changes import field_told, told
from legation.public.links import page_address
from legation.public.pages.poster import link_of, posters, reached_here_alone
from legation.public.pictures import drawn_near
from legation.public.rendering import in_language, rendered
from legation.public.site import CROWDED, Site, Value, day, instant, spans, windows_told
from legation.public.wording import Shown, city_of, clock_of, kind_told, legal, order, region_told, shown

NOT_TOLD: Value = {"value": None, "since": "", "source": ""}
FEW = 12
"""So many other stations a page names; the page of the country has them all."""
FACTS = ("address", "hours", "number", "district", "transport", "accessibility", "host_note", "phone", "website")


def listing(site: Site, language: str, item: str) -> bytes:
    """Every station by country and city; of very many the countries, with how many there are."""
    with in_language(language):
        found = shown(site, f"{language}/stations/", site.stations)
        found.sort(key=lambda one: (order(one.country), order(one.label)))
        crowded = len(found) > CROWDED
        context = {
            "stations": [] if crowded else found,
            "by_country": _by_country(found) if crowded else [],
            "total": len(found),
        }
    return rendered(site, language, "stations/", "public/stations.html", context)


def _by_country(found: list[Shown]) -> list[dict[str, object]]:
    counts = Counter((one.country, one.country_url) for one in found)
    return [{"name": name, "url": url, "count": count} for (name, url), count in counts.items()]


def station(site: Site, language: str, item: str) -> bytes:
    """Everything that is public of one station."""
    path = f"stations/{item}/"
    one = site.station(item)
    with in_language(language):
        context = _about(site, f"{language}/{path}", one)
    return rendered(site, language, path, "public/station.html", context)


def _about(site: Site, here: str, one: Value) -> dict[str, Any]:
    mine = shown(site, here, [one])[0]
    neighbours = [other for other in site.by_country.get(one["country"], ()) if other["code"] != one["code"]]
    together = [other for other in neighbours if other["mission"] == one["mission"]]
    others = [other for other in neighbours if other["mission"] != one["mission"]]
    return {
        "station": one,
        "mine": mine,
        "clock": clock_of(one),
        "mission_name": legal(one["mission_names"]),
        "own_name": legal(one["names"]),
        "kind": kind_told(one["mission_kind"]),
        "windows": windows_told(one),
        "spans": spans(one),
        "facts": {name: _fact(one["facts"].get(name, NOT_TOLD)) for name in FACTS},
        "district_name": legal(one["facts"]["district"]["names"]),
        "changes": [_change(told(site, change)) for change in one["changes"]],
        "together": shown(site, here, together[:FEW]),
        "further": max(len(together) - FEW, 0),
        "others": shown(site, here, others[:FEW]),
        "serves": _serves(site, here, one),
        "documents": [legal(paper["text"]) for paper in site.law["documents"]],
        "document_sources": sorted({paper["source"] for paper in site.law["documents"]}),
        "map": drawn_near(mine, site.borders["lines"]),
        "has_poster": one["code"] in posters(site),
        "leads_here": link_of(site, one["code"]) if reached_here_alone(site) else "",
        "closed": _closing(one),
        "hours": _hours_by_clock(site, one),
        "document_path": f"stations/{one['code']}.json",
    }


def _fact(fact: Value) -> Value:
    since, value = fact["since"], fact["value"]
    return fact | {"since": day(since) if since else None, "told": legal(value) if isinstance(value, dict) else ""}


def _change(change: Value) -> Value:
    return change | {
        "name": field_told(change["field"]),
        "effective_on": day(change["effective_on"]),
        "at": instant(change["at"]),
    }


def _closing(one: Value) -> Value | None:
    return one["closed"] and one["closed"] | {"at": instant(one["closed"]["at"])}


def _hours_by_clock(site: Site, one: Value) -> list[tuple[Clock, bool]]:
    """The clocks by which the hours are told: the station's own, then the home country's where it differs."""
    clocks = [(clock_of(one), True)]
    return clocks if one["zone"] == site.home.zone else [*clocks, (site.home, False)]


def _serves(site: Site, here: str, one: Value) -> dict[str, Any]:
    """What is served, the published apart from what only follows; since when, where it is one day."""
    found: dict[str, list[dict[str, Any]]] = {"published": [], "following": []}
    for country, part in site.served_by.get(one["mission"], ()):
        since = part.get("since", "")
        line = {
            "since": day(since) if since else None,
            "name": country_name(country),
            "region": region_told(site, part["region"]),
            "url": page_address(here, here.partition("/")[0], f"countries/{country}/"),
        }
        found["published" if part["published"] else "following"].append(line)
    days = {line["since"] for line in found["published"]}
    told: dict[str, Any] = {key: sorted(lines, key=lambda line: order(line["name"])) for key, lines in found.items()}
    return told | {"fact": {"since": days.pop() if len(days) == 1 else None, "source": ""}}


def calendar_file(site: Site, language: str, item: str) -> bytes:
    """The hours of one station for people's own calendars (RFC 5545)."""
    one = site.station(item)
    with in_language(language):
        city, mission = city_of(one), legal(one["mission_names"])
        title = gettext("Voting in %(city)s") % {"city": city}
        about = legal(site.election["names"])
    calendar = Calendar()
    calendar.add("prodid", "-//Legation//Stations abroad//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for number, span in enumerate(spans(one), start=1):
        calendar.add_component(_event(site, one, title, f"{about}. {mission}", number, (span.opens, span.closes)))
    return bytes(calendar.to_ical())


def _event(site: Site, one: Value, title: str, about: str, number: int, window: tuple[datetime, datetime]) -> Event:
    event = Event()
    event.add(
        "uid", f"{site.election['code']}-{one['code']}-{number}@{site.election['log']['origin'].partition('/')[0]}"
    )
    event.add("dtstamp", instant(f"{one['facts']['hours']['since']}T00:00Z"))
    event.add("dtstart", window[0])
    event.add("dtend", window[1])
    event.add("summary", title)
    event.add("description", f"{about}. tzdata {tzdata.IANA_VERSION}")
    address = one["facts"]["address"]["value"]
    event.add("location", address or city_of(one))
    event.add("status", "CONFIRMED")
    return event
