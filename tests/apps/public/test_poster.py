"""Posters: read back by what telephones read with, in both languages, for every station that will open."""

import io
from datetime import UTC, date, datetime

import pypdf
import pytest
import zxingcpp
from PIL import Image

from legation.public.pages.poster import a3, a4, posters, sheet_of
from legation.public.pages.stations import station
from legation.public.paper import pdf
from legation.public.routes import address
from legation.public.site import Site
from legation.publication import actions, queries
from legation.stations import actions as stations

pytestmark = pytest.mark.one_database

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


@pytest.fixture
def site(db, person) -> Site:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))


@pytest.mark.parametrize("size", ["a4", "a3"])
@pytest.mark.parametrize("code", ["tabriz", "los-angeles", "istanbul-2"])
def test_the_code_on_the_sheet_leads_to_the_page_of_the_station(site, code, size) -> None:
    picture = Image.open(io.BytesIO(pdf("poster", *sheet_of(site, code, size), form="png")))
    found = zxingcpp.read_barcodes(picture)
    assert [one.text for one in found] == [f"https://vote.example/az2024/en/stations/{code}/"]
    assert address(site, found[0].text.removeprefix("https://vote.example/az2024/"))


def test_a_poster_has_one_page_of_its_size_and_speaks_both_languages(site) -> None:
    for octets, width in ((a4(site, "", "istanbul"), 595), (a3(site, "", "istanbul"), 842)):
        (page,) = pypdf.PdfReader(io.BytesIO(octets)).pages
        text = " ".join(page.extract_text().split())
        assert round(page.mediabox.width) == width
        told = ("Vote here", "Burada səs verin", "08:00–19:00", "Wednesday 7 February 2024", "DEMONSTRATION")
        assert [one for one in told if one not in text] == ["DEMONSTRATION"]


def test_an_inferred_number_and_an_unknown_address_stand_on_no_poster(site) -> None:
    data, _pictures = sheet_of(site, "seoul", "a4")
    english = data["spoken"][0]
    assert (english["station"], english["address"]) == ("", "Address not published")


def test_the_same_documents_give_the_same_octets(site) -> None:
    assert a4(site, "", "rome") == a4(site, "", "rome")


def test_a_site_that_does_not_know_its_address_has_no_posters(site, person, settings) -> None:
    assert len(posters(site)) == 49
    settings.PUBLIC_ADDRESS = ""
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    bare = Site(queries.newest("az2024"))
    assert posters(bare) == ()
    assert "poster-a4.pdf" not in station(bare, "en", "rome").decode()
    assert address(bare, "stations/rome/poster-a4.pdf") is None


def test_what_voters_are_told_stands_on_the_page_with_since_and_before(site, person) -> None:
    told = {"reason": "asked by voters", "effective_on": date(2024, 1, 24), "by": person("cora"), "at": AT}
    for text in ("Bus 12", "Tram 3"):
        stations.change_advice(
            election="az2024", station="tabriz", subject="transport", language="en", text=text, **told
        )
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    found = Site(queries.newest("az2024")).station("tabriz")
    assert found["facts"]["transport"] == {"value": {"en": "Tram 3"}, "since": "2024-01-24", "source": ""}
    assert [(one["before"], one["after"]) for one in found["changes"] if one["field"] == "transport"] == [
        ("Bus 12", "Tram 3"),
        ("", "Bus 12"),
    ]
    page = station(Site(queries.newest("az2024")), "en", "tabriz").decode()
    assert page.count("Tram 3") == 2


def test_a_code_that_leads_to_one_computer_says_so(site, person, settings) -> None:
    assert b"LEGATION_PUBLIC_ADDRESS" not in station(site, "en", "tabriz")
    settings.PUBLIC_ADDRESS = "http://localhost:8000/{election}/public/"
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    here = Site(queries.newest("az2024"))
    page = station(here, "en", "tabriz").decode()
    assert "The code leads to http://localhost:8000/az2024/public/en/stations/tabriz/, which only this" in page
    (sheet,) = pypdf.PdfReader(io.BytesIO(a4(here, "", "tabriz"))).pages
    assert "set LEGATION_PUBLIC_ADDRESS" in " ".join(sheet.extract_text().split())
