"""Asking and answering as people meet it in a browser: on a phone and a desk, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demonstration
from tests.browser.test_accessibility import violations

SCREENS = {"phone": (360, 740), "desk": (1280, 900)}
ANSWERED = {"en": "Can one vote with an identity card", "az": "Pasport dəyişdirilərkən"}


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def ask(page: Page, language: str) -> list[str]:
    """From another spelling to an answer that stands already, and to a question that does not; what axe found."""
    page.goto("/az2024/answers/?q=sexsiyyet+vesiqesi+ile+ses+vermek")
    expect(page.locator("main li a").first).to_contain_text(ANSWERED[language])
    found = violations(page)
    assert fits(page)
    page.goto("/az2024/inquiries/ask/")
    page.locator("#id_subject").fill("Identity card")
    page.locator("#id_text").fill("The passport is being renewed. Can one vote with an identity card?")
    expect(page.locator("#like a").first).to_contain_text(ANSWERED[language])
    found += violations(page)
    assert fits(page)
    page.locator("#id_subject").fill(f"Booths {language}")
    page.locator("#id_text").fill("How many booths stand in a small room?")
    expect(page.locator("#like a")).to_have_count(0)
    page.locator("#id_category").select_option("voting")
    page.locator("main form button").first.click()
    expect(page.locator("main h1")).to_contain_text(f"Booths {language}")
    assert fits(page)
    return found + violations(page)


def answer(page: Page, at: str) -> list[str]:
    """From the list to the answer; what axe found."""
    page.goto("/az2024/inquiries/")
    found = violations(page)
    assert fits(page)
    page.goto(f"{at}draft/")
    page.locator("#id_text").fill("Two.")
    page.locator("main form button").first.click()
    page.goto(f"{at}answer/")
    found += violations(page)
    page.locator("main form button").first.click()
    expect(page.locator("main ol li").last).to_contain_text("Two.")
    assert fits(page)
    return found + violations(page)


@pytest.mark.parametrize(("language", "screen"), [("az", "phone"), ("en", "desk")])
def test_a_question_is_found_answered_or_asked_and_answered(
    page: Page, demonstration: Demonstration, language: str, screen: str
) -> None:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
    page.goto(demonstration.links["Cora"])
    found = ask(page, language)
    at = page.url
    page.goto(demonstration.links["Eli"])
    found += answer(page, at)
    assert found == []
