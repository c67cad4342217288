"""Each page names the record on which it rests."""

import re
from pathlib import Path

import pytest

from legation.integrity import queries as log
from legation.public.bake import bake
from legation.public.resting import Rest, rest_of
from legation.public.site import Site
from legation.publication import actions, queries
from tests.apps.public.test_bake import AT

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def site(person) -> Site:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))


def test_a_page_rests_on_the_newest_record_about_what_it_shows(site: Site) -> None:
    newest = log.newest_by_subject("az2024")
    stations = [index for subject, index in newest.items() if subject.startswith("station:")]
    assert {path: rest_of(site, path) for path in ("stations/tabriz/", "countries/GR/", "calendar/", "", "check/")} == {
        "stations/tabriz/": Rest(newest["station:tabriz"], "stations/tabriz.json"),
        "countries/GR/": Rest(max(newest["catchments"], newest["station:athens"]), "countries.json"),
        "calendar/": Rest(newest["election"], "calendar.json"),
        "": Rest(max(stations), "stations.json"),
        "check/": Rest(newest["election"], "election.json"),
    }


def test_documents_frozen_before_records_were_named_have_pages_that_name_none(site: Site) -> None:
    older = {path: digest for path, digest in site.frozen.documents.items() if path != "records.json"}
    site.frozen = type(site.frozen)("az2024", b"", "", older, site.frozen.load)
    assert rest_of(site, "countries/GR/") is None


def test_every_page_links_to_the_check_of_a_record_and_a_document_of_the_manifest(site: Site, tmp_path: Path) -> None:
    bake(site, tmp_path)
    pages = sorted(tmp_path.rglob("*.html"))
    links = {
        page: re.findall(r'check/\?record=(\d+)&amp;document=([\w/.-]+)#browser"', page.read_text()) for page in pages
    }
    assert [page for page, found in links.items() if len(found) != 1] == []
    assert {found[0][1] for found in links.values()} <= set(site.frozen.documents)
    assert max(int(found[0][0]) for found in links.values()) < log.size()
