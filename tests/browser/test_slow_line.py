"""A mission at the end of a bad line: its acts complete, what is sent again acts once, what was typed is not lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.conftest import Demonstration
from tests.browser.slow_line import SlowLine

PATIENCE = 60_000
FIRST, ACT = 60_000, 10_000
"""Octets that come over the line: a first load without fonts, and an act with the page that follows."""
ADDRESS = "/az2024/stations/tabriz/change/address/"


@pytest.fixture
def line(demonstration: Demonstration) -> Iterator[SlowLine]:
    slow = SlowLine(int(demonstration.address.rpartition(":")[2]))
    yield slow
    slow.close()


@pytest.fixture
def far(browser: Browser, demonstration: Demonstration, line: SlowLine) -> Iterator[Page]:
    """Cora's browser at the end of the line, without fonts."""
    context = browser.new_context(base_url=f"http://localhost:{line.port}", locale="en-GB")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    protocol = context.new_cdp_session(opened)
    protocol.send("Network.enable")
    protocol.send("Network.setBlockedURLs", {"urls": ["*.woff2"]})
    opened.goto(demonstration.links["Cora"])
    yield opened
    context.close()


def fill(page: Page, address: str) -> None:
    page.get_by_label("Address").fill(address)
    page.get_by_label("Reason").fill("The line is bad")


def send(page: Page) -> None:
    page.locator("main form .button").first.click()


def changes(page: Page, address: str) -> int:
    """How often the change stands in the log."""
    page.goto("/log/?election=az2024&kind=station_changed")
    return page.get_by_role("link", name=address).count()


def test_the_acts_of_a_mission_complete_and_stay_light(far: Page, line: SlowLine) -> None:
    assert line.came <= FIRST
    far.goto(ADDRESS)
    fill(far, "Far street 1")
    before = line.came
    send(far)
    expect(far.get_by_text("Far street 1").first).to_be_visible()
    assert line.came - before <= ACT
    far.goto("/az2024/missions/tabriz/change/")
    far.get_by_label("Duty phone").first.fill("+98 41 5555 0101")
    before = line.came
    send(far)
    expect(far.get_by_text("+98 41 5555 0101").first).to_be_visible()
    assert line.came - before <= ACT


def test_a_form_whose_answer_was_lost_acts_once(far: Page, line: SlowLine) -> None:
    far.goto(ADDRESS)
    fill(far, "Far street 2")
    line.cut_after = 1
    try:
        send(far)
        expect(far.get_by_text("Far street 2").first).to_be_visible()
    except (AssertionError, Error):
        far.reload()
    expect(far.get_by_text("it was not done a second time")).to_be_visible()
    assert changes(far, "Far street 2") == 1


def test_what_was_typed_comes_back_after_the_line_dropped(far: Page, line: SlowLine) -> None:
    far.goto(ADDRESS)
    fill(far, "Far street 3")
    line.cut_before = 9
    send(far)
    far.wait_for_timeout(3_000)
    line.cut_before = 0
    far.goto(ADDRESS)
    expect(far.get_by_label("Address")).to_have_value("Far street 3")
    expect(far.get_by_text("What you typed here before")).to_be_visible()
    assert far.get_by_label("Reason").input_value() == "The line is bad"
    send(far)
    expect(far.get_by_text("Far street 3").first).to_be_visible()
    far.goto(ADDRESS)
    expect(far.get_by_text("What you typed here before")).to_have_count(0)


def test_a_session_that_ended_loses_nothing(far: Page, demonstration: Demonstration) -> None:
    """The session ends while somebody types; the form is sent, and the person opens their link again."""
    far.goto(ADDRESS)
    fill(far, "Far street 4")
    far.context.clear_cookies(name="sessionid")
    send(far)
    expect(far).to_have_url(re.compile("/sign-in/"))
    far.goto(demonstration.links["Cora"])
    far.goto(ADDRESS)
    expect(far.get_by_label("Address")).to_have_value("Far street 4")
