"""A newcomer walks by the strip from the day on which the election was called to the day of voting, with keys alone."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Demonstration

PATIENCE = 120_000
"""Milliseconds for a rebuilding with two elections on a slow machine."""


def press(page: Page, role: str, name: str | re.Pattern[str]) -> None:
    """Go to a control with the Tab key, and press it with Enter."""
    page.evaluate("document.activeElement && document.activeElement.blur()")
    wanted = page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
    for _ in range(200):
        page.keyboard.press("Tab")
        if wanted.evaluate("(one) => one === document.activeElement"):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"the Tab key does not reach {name!r}")


def clock(page: Page, text: str) -> None:
    expect(page.locator(".demo time").first).to_contain_text(text, timeout=PATIENCE)


def test_from_the_call_to_the_day_with_keys_alone(page: Page, demonstration: Demonstration) -> None:
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(demonstration.links["Gus"])
    press(page, "link", "Other moment")
    press(page, "link", "What would be lost? The beginning of the script")
    press(page, "button", "Build it anew")
    clock(page, "7 Dec 2023, 09:00 Baku")
    expect(page).not_to_have_url(re.compile("moving|back"), timeout=PATIENCE)
    press(page, "button", "+1 day")
    clock(page, "8 Dec 2023, 09:00 Baku")
    press(page, "button", "Next scene")
    clock(page, "8 Dec 2023, 10:00 Baku")
    press(page, "link", "Other moment")
    press(page, "button", re.compile("Go there.*Polls open in Azerbaijan"))
    clock(page, "7 Feb 2024, 08:00 Baku")
    press(page, "link", "The script")
    expect(page.get_by_role("heading", name="The script", exact=True)).to_be_visible()
    assert page.get_by_text("Nothing: the script did every step that was due.").count() == 1
