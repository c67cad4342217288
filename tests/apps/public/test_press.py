"""The press sheet: counted figures, sentences in both languages, the same octets each time."""

import io
import json
from datetime import UTC, datetime

import html5lib
import pypdf
import pytest

from legation.public import press
from legation.public.pages.press import figures_file, paper, quotes, sheet
from legation.public.rendering import in_language
from legation.public.site import Site
from legation.publication import actions, queries

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


@pytest.fixture
def site(db, person) -> Site:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))


def test_the_figures_are_counted(site) -> None:
    counted = press.figures(site)
    assert (counted.stations, counted.missions, counted.countries, counted.hours) == (49, 46, 37, 28)
    assert counted.home_close == press.HomeClose(datetime(2024, 2, 7, 15, tzinfo=UTC), 34, 14, 1)
    assert [one["code"] for one in counted.first.stations] == ["seoul"]
    assert [one["code"] for one in counted.last.stations] == ["los-angeles"]


def test_the_sentences_stand_in_both_languages_of_the_law(site) -> None:
    english, azerbaijani = quotes(site, "en")
    assert [english["code"], azerbaijani["code"]] == ["en", "az"]
    assert [one["text"] for one in english["sentences"]] == [
        (
            "Voters abroad can vote on Wednesday 7 February 2024 at 49 polling stations: at 46 missions, in 46 cities "
            "of 37 countries (Early presidential election 2024)."
        ),
        (
            "First to open: Seoul, on 7 February at 08:00 local time (7 February, 03:00 by the clock of Baku). Last to "
            "close: Los Angeles, on 7 February at 19:00 local time (8 February, 07:00 by the clock of Baku). Voting "
            "abroad lasts 28 hours."
        ),
        (
            "When the polls close in Azerbaijan, at 19:00 on 7 February in Baku, 34 of 49 stations abroad are open, 14 "
            "have closed, and not yet opened: 1."
        ),
        (
            "49 stations abroad are more than in any earlier election of which the number is known; the most before: "
            "Early presidential election 2018, 41. The number is not known of: Referendum 2016."
        ),
        (
            "It cannot be said that 37 countries with stations are the most so far: Presidential election 2013, 38 "
            "(planned); Referendum 2016, about 40 (planned). The number is not known of: Presidential election 2008."
        ),
    ]
    assert azerbaijani["sentences"][2]["text"] == (
        "Ölkədə (Azərbaycan) məntəqələr bağlananda – Bakı vaxtı ilə 7 fevral, saat 19:00 – xaricdəki məntəqələr: açıq "
        "34, bağlanmış 14, hələ açılmamış 1 (cəmi 49)."
    )


@pytest.mark.parametrize("language", ["en", "az"])
def test_the_page_is_valid_and_claims_nothing_of_countries(site, language) -> None:
    page = sheet(site, language, "").decode()
    html5lib.HTMLParser(strict=True).parse(page)
    with in_language(language):
        told = [press.claim_told(site, claim) for claim in site.history["claims"]]
    assert [page.count(text) for text in told] == [2, 2]


def test_the_paper_says_the_same_in_the_same_octets(site) -> None:
    octets = paper(site, "az", "")
    assert paper(site, "az", "") == octets
    read = pypdf.PdfReader(io.BytesIO(octets))
    text = " ".join(" ".join(page.extract_text().split()) for page in read.pages)
    assert [str(one.mediabox.width.__round__()) for one in read.pages] == ["595"] * len(read.pages)
    for one in quotes(site, "az"):
        assert [line["text"] in text for line in one["sentences"]] == [True] * 5


def test_the_figures_as_json_name_what_they_are_counted_from(site) -> None:
    told = json.loads(figures_file(site, "", ""))
    assert told["counted_from"] == {
        path: site.frozen.documents[path] for path in ("election.json", "stations.json", "history.json")
    }
    assert told["quotes"]["en"].keys() == {"size", "hours", "home_close", "stations", "countries"}
    assert (told["first_to_open"]["at"], told["last_to_close"]["at"]) == ("2024-02-06T23:00Z", "2024-02-08T03:00Z")


def test_an_election_of_which_nothing_earlier_is_kept_says_so(db, person) -> None:
    actions.keep_history(election="az2024", found=(), file="", by=person("eli"), at=AT)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    site = Site(queries.newest("az2024"))
    assert press.claim_told(site, site.history["claims"][0]) == (
        "Whether 49 are the most so far is open: no earlier number is known."
    )
    assert "Nothing is kept of earlier elections." in sheet(site, "en", "").decode()
