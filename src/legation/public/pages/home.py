"""The front page: the election, its day, where to vote, what is open."""

from collections import defaultdict
from datetime import datetime

from legation.base.wording.countries import country_name
from legation.public.pictures import drawn_map, skyline
from legation.public.rendering import in_language, rendered
from legation.public.site import Site, day, instant, spans
from legation.public.wording import Shown, day_in_full, order, shown, time_told

NAMED = 14
"""So many stations that change together are named; of more it is told how many they are."""


def home(site: Site, language: str, item: str) -> bytes:
    with in_language(language):
        context = _context(site, f"{language}/")
    return rendered(site, language, "", "public/home.html", context)


def front(site: Site, language: str) -> bytes:
    """The same page at the root of the site."""
    with in_language(language):
        context = _context(site, "")
    return rendered(site, language, "", "public/home.html", context, here="")


def _context(site: Site, here: str) -> dict[str, object]:
    found = shown(site, here, site.stations)
    windows = [window for one in site.stations for window in spans(one)]
    marks = [instant(one["at"]) for one in site.election["marks"]]
    return {
        "stations": found,
        "day_in_full": day_in_full(day(site.election["election_day"])),
        "home_country": country_name(site.election["home_country"]),
        "sky": skyline(windows, marks) if windows else None,
        "first": _edge(found, min(windows, key=lambda one: one.opens).opens, closing=False) if windows else None,
        "last": _edge(found, max(windows, key=lambda one: one.closes).closes, closing=True) if windows else None,
        "home_opens": marks[0] if marks else None,
        "home_closes": marks[-1] if marks else None,
        "map": drawn_map(found, site.borders["lines"]),
        "events": events(found),
        "one_time": _one_time(site),
    }


def _one_time(site: Site) -> dict[str, str] | None:
    """The hours where every station keeps the same by its own clock on one day."""
    hours = site.election["hours"]
    local = {
        tuple(time_told(at, one["zone"]) for at in (span.opens, span.closes))
        for one in site.stations
        for span in spans(one)
    }
    return hours[0] if len(hours) == 1 and local == {(hours[0]["opens"], hours[0]["closes"])} else None


def _edge(found: list[Shown], at: datetime, *, closing: bool) -> dict[str, object]:
    """Which station opens first or closes last."""
    ones = [one for one in found if (one.closes if closing else one.opens) == at]
    return {"at": at, "stations": ones, "station": ones[0]}


def events(found: list[Shown]) -> list[dict[str, object]]:
    """Every opening and closing, those of one instant together."""
    groups: dict[tuple[datetime, str], list[Shown]] = defaultdict(list)
    for one in found:
        for window in one.spans:
            groups[window.opens, "opens"].append(one)
            groups[window.closes, "closes"].append(one)
    return [
        {
            "at": at,
            "kind": kind,
            "count": len(ones),
            "stations": sorted(ones, key=lambda one: order(one.label)) if len(ones) <= NAMED else [],
        }
        for (at, kind), ones in sorted(groups.items())
    ]
