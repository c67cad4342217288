"""Readers who ask for a dark page, for more contrast or for less motion get it on every kind of public page."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Demonstration
from tests.browser.test_accessibility import violations
from tests.browser.test_public_pages import PAGES


@pytest.mark.parametrize("contrast", ["no-preference", "more"])
@pytest.mark.parametrize("address", PAGES)
def test_no_violation_in_the_dark(browser: Browser, demonstration: Demonstration, address: str, contrast: str) -> None:
    context = browser.new_context(
        base_url=demonstration.address, color_scheme="dark", contrast=contrast, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"/az2024/public/en/{address}")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(int(part) for part in ground[4:-1].split(",")[:3]) < 150
    assert violations(page) == []
    moving = page.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length")
    assert moving == 0
    context.close()
