"""Seminars on a phone and on a desk, in both languages: nothing wider than the screen, no violation of axe."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import broken
from tests.browser.conftest import Demonstration

HOME = "/az2024/seminars/"
VIEWS = (
    "", "slots/", "audience/", "sessions/1/", "questions/", "change/", "add/module/", "add/speaker/", "room/",
    "../", "../coverage/", "../line/", "../new/",
)  # fmt: skip


def looked_at(page: Page, address: str, width: int) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width, address
    found = broken(page, selectors=True)
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == [], address


def seminar(page: Page) -> str:
    page.goto(HOME)
    return str(page.locator("table tbody th a").first.get_attribute("href"))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "az"])
def test_the_views_of_a_seminar(page: Page, demonstration: Demonstration, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demonstration.links["Ben"])
    page.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
    own = seminar(page)
    for view in VIEWS:
        looked_at(page, own + view, width)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "az"])
def test_an_invitation_is_answered(page: Page, demonstration: Demonstration, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demonstration.links["Cora"])
    page.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
    page.goto(seminar(page))
    page.locator("main a[href*='/seats/']").first.click()
    seat = page.url
    looked_at(page, seat, width)
    looked_at(page, f"{seat}answer/", width)
    page.locator("input[value=yes]").check()
    page.locator("#id_name").fill("Invented participant")
    page.locator("main form button").first.click()
    expect(page).to_have_url(seat)
    expect(page.get_by_text("Invented participant").first).to_be_visible()
    looked_at(page, f"{seat}ask/", width)


def test_the_line_is_tried_in_the_browser_alone(page: Page, demonstration: Demonstration) -> None:
    page.goto(demonstration.links["Cora"])
    page.goto(f"{HOME}line/")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.locator("[data-start]").click()
    expect(page.locator("[data-told]")).to_have_text(re.compile(r"\d+ ms to the server, \d+ kbit/s"))
    assert [one for one in asked if not one.startswith(demonstration.address)] == []
