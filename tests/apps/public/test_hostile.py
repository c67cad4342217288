"""Hostile texts in every field: inert and readable in every kind of file of the public site."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace

import html5lib
import openpyxl
import pypdf
import pytest
from icalendar import Calendar
from lxml import etree

from legation.public.readable import needs_a_look, readable_text
from legation.public.routes import ROUTES, address
from legation.public.site import Site
from tests.apps.public.hostile import HOSTILE, hostile_site
from tests.apps.public.standards import VIP, is_there

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
MINE = ("tabriz", "IR")
HARMLESS = "Bahar"
FORMULAS = ("=", "+", "@", "\t", "-1+")
PLACE = r"[A-Z]{2}(/[a-z0-9-]*)?\t[^\t]+(\t[^\t]+)?"
LABEL = "{http://www.w3.org/2000/svg}text"
EACH = pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])


@pytest.fixture(scope="module")
def kept() -> dict[str, object]:
    """What every test of this module reads and none alters: made by the first that asks."""
    return {}


@pytest.fixture
def documents(kept: dict[str, object], request: pytest.FixtureRequest) -> Site:
    if "site" not in kept:
        site = request.getfixturevalue("changed")
        octets = {digest: site.frozen.octets(path) for path, digest in site.frozen.documents.items()}
        kept["site"] = Site(replace(site.frozen, load=octets.__getitem__))
    return kept["site"]


@pytest.fixture
def hostile(documents: Site, kept: dict[str, object], text: str) -> Site:
    if text not in kept:
        kept[text] = hostile_site(documents, text)
    return kept[text]


@pytest.fixture
def harmless(documents: Site, kept: dict[str, object]) -> dict[str, Counter[tuple[str, ...]]]:
    """The elements of every page of a site with a harmless text."""
    if "harmless" not in kept:
        pages = files(hostile_site(documents, HARMLESS), "/")
        kept["harmless"] = {path: elements(page) for path, page in pages.items()}
    return kept["harmless"]


def files(site: Site, *ends: str) -> dict[str, bytes]:
    """A file of each kind in English, by its path, of those that end so."""
    found = {}
    for route in ROUTES:
        items = list(route.items(site)) if route.items else [""]
        for item in [one for one in items if one in MINE] or items:
            path = ("en/" if route.spoken else "") + route.pattern.replace("{}", item)
            if path.endswith(ends) and (not path.startswith("data/") or "tables" in path or "standards" in path):
                found[path] = address(site, path).render()
    return found


def shown(text: str) -> str:
    return " ".join(readable_text(text).split())


def elements(page: bytes) -> Counter[tuple[str, ...]]:
    """Every element with the names of its attributes, but for labels in drawings, which are left out where long."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.decode())
    return Counter((str(one.tag), *sorted(one.attrib)) for one in tree.iter() if one.tag != LABEL)


def said(page: bytes) -> str:
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


def one_line(page: bytes) -> str:
    """The page without what belongs to its own lines."""
    return page.decode().replace("\\", "").replace("\n", "")


@EACH
def test_pages_have_the_elements_of_a_harmless_site_and_say_the_text(hostile, harmless, text: str) -> None:
    pages = files(hostile, "/")
    assert {path: elements(page) for path, page in pages.items()} == harmless
    assert [path for path, page in pages.items() if needs_a_look(one_line(page))] == []
    assert [path for path, page in pages.items() if shown(text) not in said(page)] == []


@EACH
def test_tables_hold_texts_and_no_formula(hostile, text: str) -> None:
    for path, octets in files(hostile, ".csv").items():
        rows = list(csv.reader(io.StringIO(octets.decode(), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}, path
        assert [cell for row in rows for cell in row if cell.startswith(FORMULAS)] == []
    for path, octets in files(hostile, ".xlsx").items():
        cells = [cell for row in openpyxl.load_workbook(io.BytesIO(octets)).worksheets[0].iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}, path
    stations = json.loads(address(hostile, "data/tables/stations.json").render())
    assert {one["phone"].startswith(readable_text(text)) for one in stations} == {True}


@EACH
def test_geojson_atom_vip_and_calendars_are_read_back_with_the_text(hostile, text: str) -> None:
    features = json.loads(address(hostile, "data/tables/stations.geojson").render())["features"]
    assert all(one["properties"]["city_en"].startswith(readable_text(text)) for one in features)
    feed = etree.fromstring(address(hostile, "en/changes.atom").render())
    assert shown(text) in " ".join(feed.findtext("{*}entry/{*}content").split())
    vip = etree.fromstring(address(hostile, "data/standards/vip.xml").render())
    assert {shown(text) in " ".join(one.text.split()) for one in vip.findall("PollingLocation/AddressLine")} == {True}
    if is_there(VIP):
        etree.XMLSchema(etree.parse(VIP)).assertValid(vip)
    nist = json.loads(address(hostile, "data/standards/nist.json").render())
    said_there = [str(one) for one in values(nist)]
    assert [one for one in said_there if shown(text) in " ".join(one.split())] != []
    assert [one for one in said_there if needs_a_look(one.replace("\\", ""))] == []
    json.loads(address(hostile, "press/figures.json").render())
    (event,) = Calendar.from_ical(address(hostile, "en/stations/tabriz.ics").render()).walk("VEVENT")
    assert shown(text) in " ".join(str(event["location"]).split())
    events = Calendar.from_ical(address(hostile, "en/calendar.ics").render()).walk("VEVENT")
    assert len(events) == len(hostile.calendar)


def values(value: object) -> list[object]:
    """Every value inside, but for the things that hold them."""
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return [one for part in inside for one in values(part)]
    return [value]


@EACH
def test_papers_say_the_text(hostile, text: str) -> None:
    for octets in files(hostile, ".pdf").values():
        page = "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(octets)).pages)
        # A paper is set as it is seen: words from right to left come out of it in that order.
        assert [word for word in shown(text).split() if word not in "".join(page.split())] == []


@EACH
def test_the_index_of_places_keeps_its_lines(hostile, text: str) -> None:
    lines = address(hostile, "en/places.txt").render().decode().split("\n")
    assert [line for line in lines[:-1] if not re.fullmatch(PLACE, line)] == []
    assert [line for line in lines if shown(text) in line] != []
