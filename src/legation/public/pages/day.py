"""The rolling day, as a picture with its table, and as a wall."""

from datetime import datetime, timedelta
from typing import Any

from legation.base.drawings.day import CROWDED, Day, HomeMark, drawn_day
from legation.base.drawings.day import Shown as Bar
from legation.base.wording.countries import country_name
from legation.public.rendering import in_language, rendered
from legation.public.site import Site, instant
from legation.public.wording import Shown, order, shown


def rolling(site: Site, language: str, item: str) -> bytes:
    with in_language(language):
        context = _context(site, f"{language}/day/")
    return rendered(site, language, "day/", "public/day.html", context)


def wall(site: Site, language: str, item: str) -> bytes:
    """For a screen read from across the room."""
    with in_language(language):
        context = _context(site, f"{language}/wall/")
    return rendered(site, language, "wall/", "public/wall.html", context)


def _context(site: Site, here: str) -> dict[str, Any]:
    found = sorted(shown(site, here, site.stations), key=lambda one: order(one.label))
    return {
        "picture": _picture(site, found) if found else None,
        "home_name": country_name(site.election["home_country"]),
        "groups": _groups(found),
        "marks": [one | {"at": instant(one["at"])} for one in site.election["marks"]],
        "stations": found,
    }


def _picture(site: Site, found: list[Shown]) -> Day:
    """The picture as it stands before the day; the script of the page moves it."""
    bars = [
        Bar(window.opens, window.closes, one.label, one.country, "open", one.url)
        for one in found
        for window in one.spans
    ]
    marks = [HomeMark(instant(one["at"]), one["open"]) for one in site.election["marks"]]
    before = min(bar.opens for bar in bars) - timedelta(days=1)
    return drawn_day(bars, home_zone=site.home.zone, now=before, home_marks=marks)


def _groups(found: list[Shown]) -> list[dict[str, Any]]:
    """Stations that open and close together, the earliest first."""
    groups: dict[tuple[datetime, datetime], list[Shown]] = {}
    for one in found:
        for window in one.spans:
            groups.setdefault((window.opens, window.closes), []).append(one)
    return [
        {"opens": opens, "closes": closes, "count": len(ones), "stations": ones if len(found) <= CROWDED * 6 else []}
        for (opens, closes), ones in sorted(groups.items())
    ]
