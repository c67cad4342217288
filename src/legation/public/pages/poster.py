"""The poster that hangs at a mission: where and when to vote, in the languages of the law, with a code for phones."""

import io
from datetime import date
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import segno
from django.utils.translation import gettext

from legation.base.wording import text_of
from legation.public import assets
from legation.public.pages.press import spoken
from legation.public.paper import pdf
from legation.public.rendering import in_language
from legation.public.site import Site, Span, Value, spans
from legation.public.wording import day_in_full, time_told, zone_city

SIZES = ("a4", "a3")


MOST = 1200
"""Of more stations no posters are made: writing them would take longer than all the pages."""


def posters(site: Site) -> tuple[str, ...]:
    """The stations for which posters are made: all that will open, where the site's own address is known."""
    known = bool(site.election["address"]) and len(site.by_code) <= MOST
    return tuple(site.by_code) if known else ()


def a4(site: Site, language: str, item: str) -> bytes:
    return _poster(site, item, "a4")


def a3(site: Site, language: str, item: str) -> bytes:
    return _poster(site, item, "a3")


def link_of(site: Site, code: str) -> str:
    """The address of a station's page in the first language, which the code on the poster holds."""
    return f"{site.election['address']}{site.primary}/stations/{code}/"


def reached_here_alone(site: Site) -> bool:
    """Whether the site's address is that of the reader's own computer, as in the demonstration."""
    return urlsplit(site.election["address"]).hostname in ("localhost", "127.0.0.1")


def _poster(site: Site, code: str, size: str) -> bytes:
    data, pictures = sheet_of(site, code, size)
    return pdf("poster", data, pictures)


def sheet_of(site: Site, code: str, size: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What stands on a station's poster, and its pictures."""
    one = site.station(code)
    link = link_of(site, code)
    path = f"stations/{code}.json"
    data = {
        "size": size,
        "language": site.primary,
        "link": link.partition("://")[2],
        "spoken": [_told(site, one, tongue) for tongue, _name in spoken(site, site.primary)],
        "phone": one["phone"],
        "foot": f"{path} SHA-256 {site.digest(path)[:24]}…",
    }
    return data, {"code": code_for(link), "mark": assets.content("base/mark.svg")} | emblems(site)


def emblems(site: Site) -> dict[str, bytes]:
    """The emblems of the institutions that have one, by their place among the holders."""
    paths = enumerate(site.election["emblems"])
    return {f"emblem-{place}": site.octets(path) for place, path in paths if path}


def code_for(link: str) -> bytes:
    """The code (QR) for an address, as SVG, readable where a fifteenth of it is dirty."""
    out = io.BytesIO()
    segno.make_qr(link, error="m").save(out, kind="svg", border=2, dark="#14162b", light="#ffffff", xmldecl=False)
    return out.getvalue()


def _told(site: Site, one: Value, language: str) -> dict[str, Any]:
    """What the poster says in one language."""
    with in_language(language):
        address, number = one["facts"]["address"]["value"], one["facts"]["number"]["value"]
        return {
            "language": language,
            "title": gettext("Vote here"),
            "election": text_of(site.election["names"]),
            "holders": " · ".join(text_of(body) for body in site.election["holders"]),
            "place": text_of(one["cities"]),
            "mission": text_of(one["names"]) or text_of(one["mission_names"]),
            "address": address or gettext("Address not published"),
            "station": gettext("Station No. %(number)d") % {"number": number} if number is not None else "",
            "hours": [_hours(one, span) for span in spans(one)],
            "clock": gettext("By the clock of %(place)s") % {"place": text_of(one["cities"]) or zone_city(one["zone"])},
            "bring": gettext("What to bring"),
            "documents": [text_of(paper["text"]) for paper in site.law["documents"]],
            "call": gettext("Call"),
            "scan": _scan(site),
            "demonstration": gettext("DEMONSTRATION") if site.election["demonstration"] else "",
        }


def _scan(site: Site) -> str:
    if reached_here_alone(site):
        return gettext("This code leads to one computer alone: set LEGATION_PUBLIC_ADDRESS")
    return gettext("Hours, changes and proof: scan the code or type the address")


def _hours(one: Value, span: Span) -> list[str]:
    """The day, and from when to when, by the clock on the wall."""
    on: date = span.opens.astimezone(ZoneInfo(one["zone"])).date()
    return [
        day_in_full(on),
        f"{time_told(span.opens, one['zone'])}–{time_told(span.closes, one['zone'])}",
    ]
