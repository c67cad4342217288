"""Drafts of a long form on the server: another device, a line that dropped, a session that ended, no script."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Demonstration

FORM = "/az2024/missions/tabriz/deputies/"
LABEL = "Deputies"


@pytest.fixture
def device(browser: Browser, demonstration: Demonstration) -> Iterator[Callable[..., Page]]:
    """A new device at which Cora is signed in and has opened the form."""
    contexts = []

    def opened(**how: Any) -> Page:
        context = browser.new_context(base_url=demonstration.address, locale="en-GB", **how)
        contexts.append(context)
        page = context.new_page()
        page.goto(demonstration.links["Cora"])
        page.goto(FORM)
        return page

    yield opened
    discarded = opened()
    if discarded.get_by_role("button", name="Discard the draft").count():
        discarded.get_by_role("button", name="Discard the draft").click()
    for context in contexts:
        context.close()


def typed(page: Page, text: str, label: str = LABEL) -> None:
    """Type, and wait until the server has it."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 204):
        page.get_by_label(label, exact=True).fill(text)


def test_another_device_goes_on_with_it_and_discards_it(device: Callable[..., Page]) -> None:
    typed(device(), "deputy-one")
    other = device()
    expect(other.get_by_label(LABEL)).to_have_value("deputy-one")
    expect(other.get_by_text("did not send is back, as it was kept on")).to_be_visible()
    other.get_by_role("button", name="Discard the draft").click()
    expect(other.get_by_label(LABEL)).to_have_value("")
    assert other.get_by_text("did not send is back").count() == 0


def test_after_the_line_dropped_it_is_kept_when_the_line_is_back(device: Callable[..., Page]) -> None:
    page = device()
    page.context.set_offline(offline=True)
    with page.expect_event("requestfailed"):
        page.get_by_label(LABEL).fill("deputy-two")
    with page.expect_response(lambda answer: answer.status == 204):
        page.context.set_offline(offline=False)
    expect(device().get_by_label(LABEL)).to_have_value("deputy-two")


def test_after_the_session_ended_it_is_there_again(device: Callable[..., Page], demonstration: Demonstration) -> None:
    page = device()
    typed(page, "deputy-three")
    page.context.clear_cookies(name="sessionid")
    page.locator("main form .button").first.click()
    expect(page).to_have_url(re.compile("/sign-in/"))
    page.goto(demonstration.links["Cora"])
    page.evaluate("sessionStorage.clear()")
    page.goto(FORM)
    expect(page.get_by_label(LABEL)).to_have_value("deputy-three")


def test_without_script_a_button_keeps_it(device: Callable[..., Page]) -> None:
    page = device(java_script_enabled=False)
    page.get_by_label(LABEL).fill("deputy-four")
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page.get_by_text("Kept as a draft, for you alone.")).to_be_visible()
    expect(page.get_by_label(LABEL)).to_have_value("deputy-four")


def test_forms_of_the_commission_keep_what_was_typed_for_another_device(
    browser: Browser, demonstration: Demonstration
) -> None:
    forms = {
        "/elections/open/": ("Code", "az2025"),
        "/az2024/calendar/move/?to=2024-02-14": ("Reason", "The hall burnt"),
        "/people/give/": ("Code of the person", "cora"),
        "/people/invite/": ("Name", "Someone New"),
    }
    devices = [browser.new_context(base_url=demonstration.address, locale="en-GB") for _ in range(2)]
    for one in devices:
        one.new_page().goto(demonstration.links["Ana"])
    pages = {address: devices[0].new_page() for address in forms}
    for address, (label, text) in forms.items():
        pages[address].goto(address)
        typed(pages[address], text, label)
    devices[0].clear_cookies(name="sessionid")
    for address, (label, text) in forms.items():
        other = devices[1].new_page()
        other.goto(address)
        expect(other.get_by_label(label, exact=True)).to_have_value(text)
        other.get_by_role("button", name="Discard the draft").click()
        expect(other.get_by_label(label, exact=True)).to_have_value("")
    for one in devices:
        one.close()
