"""No violation of axe's rules on any page of the demonstration, in both languages, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Demonstration

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
]
SCREENS = {"phone": (390, 844), "desk": (1280, 900)}


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']} — {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["en", "az"])
@pytest.mark.parametrize("address", PAGES)
def test_no_violation(signed_in: Page, demonstration: Demonstration, address: str, language: str, screen: str) -> None:
    width, height = SCREENS[screen]
    signed_in.set_viewport_size({"width": width, "height": height})
    signed_in.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
    answer = signed_in.goto(address)
    assert answer
    assert answer.status == 200
    assert signed_in.locator("html").get_attribute("lang") == language
    assert violations(signed_in) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_not_wider_than_a_small_phone(signed_in: Page, address: str) -> None:
    signed_in.set_viewport_size({"width": 320, "height": 640})
    signed_in.goto(address)
    assert signed_in.evaluate("document.documentElement.scrollWidth") <= 320


def test_axe_finds_a_violation_where_there_is_one(page: Page) -> None:
    page.set_content("<html><body><img src='a.png'></body></html>")
    page.evaluate("document.images[0].remove(); document.body.append(document.createElement('button'))")
    assert any(found.startswith("button-name") for found in violations(page))
