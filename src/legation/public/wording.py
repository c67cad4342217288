"""Stations and countries in the reader's words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Self
from unicodedata import normalize
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy

from legation.base.places import places
from legation.base.wording import text_of
from legation.base.wording.countries import country_name
from legation.base.wording.countries import sort_key as key_of
from legation.base.wording.instants import Clock, day_in_words, locale_of, place_of
from legation.public.links import page_address
from legation.public.site import Site, Span, Value, spans, windows_told
from legation_core.register.folding import fold
from legation_core.values import ASSUMED

ARTICLE = "ال"
"""The Arabic article, by which no list is ordered."""
KINDS: dict[str, str | Promise] = {
    "embassy": gettext_lazy("Embassy"),
    "embassy_office": gettext_lazy("Office of the embassy"),
    "consulate_general": gettext_lazy("Consulate General"),
    "consulate": gettext_lazy("Consulate"),
    "honorary_consulate": gettext_lazy("Honorary consulate"),
    "permanent_mission": gettext_lazy("Permanent mission"),
}
REASONS: dict[str, str | Promise] = {
    "no_mission_known": gettext_lazy("no mission accredited there is known"),
    "no_station_at_mission": gettext_lazy("the mission there has no station in this election"),
}


class Foreign(str):
    """A text in another language than its reader's, for want of one in it: pages mark it so (`|spoken`)."""

    __slots__ = ("language",)

    language: str

    def __new__(cls, text: str, language: str) -> Self:
        made = super().__new__(cls, text)
        made.language = language
        return made


def legal(text: dict[str, str] | str) -> str:
    """A name or provision of the law in the reader's language; else as the law has it, with its language."""
    if isinstance(text, str):
        return text
    told, speaks = text_of(text), language().partition("-")[0]
    if not told or speaks in text:
        return told
    return Foreign(told, next(code for code, words in text.items() if words == told))


@lru_cache(maxsize=1)
def _cities() -> dict[tuple[str, str], Mapping[str, str]]:
    return {(place.country, fold(place.names["en"])): place.names for place in places() if place.city}


def cities_of(one: Value) -> dict[str, str]:
    """The names of a station's city: those of its document, and further ones of the table of places."""
    names: dict[str, str] = one["cities"]
    return {**_cities().get((one["country"], fold(names.get("en", ""))), {}), **names}


def city_of(one: Value) -> str:
    """The city of a station in the reader's language."""
    return text_of(cities_of(one))


def language() -> str:
    return get_language() or "en"


def order(text: str) -> tuple[object, ...]:
    """What sorts names as their readers expect."""
    return key_of(text.removeprefix(ARTICLE) if language() == "ar" else text)


def letter(text: str) -> str:
    """The heading under which a name stands in an alphabetical list."""
    bare = text.removeprefix(ARTICLE) if language() == "ar" else text
    first = bare[:1]
    return {"i": "İ", "ı": "I"}.get(first, first.upper()) if language() == "az" else _plain(first.upper())


def _plain(first: str) -> str:
    """A letter without its marks: Å stands under A outside its own language, أ under ا."""
    return normalize("NFKD", first)[:1]


def reason_told(reason: str) -> str:
    """Why nobody serves a country; an unknown reason as it was written."""
    return str(REASONS.get(reason, reason.replace("_", " ")))


def region_told(site: Site, region: str) -> str:
    """A part of a country: where it is named after the mission that serves it, that mission's city."""
    mission = site.missions.get(region)
    return text_of(mission["cities"]) if mission else region


def kind_told(kind: str) -> str:
    return str(KINDS.get(kind, kind.replace("_", " ").capitalize()))


@dataclass(frozen=True)
class Shown:
    """A station as lists show it."""

    code: str
    url: str
    city: str
    label: str
    """The city; where it has several stations, told apart."""
    country: str
    country_code: str
    country_url: str
    zone: str
    number: int | None
    district: str
    spans: tuple[Span, ...]
    windows: str
    latitude: str
    longitude: str

    @property
    def opens(self) -> datetime:
        return self.spans[0].opens

    @property
    def closes(self) -> datetime:
        return self.spans[-1].closes


def shown(site: Site, here: str, found: Iterable[Value]) -> list[Shown]:
    """Stations with their names and addresses in the reader's language, as seen from the page at `here`."""
    several, place = site.once(f"stations of cities in {language()}", lambda: _counted(site))
    lines = []
    for one in found:
        city = city_of(one)
        own = several[one["country"], city]
        label = _label(city, one["number"], place.get(one["code"], 1)) if own > 1 else city
        lines.append(_shown(here, one, city, label))
    return lines


def _counted(site: Site) -> tuple[Counter[tuple[str, str]], dict[str, int]]:
    """How many stations each city has, and which of them each is."""
    several: Counter[tuple[str, str]] = Counter()
    place: dict[str, int] = {}
    for one in site.stations:
        key = (one["country"], city_of(one))
        several[key] += 1
        place[one["code"]] = several[key]
    return several, place


def _label(city: str, number: int | None, place: int) -> str:
    """Which of several stations of a city: by its number where that is published, else counted."""
    if number is not None:
        return gettext("%(city)s, No. %(number)d") % {"city": city, "number": number}
    return gettext("%(city)s, station %(place)d") % {"city": city, "place": place}


def _shown(here: str, one: Value, city: str, label: str) -> Shown:
    speaks = language()
    return Shown(
        code=one["code"],
        url=page_address(here, speaks, f"stations/{one['code']}/"),
        city=city,
        label=label,
        country=country_name(one["country"]),
        country_code=one["country"],
        country_url=page_address(here, speaks, f"countries/{one['country']}/"),
        zone=one["zone"],
        number=one["number"],
        district=one["district"] or "",
        spans=spans(one),
        windows=windows_told(one),
        latitude=one["latitude"],
        longitude=one["longitude"],
    )


def clock_of(station: Value) -> Clock:
    """The clock on a station's wall, named after its city."""
    return Clock(station["zone"], city_of(station))


def day_told(at: datetime, zone: str, year: int) -> str:
    """`Wed 7 Feb` by the clock of `zone`."""
    return day_in_words(at.astimezone(ZoneInfo(zone)).date(), language(), year)


def day_written(at: datetime, zone: str) -> str:
    """`7 February` by the clock of `zone`: as a sentence writes a day, without weekday and year."""
    locale = locale_of(language())
    day = at.astimezone(ZoneInfo(zone)).date()
    return format_date(day, str(locale.datetime_skeletons["MMMMd"]), locale=locale)


def time_told(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def article_told(source: str) -> str:
    """An article, or that nobody read one."""
    return gettext("assumed") if source == ASSUMED else source


def day_in_full(value: date) -> str:
    """`Wednesday 7 February 2024`"""
    locale = locale_of(language())
    return format_date(value, locale.date_formats["full"].pattern.replace(",", "").replace("،", ""), locale=locale)


def zone_city(zone: str) -> str:
    """The city after which a zone is named."""
    return place_of(zone, language())
