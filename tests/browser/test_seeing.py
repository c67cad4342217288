"""Staff pages as people see them who zoom to 200 %, work in the dark, or let the system choose every colour."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.axe import broken
from tests.browser.conftest import Demonstration
from tests.browser.test_accessibility import PAGES as STAFF

OF_OTHERS: dict[str, tuple[str, ...]] = {
    "Cora": (
        "/az2024/",
        "/az2024/missions/tabriz/change/",
        "/az2024/missions/tabriz/representative/",
        "/az2024/missions/tabriz/deputies/",
        "/az2024/missions/tabriz/voters/",
        "/az2024/missions/tabriz/file/",
        "/az2024/stations/create/",
        "/az2024/stations/tabriz/change/hours/",
        "/az2024/stations/tabriz/close/",
        "/az2024/consent/IR/step/grant/",
    ),
    "Fara": ("/az2024/", "/az2024/stations/tabriz/number/"),
    "Hal": ("/",),
    "Ben": (
        "/az2024/countries/IR/",
        "/az2024/consent/rules/enter/",
        "/az2024/stations/submit/",
        "/people/cora/",
    ),
}
"""What Ana does not see: the forms of missions, districts and the ministry, and the operator's page."""
WHO_SEES = [*(("Ana", one) for one in STAFF), *((name, one) for name, own in OF_OTHERS.items() for one in own)]
COLOURS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]
"""What else axe looks at is the same in every colour, and test_accessibility holds it."""
HALVED = ViewportSize(width=640, height=450)
"""What is left of a window of 1280 by 900 pixels at 200 %."""
WHOLE = ViewportSize(width=1280, height=900)
PLAIN: dict[str, Any] = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
SIGHTS: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark"},
    "more contrast": {"contrast": "more"},
    "forced colours": {"forced_colors": "active"},
    "dark with more contrast": {"color_scheme": "dark", "contrast": "more"},
}


@pytest.fixture(scope="module")
def windows(browser: Browser, demonstration: Demonstration) -> Iterator[dict[str, Page]]:
    """The window of each of them, signed in once: what is looked at here alters nothing."""
    opened = {}
    for name in ("Ana", *OF_OTHERS):
        opened[name] = browser.new_context(base_url=demonstration.address, locale="en-GB").new_page()
        opened[name].goto(demonstration.links[name])
    yield opened
    for page in opened.values():
        page.context.close()


def seen(page: Page, sight: str) -> list[str]:
    """Wider than the window, or too faint for axe."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    faint = broken(page, runOnly=COLOURS)
    found = [f"{sight}: {one['id']}: {node['html'][:120]}" for one in faint for node in one["nodes"]]
    return [*found, f"{sight}: wider by {wide}"] if wide > 0 else found


@pytest.mark.parametrize(("who", "address"), WHO_SEES)
def test_every_page_can_be_read_in_every_sight(
    windows: dict[str, Page], demonstration: Demonstration, who: str, address: str
) -> None:
    """One load a page: zoomed first, then every scheme in turn. English and Azerbaijani take turns by page."""
    page, language = windows[who], ("en", "az")[WHO_SEES.index((who, address)) % 2]
    page.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
    page.emulate_media(**PLAIN)
    page.set_viewport_size(HALVED)
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200
    found = seen(page, "zoomed")
    page.set_viewport_size(WHOLE)
    for name, sight in SIGHTS.items():
        page.emulate_media(**PLAIN | sight)
        found += seen(page, name)
    assert found == []
