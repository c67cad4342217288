"""Every country and territory of ISO 3166-1 is answered: by which station, how far, what to bring, or why by none."""

import re
from collections.abc import Callable

import html5lib
import pytest

from legation.public.routes import address
from legation.public.site import CODES, Site, Value
from legation.publication import actions, queries
from legation_core.network.countries import COUNTRIES
from tests.apps.public.test_bake import AT

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
STATION = re.compile(r"/stations/([a-z0-9-]+)/$")
HOURS = re.compile(r"\d\d:\d\d")


@pytest.fixture
def site(person: Callable[..., object]) -> Site:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))


def main_of(site: Site, language: str, code: str) -> tuple[str, set[str]]:
    """What the page of a country says, and the stations to which it leads."""
    found = address(site, f"{language}/countries/{code}/")
    assert found is not None, code
    tree = html5lib.parse(found.render().decode(), namespaceHTMLElements=False)
    (main,) = tree.iter("main")
    links = (STATION.search(link.get("href", "")) for link in main.iter("a"))
    return " ".join("".join(main.itertext()).split()), {link[1] for link in links if link}


def serving(answer: Value) -> set[str]:
    own = set(answer["stations"])
    return own or {code for part in answer["parts"] for code in part["stations"]}


def test_every_country_and_territory_but_the_home_country_has_a_page(site: Site) -> None:
    assert set(site.countries) == {str(code) for code in COUNTRIES} - {site.election["home_country"]}
    assert len(site.countries) == 248


def test_every_country_leads_to_its_stations_with_hours_or_says_why_there_is_none(site: Site) -> None:
    wrong = []
    for code, answer in site.countries.items():
        said, links = main_of(site, "en", code)
        codes = serving(answer)
        if codes:
            right = links == codes and HOURS.search(said) is not None
        else:
            right = "No station serves this country: " in said and "Whom to ask" in said
        if not right:
            wrong.append((code, links, codes))
    assert wrong == []


def test_who_votes_in_another_country_is_told_how_far_it_is(site: Site) -> None:
    silent = [
        code
        for code, answer in site.countries.items()
        if not answer["stations"]
        and serving(answer)
        and "km in a straight line from" not in main_of(site, "en", code)[0]
    ]
    assert silent == []


@pytest.mark.parametrize("language", CODES)
def test_every_country_says_what_to_bring_and_how_and_until_when_to_get_onto_the_list(
    site: Site, language: str
) -> None:
    papers = [one["text"].get(language) or one["text"]["en"] for one in site.law["documents"]]
    grounds = [one["text"].get(language) or one["text"]["en"] for one in site.law["grounds"]]
    keys = {one["deadline"] for one in site.law["listing"] if one["deadline"]}
    lines = [one["text"].get(language) or one["text"]["en"] for one in site.calendar if one["key"] in keys]
    assert (len(papers), len(grounds), len(lines)) == (4, 2, 1)
    told = {code: main_of(site, language, code)[0] for code in site.countries}
    wanted = [*papers, *grounds, *lines]
    assert [(code, text) for code, said in told.items() for text in wanted if text not in said] == []
