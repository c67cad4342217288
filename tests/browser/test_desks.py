"""Desks on a phone: the next acts without scrolling; a desk that stays open brings itself up to date."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Demonstration

CAST = ("Ana", "Eli", "Ben", "Cora", "Fara", "Gus")
LANGUAGES = ("English", "Azərbaycanca")


@pytest.mark.parametrize("person", CAST)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_acts_stand_on_a_phone_without_scrolling(
    page: Page, demonstration: Demonstration, person: str, language: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(demonstration.links[person])
    page.locator(".menu summary").click()
    if page.locator(".menu").get_by_role("button", name=language).count():
        page.locator(".menu").get_by_role("button", name=language).click()
    page.goto("/az2024/")
    acts = page.locator(".acts li")
    assert acts.count() <= 3
    if acts.count():
        box = acts.last.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 740
    assert page.locator(".acts .button:not(.button-second)").count() <= 1
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_desk_that_is_open_shows_what_others_do(page: Page, browser: Browser, demonstration: Demonstration) -> None:
    page.goto(demonstration.links["Ana"])
    page.goto("/az2024/")
    before = page.locator("[data-version]").get_attribute("data-version")
    others = browser.new_context(base_url=demonstration.address).new_page()
    others.goto(demonstration.links["Cora"])
    others.goto("/az2024/stations/tabriz/change/address/")
    others.get_by_label("Address").fill("Street of the test 5")
    others.get_by_label("Reason").fill("A larger hall")
    others.locator("main form button").first.click()
    expect(others.get_by_text("Street of the test 5").first).to_be_visible()
    others.context.close()
    page.evaluate("window.stayed = true; document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Street of the test 5").first).to_be_visible()
    assert page.evaluate("window.stayed") is True
    assert before


def test_without_script_a_desk_is_a_page_like_any_other(browser: Browser, demonstration: Demonstration) -> None:
    context = browser.new_context(base_url=demonstration.address, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(demonstration.links["Ana"])
    opened.goto("/az2024/")
    expect(opened.get_by_role("heading", name="Do next")).to_be_visible()
    context.close()
