"""Every kind of page of the public site: no violation of accessibility, no page wider than a small phone."""

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import violations

PAGES = [
    "",
    "stations/",
    "stations/istanbul/",
    "stations/seoul/",
    "countries/",
    "countries/TR/",
    "countries/MT/",
    "day/",
    "press/",
    "calendar/",
    "check/",
]


@pytest.mark.parametrize("language", ["en", "az"])
@pytest.mark.parametrize("address", PAGES)
def test_no_violation_and_no_wider_than_a_small_phone(page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    answer = page.goto(f"/az2024/public/{language}/{address}")
    assert answer
    assert (answer.status, page.locator("html").get_attribute("lang")) == (200, language)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_switching_the_language_keeps_the_page_what_was_asked_and_the_place_in_it(page: Page) -> None:
    page.goto("/az2024/public/en/check/?record=7&document=election.json#main")
    page.evaluate("location.hash = '#browser'")
    page.locator(".tongues a[hreflang=az]").click()
    page.wait_for_url("**/az/check/**")
    assert page.url.partition("/public/")[2] == "az/check/?record=7&document=election.json#browser"
    page.goto("/az2024/public/en/press/#main")
    assert page.locator(".tongues a[hreflang=ar]").get_attribute("href") == "../../ar/"
