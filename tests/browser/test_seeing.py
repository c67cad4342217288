"""Staff pages as people see them who zoom to 200 %, work in the dark, or let the system choose every colour."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import Demonstration

PAGES = [
    "/az2024/",
    "/az2024/stations/tabriz/",
    "/az2024/calendar/",
    "/az2024/missions/",
    "/az2024/papers/new/",
    "/enrol/password/",
    "/people/invite/",
    "/handbook/",
]
"""One page of each make: desk, record, lists, tables, forms, texts."""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]}
"""What else axe looks at is the same in every colour, and test_accessibility holds it."""
HALVED = ViewportSize(width=640, height=450)
"""What is left of a window of 1280 by 900 pixels at 200 %."""
SIGHTS: dict[str, dict[str, Any]] = {
    "zoomed": {"viewport": HALVED, "device_scale_factor": 2},
    "dark": {"color_scheme": "dark"},
    "more contrast": {"contrast": "more"},
    "forced colours": {"forced_colors": "active"},
}


@pytest.fixture(scope="module", params=SIGHTS)
def sight(browser: Browser, demonstration: Demonstration, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Ana's window, seen so; one for all pages."""
    page = browser.new_context(base_url=demonstration.address, locale="en-GB", **SIGHTS[request.param]).new_page()
    page.goto(demonstration.links["Ana"])
    yield page
    page.context.close()


def problems(page: Page, address: str) -> list[str]:
    """Wider than the window, or too faint for axe."""
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    faint = Axe().run(page, options=COLOURS).response["violations"]
    found = [f"{one['id']}: {node['html'][:120]}" for one in faint for node in one["nodes"]]
    return [*found, f"wider by {wide}"] if wide > 0 else found


@pytest.mark.parametrize("language", ["en", "az"])
def test_every_make_of_page_can_be_read(sight: Page, demonstration: Demonstration, language: str) -> None:
    sight.context.add_cookies([{"name": "django_language", "value": language, "url": demonstration.address}])
    found = {address: problems(sight, address) for address in PAGES}
    assert {address: told for address, told in found.items() if told} == {}
