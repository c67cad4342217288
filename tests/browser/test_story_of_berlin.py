"""The matter in Berlin as both institutions meet it in a browser: on a phone and a desk, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demonstration
from tests.browser.test_accessibility import violations

SCREENS = {"phone": (360, 740), "desk": (1280, 900)}
TITLE = "Invented: the host refuses the rented hall in Berlin"


def settle(page: Page) -> list[str]:
    """From the list to a proposed decision; the violations that axe found on the way."""
    found = violations(page)
    page.get_by_role("link", name=TITLE).first.click()
    found += violations(page)
    for step in ("offer", "decide"):
        page.goto(page.url.partition("?")[0])
        at = page.url
        page.goto(f"{at}{step}/")
        found += violations(page)
        if step == "offer":
            page.locator("textarea").fill("Move the station into the consular section")
        else:
            page.locator("input[type=radio]").first.check()
        page.locator("main form button").first.click()
        expect(page).to_have_url(at)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    return found


@pytest.mark.parametrize(("language", "screen"), [("az", "phone"), ("en", "desk")])
def test_the_matter_in_berlin_is_settled_and_the_meeting_has_it(
    page: Page, demonstration: Demonstration, language: str, screen: str
) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
    page.goto(demonstration.links["Ben"])
    page.goto("/az2024/matters/")
    assert page.locator("html").get_attribute("lang") == language
    found = settle(page)
    expect(page.locator("main a[href^='/two-persons/']").first).to_be_visible()
    page.locator("main a[href^='/two-persons/']").first.click()
    page.locator("form[action$='/withdraw/'] button").click()
    page.goto("/az2024/matters/meeting/")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    found += violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []
