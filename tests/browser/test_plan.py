"""The action plan on a phone and on a desk, in both languages: nothing wider than the screen, no violation of axe."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import broken
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
    for view in VIEWS:
        page.goto(f"/az2024/plan/{view}")
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width, view
        found = broken(page, selectors=True)
        assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == [], view


STORIES = {
    360: ("substitutes_named-tabriz", "Tue 23 Jan, 24:00"),
    1280: ("voters_informed-tabriz", "Sat 27 Jan, 24:00"),
}
"""On a phone the task that is overdue; on a desk one that is due on a Thursday: Friday is no working day in Tabriz."""


@pytest.mark.parametrize("width", STORIES)
def test_the_story_of_a_late_task(page: Page, demonstration: Demonstration, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demonstration.links["Cora"])
    code, told = STORIES[width]
    page.goto("/az2024/plan/")
    page.locator(f'.board a[href$="/{code}/"]').first.click()
    expect(page.get_by_role("heading", name="Who is told when it is late")).to_be_visible()
    expect(page.get_by_text(told).first).to_be_visible()
    page.get_by_role("link", name="Start").click()
    page.locator("main form button").first.click()
    expect(page.locator("main .beside")).to_contain_text("overdue" if width == 360 else "under way")
    page.get_by_role("link", name="Report it done").click()
    page.get_by_label("What shows it").fill("List of 23 January")
    page.locator("main form button").first.click()
    expect(page.locator("main .beside")).to_contain_text("reported done")
    expect(page.get_by_text("List of 23 January").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def _read_in(page: Page, language: str, width: int) -> None:
    place = page.locator(".menu" if width < 600 else ".top-end")
    if width < 600:
        page.locator(".menu summary").click()
    if place.get_by_role("button", name=language).count():
        place.get_by_role("button", name=language).click()
