"""The changes as an Atom feed (RFC 4287) with archives (RFC 5005)."""

from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring  # nosec B405: nothing is parsed

from django.utils.translation import gettext

from legation.base.wording import text_of
from legation.base.wording.instants import day_in_words
from legation.public.data.changes import Page, field_told, page, place_told, told
from legation.public.data.moments import as_of, tag
from legation.public.links import page_address
from legation.public.rendering import in_language
from legation.public.site import Site, Value, day, instant

ATOM = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"
SPOKEN = "{http://www.w3.org/XML/1998/namespace}lang"
register_namespace("", ATOM)
register_namespace("fh", HISTORY)


def feed(site: Site, language: str, item: str) -> bytes:
    """The head of the feed, or one of its archives. Addresses in it are relative to its own."""
    shown = page(site, item)
    with in_language(language):
        root = _head(site, language, shown)
        for change in shown.changes:
            _entry(root, site, language, shown, change)
    return tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _head(site: Site, language: str, shown: Page) -> Element:
    here = _path(language, shown.number)
    root = Element(f"{{{ATOM}}}feed", {SPOKEN: language})
    _text(root, "id", tag(site, "changes", language))
    _text(root, "title", gettext("What changed: %(election)s") % {"election": text_of(site.election["names"])})
    if site.election["demonstration"]:
        _text(root, "subtitle", gettext("Demonstration."))
    newest = instant(shown.changes[0]["at"]) if shown.changes else as_of(site)
    _text(root, "updated", f"{newest:%Y-%m-%dT%H:%M:%SZ}")
    for holder in site.election["holders"]:
        _text(SubElement(root, f"{{{ATOM}}}author"), "name", text_of(holder))
    _link(root, "self", here.rpartition("/")[2], "application/atom+xml")
    _link(root, "alternate", page_address(here, language, _page(shown.number)), "text/html")
    if shown.older:
        _link(root, "prev-archive", page_address(here, language, f"changes/{shown.older}.atom"), "application/atom+xml")
    if shown.number:
        SubElement(root, f"{{{HISTORY}}}archive")
        _link(root, "current", page_address(here, language, "changes.atom"), "application/atom+xml")
    return root


def _path(language: str, number: int) -> str:
    return f"{language}/changes/{number}.atom" if number else f"{language}/changes.atom"


def _page(number: int) -> str:
    return f"changes/{number}/" if number else "changes/"


def _entry(root: Element, site: Site, language: str, shown: Page, change: Value) -> None:
    entry = SubElement(root, f"{{{ATOM}}}entry")
    what, at = field_told(change["field"]), f"{instant(change['at']):%Y-%m-%dT%H:%M:%SZ}"
    _text(entry, "id", tag(site, "changes", language, change["station"], change["field"], change["record"] or at))
    _text(entry, "title", f"{place_told(change)}: {what}")
    _text(entry, "updated", at)
    there = page_address(_path(language, shown.number), language, f"stations/{change['station']}/")
    _link(entry, "alternate", there, "text/html")
    SubElement(entry, f"{{{ATOM}}}category", {"term": change["field"], "label": what})
    _text(entry, "content", "\n".join(_told(told(site, change), language)))


def _told(change: Value, language: str) -> list[str]:
    """What a change was, in lines."""
    lines = [
        (gettext("Before"), change["before"]),
        (gettext("After"), change["after"]),
        (gettext("In force from"), day_in_words(day(change["effective_on"]), language)),
        (gettext("Reason"), change["reason"]),
        (gettext("Record"), "" if change["record"] is None else str(change["record"])),
    ]
    return [f"{name}: {text}" for name, text in lines if text]


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: Element, rel: str, address: str, kind: str) -> None:
    SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": address, "type": kind})
