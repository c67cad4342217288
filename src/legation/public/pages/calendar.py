"""The calendar of the law."""

from legation.base.wording import text_of
from legation.public.rendering import in_language, rendered
from legation.public.site import Site, day, instant


def plan(site: Site, language: str, item: str) -> bytes:
    """Every deadline with its article, by instant."""
    bodies = site.law["bodies"]
    with in_language(language):
        lines = [
            {
                "text": text_of(one["text"]),
                "owner": text_of(bodies.get(one["owner"], one["owner"])),
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
        context = {"lines": lines, "lawbook": site.law["lawbook"], "law_name": text_of(site.law["lawbook"]["name"])}
    return rendered(site, language, "calendar/", "public/calendar.html", context)
