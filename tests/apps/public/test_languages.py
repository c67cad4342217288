"""Every page in every language: what has no translation is marked, plurals and names of places follow it."""

import json
from pathlib import Path

import html5lib
import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import ngettext

from legation.public.bake import bake
from legation.public.links import page_address
from legation.public.site import Site
from legation.public.templatetags.public import spoken
from legation.public.wording import Foreign, city_of, legal
from legation.publication import actions, queries
from tests.apps.public.test_bake import AT

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def site(person) -> Site:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Embassy"), ("az", "Səfirlik"), ("ar", '<bdi lang="en" dir="ltr">Embassy</bdi>')],
)
def test_a_legal_text_that_a_language_lacks_says_which_it_is_in(language: str, told: str) -> None:
    with translation.override(language):
        assert spoken(legal({"en": "Embassy", "az": "Səfirlik"})) == told


def test_a_text_that_lacks_english_too_says_which_it_is_in() -> None:
    with translation.override("ar"):
        found = legal({"ro": "Secție <votare>"})
    assert isinstance(found, Foreign)
    assert (found.language, spoken(found)) == ("ro", '<bdi lang="ro" dir="ltr">Secție &lt;votare&gt;</bdi>')


def test_every_city_with_a_station_has_its_arabic_name(site: Site) -> None:
    with translation.override("ar"):
        assert [one["code"] for one in site.stations if city_of(one)[0].isascii()] == []


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "بعد يوم واحد"), (2, "بعد يومين"), (3, "بعد 3 أيام"), (11, "بعد 11 يومًا"), (100, "بعد 100 يوم")],
)
def test_arabic_counts_in_its_six_forms(count: int, said: str) -> None:
    with translation.override("ar"):
        told = ngettext("in %(count)d day", "in %(count)d days", count) % {"count": count}
    assert told.partition(" (")[0] == said


def test_pages_that_are_not_written_in_arabic_are_linked_in_english(site: Site, tmp_path: Path) -> None:
    bake(site, tmp_path)
    assert page_address("ar/day/", "ar", "press/") == "../../en/press/"
    assert [path for path in ("ar/press/index.html", "ar/data/index.html") if (tmp_path / path).exists()] == []
    assert Client().get("/az2024/public/ar/press/").status_code == 404
    for name in ("ar/", "ar/stations/tabriz/", "ar/countries/MT/", "ar/day/", "ar/calendar/", "ar/check/"):
        baked = (tmp_path / name / "index.html").read_bytes()
        html5lib.HTMLParser(strict=True).parse(baked.decode())
        assert Client().get(f"/az2024/public/{name}").content == baked


def test_the_data_are_described_in_the_languages_that_have_the_words(site: Site, tmp_path: Path) -> None:
    bake(site, tmp_path)
    described = json.loads((tmp_path / "data/datapackage.json").read_bytes())
    assert "titles" not in described or set(described["titles"]) == {"en", "az"}
