"""Axe in a page: brought into each document once, and only what it finds wrong comes back."""

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCRIPT = Axe().axe_script
ASK = "options => axe.run(document, options).then(found => found.violations)"
USUAL: Mapping[str, Any] = {"resultTypes": ["violations"], "preload": False, "selectors": False}
"""What else axe gathers is not read: passed nodes, their selectors, style sheets of other origins (there are none)."""


def broken(page: Page, **options: Any) -> list[dict[str, Any]]:
    """The rules that the page breaks, as axe tells them. It is half a megabyte: brought once, however often asked."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(ASK, {**USUAL, **options})
    return found
