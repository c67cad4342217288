"""A template filled with documents, in a language: what every page of the public site shares."""

import json
from collections.abc import Mapping

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from legation.base.wording.instants import Clock, place_of
from legation.public.links import file_address, page_address, root_of, told_in
from legation.public.resting import rest_of
from legation.public.site import LANGUAGES, Site
from legation.public.wording import legal

PLACES: tuple[tuple[str, str | Promise], ...] = (
    ("stations/", gettext_lazy("Stations")),
    ("day/", gettext_lazy("The rolling day")),
    ("countries/", gettext_lazy("All countries")),
    ("calendar/", gettext_lazy("Calendar")),
    ("results/", gettext_lazy("Results")),
    ("press/", gettext_lazy("Press")),
    ("check/", gettext_lazy("Check it")),
)
WORDS: dict[str, str | Promise] = {
    "days": gettext_lazy("{n} d"),
    "hours": gettext_lazy("{n} h"),
    "minutes": gettext_lazy("{n} min"),
    "now": gettext_lazy("Now {time}"),
    "nowIn": gettext_lazy("Now in {place}"),
    "open": gettext_lazy("Open until {time}"),
    "opens_soon": gettext_lazy("Opens in {rest}"),
    "not_yet": gettext_lazy("Opens {time}"),
    "closed": gettext_lazy("Voting has ended"),
    "opensIn": gettext_lazy("Opens in {rest}"),
    "closesIn": gettext_lazy("Closes in {rest}"),
    "openFor": gettext_lazy("Open for another"),
    "opensFrom": gettext_lazy("Opens in"),
    "begins": gettext_lazy("Voting abroad begins in"),
    "ends": gettext_lazy("Voting abroad ends in"),
    "ended": gettext_lazy("Voting abroad has ended"),
    "openNow": gettext_lazy("{open} of {all} stations open now"),
    "away": gettext_lazy("{n} km away"),
    "nowhere": gettext_lazy("Your place could not be found. The list stays in its order."),
}
"""What the scripts of the pages say; `{name}` is filled in by them."""
SEARCH_WORDS: dict[str, str | Promise] = {
    "label": gettext_lazy("Where can I vote?"),
    "hint": gettext_lazy("Country, city or mission, in any spelling"),
    "none": gettext_lazy("Nothing is found. Try a larger city or the country, or look it up from A to Z."),
    "found": gettext_lazy("{n} places found"),
}
"""What the search box says."""


def rendered(
    site: Site, language: str, path: str, template: str, context: Mapping[str, object], here: str | None = None
) -> bytes:
    """The page at `path` in `language`, standing at `here` of the site. Same documents, same octets."""
    stands = f"{language}/{path}" if here is None else here
    with translation.override(language):
        return render_to_string(template, frame(site, language, path, stands) | dict(context)).encode()


def in_language(language: str) -> translation.override:
    """What runs inside speaks `language`."""
    return translation.override(language)


def frame(site: Site, language: str, path: str, here: str) -> dict[str, object]:
    """What the frame of every page shows: the election, its clock, the way around, the languages."""
    election = site.election
    home = Clock(site.home.zone, place_of(site.home.zone, language))
    return {
        "language": language,
        "here": here,
        "root": root_of(here),
        "election": election,
        "election_name": legal(election["names"]),
        "home": home,
        "home_place": home.place,
        "year": site.year,
        "holders": [legal(body) for body in election["holders"]],
        "institutions": [
            {"name": legal(body), "emblem": file_address(here, f"data/{path}") if path else ""}
            for body, path in zip(election["holders"], election["emblems"], strict=True)
        ],
        "borders": site.borders["name"],
        "languages": [_tongue(here, path, code, name) | {"current": code == language} for code, name in LANGUAGES],
        "navigation": [
            {"url": page_address(here, language, place), "text": str(text), "current": path.startswith(place)}
            for place, text in PLACES
        ],
        "words": _in_json(WORDS),
        "search_words": _in_json(SEARCH_WORDS),
        "demonstration": election["demonstration"],
        "rest": rest_of(site, path),
    }


def _tongue(here: str, path: str, code: str, name: str) -> dict[str, object]:
    """Another language: the same page, or the front page where this one is not written in it."""
    same = told_in(code, path)
    return {"code": code, "name": name, "same": same, "url": page_address(here, code, path if same else "")}


def _in_json(words: Mapping[str, str | Promise]) -> str:
    return json.dumps({key: str(text) for key, text in words.items()}, ensure_ascii=False)
