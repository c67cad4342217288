"""The voter at the public site: from home to the answer by keyboard alone, on a small phone, in each language."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Demonstration

ANSWERS = [
    ("Los Angeles", "stations/los-angeles/"),
    ("Bursa", "countries/TR/"),
    ("Malta", "countries/MT/"),
    ("Tokyo", "countries/JP/"),
    ("Toronto", "countries/CA/"),
    ("Стамбул", "countries/TR/"),
    ("مالطا", "countries/MT/"),
]


@pytest.mark.parametrize("language", ["en", "az", "ar"])
@pytest.mark.parametrize(("typed", "answer"), ANSWERS)
def test_a_voter_finds_the_answer_in_one_enter(page: Page, language: str, typed: str, answer: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/az2024/public/{language}/")
    page.get_by_role("combobox").focus()
    page.keyboard.insert_text(typed)
    page.wait_for_selector("#places:not([hidden]) [role=option]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/az2024/public/{language}/{answer}")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", ["en", "az", "ar"])
def test_without_script_the_box_is_a_link_to_the_alphabetical_list(
    browser: Browser, demonstration: Demonstration, language: str
) -> None:
    context = browser.new_context(base_url=demonstration.address, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"/az2024/public/{language}/")
    plain.locator(".find-list a").click()
    plain.wait_for_url(f"**/az2024/public/{language}/countries/")
    context.close()
