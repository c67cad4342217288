"""What the operator gives the site to show: emblems beside the institutions, borders that every map names."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from legation.public.pages.poster import sheet_of
from legation.public.paper import pdf
from legation.public.routes import address
from legation.public.site import Site
from legation.publication import actions, queries

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def get(db, person, settings) -> Callable[[str], HttpResponse]:
    settings.EMBLEMS = {"ministry": PNG, "embassy_of_nowhere": PNG}
    settings.BORDERS = {
        "name": "As the operator sees them",
        "lines": [[[3840, 4450], [4190, 5040]], [[0, 0], [0, 100]]],
    }
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return lambda path: Client().get(f"/az2024/public/{path}")


def test_an_emblem_stands_beside_the_name_of_its_institution(get) -> None:
    page = get("en/stations/").content.decode()
    assert page.count('<img src="../../data/emblems/ministry.png" alt=""') == 1
    assert page.count("<img") == 1
    answer = get("data/emblems/ministry.png")
    assert (answer.headers["Content-Type"], answer.content) == ("image/png", PNG)
    assert get("data/emblems/embassy_of_nowhere.png").status_code == 404


def test_the_emblem_stands_on_the_poster_too(db, person, settings) -> None:
    bare = _poster(person)
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (255, 0, 0)).save(out, "PNG")
    settings.EMBLEMS = {"ministry": out.getvalue()}
    assert ((255, 0, 0) in bare, (255, 0, 0) in _poster(person)) == (False, True)


def _poster(person) -> set[tuple[int, int, int]]:
    """The colours that stand on a poster."""
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    sheet = sheet_of(Site(queries.newest("az2024")), "rome", "a4")
    picture = Image.open(io.BytesIO(pdf("poster", *sheet, form="png"))).convert("RGB")
    return {colour for _count, colour in picture.getcolors(picture.width * picture.height)}


def test_borders_are_drawn_and_named_where_a_map_is(get) -> None:
    page = get("en/").content.decode()
    assert page.count('class="map-borders"') == 2
    assert page.count("State borders: As the operator sees them.") == 1
    assert "land without state borders" not in page
    page = get("en/stations/rome/").content.decode()
    assert (page.count('class="map-borders"'), page.count("State borders: As the operator sees them.")) == (1, 1)


def test_what_was_frozen_before_all_this_still_has_its_pages(db, person) -> None:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    site = Site(queries.newest("az2024"))
    younger = ("borders.json", "history.json")
    kept = {path: digest for path, digest in site.frozen.documents.items() if path not in younger}
    election = {name: value for name, value in site.election.items() if name not in ("address", "emblems")}
    one = site.station("rome")
    facts = {name: one["facts"][name] for name in ("address", "hours", "district", "number")}
    site.frozen = type(site.frozen)("az2024", b"", "", kept, site.frozen.load)
    site._read = {"election.json": election, "stations/rome.json": one | {"facts": facts}}
    pages = {path: address(site, path) for path in ("en/", "en/press/", "en/press/sheet.pdf", "en/stations/rome/")}
    assert [path for path, page in pages.items() if page is None or not page.render()] == []
    assert address(site, "stations/rome/poster-a4.pdf") is None


def test_without_them_the_land_is_without_borders_and_it_is_said(db, person) -> None:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    page = Client().get("/az2024/public/en/").content.decode()
    assert ("map-borders" in page, "<img" in page, "land without state borders" in page) == (False, False, True)
