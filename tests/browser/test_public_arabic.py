"""The public pages in Arabic: from right to left, complete, and marked where a text is in another language."""

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import violations

SITE = "/az2024/public"
PAGES = ["", "stations/", "stations/istanbul/", "countries/", "countries/MT/", "day/", "wall/", "calendar/", "check/"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_runs_from_right_to_left_without_violation(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{SITE}/ar/{address}")
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ar", "rtl")
    if address != "wall/":
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


@pytest.mark.parametrize("address", PAGES)
def test_words_in_other_letters_say_their_language(page: Page, address: str) -> None:
    """Names of stations, bodies and rules that have no Arabic stand in an element with their own language."""
    page.goto(f"{SITE}/ar/{address}")
    words = page.evaluate(
        """() => [...document.querySelectorAll("main :is(h1, h2, h3, th, dt, .band-day, li > bdi)")]
        .filter((one) => /^[A-Za-z]/.test(one.innerText.trim()))
        .filter((one) => !one.closest("[lang=en]") && !one.querySelector("[lang=en]"))
        .map((one) => one.innerText.trim())"""
    )
    assert words == []


def test_switching_keeps_the_page_where_it_is_written_in_arabic(page: Page) -> None:
    page.goto(f"{SITE}/en/stations/tabriz/")
    page.locator(".tongues a[hreflang=ar]").click()
    page.wait_for_url(f"**{SITE}/ar/stations/tabriz/")
    assert page.locator("h1").inner_text() == "تبريز"
    page.locator(".tongues a[hreflang=az]").click()
    page.wait_for_url(f"**{SITE}/az/stations/tabriz/")
    page.goto(f"{SITE}/en/press/")
    page.locator(".tongues a[hreflang=ar]").click()
    page.wait_for_url(f"**{SITE}/ar/")


def test_script_speaks_arabic_too(page: Page) -> None:
    page.goto(f"{SITE}/ar/?now=2024-02-07T06:00Z")
    assert page.locator("[data-open-now]").inner_text().startswith("المراكز المفتوحة الآن")
    assert page.locator("[data-as-of]").inner_text().startswith("الأربعاء 7 فبراير")
