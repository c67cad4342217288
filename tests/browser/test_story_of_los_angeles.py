"""A complaint and a broadcast as commissions and headquarters meet them: on a phone and a desk, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demonstration
from tests.browser.test_accessibility import violations

SCREENS = {"phone": (360, 740), "desk": (1280, 900)}
CASES = [("az", "phone", "1"), ("en", "desk", "2")]


def opened(page: Page, demonstration: Demonstration, person: str, language: str, screen: str) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(demonstration.links[person])
    page.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])


def fitting(page: Page) -> list[str]:
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    return violations(page)


@pytest.mark.parametrize(("language", "screen", "number"), CASES)
def test_a_complaint_is_entered_and_decided(
    page: Page, demonstration: Demonstration, language: str, screen: str, number: str
) -> None:
    opened(page, demonstration, "Fara", language, screen)
    page.goto("/az2024/complaints/new/")
    found = fitting(page)
    page.locator("#id_channel").select_option("paper")
    page.locator("#id_station").select_option("los-angeles")
    for name, typed in (
        ("happened_on", "2024-01-23"),
        ("name", "Invented Person"),
        ("address", "Invented Street 1"),
        ("act", "Invented: no ballot was given"),
        ("circumstances", "Invented: at the station"),
    ):
        page.locator(f"#id_{name}").fill(typed)
    page.locator("main form button").first.click()
    expect(page.get_by_text("Invented Person")).to_be_visible()
    found += fitting(page)
    page.goto(f"{page.url}decide/")
    found += fitting(page)
    page.locator("input[type=radio]").first.check()
    for name in ("article", "text", "summary"):
        page.locator(f"#id_{name}").fill("Invented: granted")
    page.locator("main form button").first.click()
    page.goto("/az2024/complaints/")
    expect(page.get_by_role("link", name=number, exact=True)).to_be_visible()
    found += fitting(page)
    assert page.get_by_text("Invented Person").count() == 0
    assert found == []


@pytest.mark.parametrize(("language", "screen", "number"), CASES)
def test_a_broadcast_is_sent_and_shows_whom_to_call(
    page: Page, demonstration: Demonstration, language: str, screen: str, number: str
) -> None:
    opened(page, demonstration, "Ben", language, screen)
    page.goto("/az2024/broadcasts/new/")
    found = fitting(page)
    for name, typed in (("title", f"Invented {number}"), ("text", "Invented"), ("read_by", "2024-01-24 18:00")):
        page.locator(f"#id_{name}").fill(typed)
    page.locator("main form button").first.click()
    expect(page.locator("tbody tr")).to_have_count(46)
    found += fitting(page)
    page.goto("/az2024/inbox/")
    found += fitting(page)
    assert found == []
