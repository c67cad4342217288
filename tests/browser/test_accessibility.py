"""No violation of axe's rules on any page of the demonstration, in both languages, on a phone and on a desk."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import broken
from tests.browser.conftest import Demonstration, console_errors

PAGES = [
    "/sign-in/",
    "/demonstration/move/",
    "/demonstration/move/back/?to=2023-12-08T05:00:00Z",
    "/demonstration/script/",
    "/az2024/",
    "/az2024/stations/",
    "/az2024/stations/tabriz/",
    "/az2024/calendar/",
    "/az2024/calendar/move/?to=2024-02-14",
    "/az2024/calendar/print/?mission=tabriz",
    "/az2024/day/",
    "/az2024/countries/",
    "/az2024/missions/",
    "/az2024/missions/?state=met&region=145",
    "/az2024/consent/",
    "/az2024/consent/IR/",
    "/az2024/consent/rules/",
    "/az2024/matters/",
    "/az2024/matters/new/",
    "/az2024/matters/meeting/",
    "/az2024/complaints/",
    "/az2024/complaints/new/",
    "/az2024/broadcasts/",
    "/az2024/broadcasts/new/",
    "/az2024/inbox/",
    "/az2024/inbox/mail/",
    "/az2024/papers/",
    "/az2024/papers/new/",
    "/az2024/papers/draw/submission_voters_abroad/",
    "/az2024/missions/tabriz/",
    "/az2024/missions/import/voters/",
    "/az2024/stations/create/",
    "/az2024/stations/attach/",
    "/lawbooks/",
    "/lawbooks/propose/",
    "/elections/open/",
    "/log/",
    "/log/2700/",
    "/log/verify/",
    "/roles/",
    "/handbook/",
    "/demonstration/sign-in/",
    "/enrol/",
    "/enrol/passkey/",
    "/enrol/password/",
    "/enrol/authenticator/",
    "/enrol/codes/",
    "/account/",
    "/people/",
    "/people/fara/",
    "/people/give/",
    "/people/invite/",
    "/two-persons/",
    "/az2024/stations/overrule/",
    "/roles/all/",
    "/roles/commission_chair/sheet/",
    "/az2024/plan/",
    "/az2024/plan/list/?standing=late",
    "/az2024/plan/matrix/?q=tabriz",
    "/az2024/plan/task/host_answered-tabriz/",
    "/az2024/inquiries/",
]
SMALL_PHONE = 320
"""Pixels, width of the narrowest telephone in use."""
SCREENS = ((1280, 900), (SMALL_PHONE, 640))


def violations(page: Page) -> list[str]:
    found = broken(page)
    return [f"{one['id']}: {one['help']} — {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="module")
def tab(browser: Browser, demonstration: Demonstration) -> Iterator[Page]:
    """One tab in which Ana is signed in once: what is looked at here alters nothing."""
    context = browser.new_context(base_url=demonstration.address, locale="en-GB", timezone_id="Asia/Baku")
    opened = context.new_page()
    opened.goto(demonstration.links["Ana"])
    yield opened
    context.close()


@pytest.mark.parametrize("language", ["en", "az"])
@pytest.mark.parametrize("address", PAGES)
def test_no_violation_and_no_wider_than_a_small_phone(
    tab: Page, demonstration: Demonstration, address: str, language: str
) -> None:
    with console_errors(tab) as errors:
        tab.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
        answer = tab.goto(address)
        assert answer
        assert answer.status == 200
        assert tab.locator("html").get_attribute("lang") == language
        for width, height in SCREENS:
            tab.set_viewport_size({"width": width, "height": height})
            assert (width, violations(tab)) == (width, [])
        assert tab.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE
    assert errors == []


def test_axe_finds_a_violation_where_there_is_one(page: Page) -> None:
    page.set_content("<html><body><img src='a.png'></body></html>")
    page.evaluate("document.images[0].remove(); document.body.append(document.createElement('button'))")
    assert any(found.startswith("button-name") for found in violations(page))
