"""The calendar of the law."""

from icalendar import Calendar, Event

from legation.public.rendering import in_language, rendered
from legation.public.site import Site, Value, day, instant
from legation.public.wording import article_told, legal


def plan(site: Site, language: str, item: str) -> bytes:
    """Every deadline with its article, by instant."""
    bodies = site.law["bodies"]
    with in_language(language):
        lines = [
            {
                "text": legal(one["text"]),
                "owner": legal(bodies.get(one["owner"], one["owner"])),
                "rule": one["rule"],
                "on": day(one["on"]),
                "last_on": day(one["last_on"]),
                "due": instant(one["due"]),
                "last_due": instant(one["last_due"]),
                "ends_with_day": one["rule"] == "by" and one["whole_day"],
                "whole_day": one["whole_day"],
                "zone": one["zone"],
                "source": one["source"],
            }
            for one in site.calendar
        ]
        context = {"lines": lines, "lawbook": site.law["lawbook"], "law_name": legal(site.law["lawbook"]["name"])}
    return rendered(site, language, "calendar/", "public/calendar.html", context)


def file(site: Site, language: str, item: str) -> bytes:
    """Every deadline for people's own calendars (RFC 5545); an entry keeps its identifier when its day moves."""
    calendar = Calendar()
    calendar.add("prodid", "-//Legation//Calendar of the law//EN")
    calendar.add("version", "2.0")
    with in_language(language):
        calendar.add("x-wr-calname", legal(site.election["names"]))
        for one in site.calendar:
            calendar.add_component(_event(site, one))
    return bytes(calendar.to_ical())


def _event(site: Site, one: Value) -> Event:
    """What the law dates by day alone fills that day; else it stands at its instant.

    It is stamped with the day on which the election was called, so that no change of a station alters the file.
    """
    event, host = Event(), site.election["log"]["origin"].partition("/")[0]
    event.add("uid", f"{site.election['code']}-{one['key']}@{host}")
    event.add("dtstamp", instant(f"{site.election['called_on']}T00:00Z"))
    if one["whole_day"] and one["on"] == one["last_on"]:
        event.add("dtstart", day(one["on"]))
    else:
        event.add("dtstart", instant(one["due"]))
        if one["due"] != one["last_due"]:
            event.add("dtend", instant(one["last_due"]))
    event.add("summary", legal(one["text"]))
    owner = legal(site.law["bodies"].get(one["owner"], one["owner"]))
    event.add("description", "\n".join(text for text in (owner, article_told(one["source"])) if text))
    event.add("transp", "TRANSPARENT")
    return event
