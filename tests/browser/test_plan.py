"""The action plan on a phone and on a desk, in both languages: nothing wider than the screen, no violation of axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demonstration

LANGUAGES = ("English", "Azərbaycanca")
VIEWS = ("", "list/?standing=late", "timeline/", "matrix/", "task/substitutes_named-tabriz/")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_views_of_the_plan(page: Page, demonstration: Demonstration, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demonstration.links["Ben"])
    page.goto("/az2024/")
    _read_in(page, language, width)
    axe = Axe()
    for view in VIEWS:
        page.goto(f"/az2024/plan/{view}")
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width, view
        found = axe.run(page).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == [], view


@pytest.mark.parametrize("width", [360, 1280])
def test_the_story_of_a_late_task(page: Page, demonstration: Demonstration, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demonstration.links["Cora"])
    page.goto("/az2024/plan/")
    page.locator(".board").get_by_role("link", name="Train the members").first.click()
    page.get_by_role("link", name="Give it to another person").click()
    page.get_by_label("Code of the person").fill("nobody")
    page.locator("main form button").click()
    expect(page.get_by_text("Nobody of the code nobody can do this task").first).to_be_visible()
    page.get_by_label("Code of the person").fill("cora")
    page.locator("main form button").click()
    expect(page.get_by_text("given to another person").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def _read_in(page: Page, language: str, width: int) -> None:
    place = page.locator(".menu" if width < 600 else ".top-end")
    if width < 600:
        page.locator(".menu summary").click()
    if place.get_by_role("button", name=language).count():
        place.get_by_role("button", name=language).click()
