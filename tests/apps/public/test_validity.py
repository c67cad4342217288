"""Every kind of page is valid HTML in every language: parsed strictly, identifiers unique, references that lead on."""

from collections import Counter

import html5lib
import pytest

from legation.public.routes import ROUTES, Route, address
from legation.public.site import CODES

pytestmark = pytest.mark.one_database

MINE = ("tabriz", "IR")
SVG = "{http://www.w3.org/2000/svg}"
OF_HTML = frozenset({"hidden", "dir", "title", "translate"})
"""Attributes of HTML that no element of a drawing has."""
NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
PAGES = [route for route in ROUTES if route.spoken and (route.pattern.endswith("/") or not route.pattern)]


def path_of(site, route: Route, language: str) -> str:
    items = list(route.items(site)) if route.items else [""]
    return f"{language}/" + route.pattern.replace("{}", next((one for one in items if one in MINE), items[0]))


@pytest.mark.parametrize("language", CODES)
def test_every_kind_of_page_is_valid(changed, language: str) -> None:
    written = [route for route in PAGES if language in route.languages]
    wanted = [route for route in written if not route.items or list(route.items(changed))]
    paths = [path_of(changed, route, language) for route in wanted]
    found = {path: faults(address(changed, path).render().decode()) for path in paths}
    assert {path: faulty for path, faulty in found.items() if faulty} == {}


def faults(page: str) -> list[object]:
    """What is wrong with a page beyond what the strict parser refuses."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    ids = Counter(one.get("id") for one in elements if one.get("id") is not None)
    named = {name for one in elements for key in NAMING for name in (one.get(key) or "").split()}
    named |= {one.get("href")[1:] for one in elements if (one.get("href") or "").startswith("#")}
    return [
        *(("twice", name) for name, count in ids.items() if count > 1),
        *(("nowhere", name) for name in sorted(named - ids.keys())),
        *(("in a drawing", one.tag, *sorted(OF_HTML.intersection(one.keys()))) for one in elements if foreign(one)),
        *(("without a text", "img") for one in elements if one.tag == "img" and one.get("alt") is None),
    ]


def foreign(one) -> bool:
    return one.tag.startswith(SVG) and not OF_HTML.isdisjoint(one.keys())


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<p id="a"></p><p id="a"></p>', [("twice", "a")]),
        ('<a href="#b">b</a>', [("nowhere", "b")]),
        ("<svg hidden></svg>", [("in a drawing", f"{SVG}svg", "hidden")]),
        ('<img src="a.png">', [("without a text", "img")]),
    ],
)
def test_the_check_can_fail(body: str, fault: list[object]) -> None:
    assert faults(f"<!doctype html><html lang=en><head><title>a</title></head><body>{body}</body></html>") == fault
