"""A page worked with keys alone: the Tab key reaches a control, keys fill it, Enter presses it."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page

MOST = 240
"""Presses of the Tab key after which a control counts as out of reach."""
REACHED = "(one) => one === document.activeElement"


def go_to(page: Page, wanted: Locator) -> None:
    """Bring the focus to a control with the Tab key. From a group of choices, to any of them."""
    wanted = wanted.first
    wanted.wait_for()
    for _ in range(MOST):
        if wanted.evaluate(REACHED):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {wanted}")


def press(page: Page, role: str, name: str | re.Pattern[str], *, stays: bool = False) -> None:
    """Press a link or button with Enter. `stays`: no new page is expected."""
    go_to(page, page.get_by_role(role, name=name, exact=True))  # type: ignore[arg-type]
    _entered(page, lambda: page.keyboard.press("Enter"), stays=stays)


def write(page: Page, label: str, text: str) -> None:
    """Type into the field with this label, in place of what stands there."""
    go_to(page, page.get_by_label(label, exact=True))
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def choose(page: Page, label: str, option: str) -> None:
    """Choose in a list by its first letters, as people do."""
    field = page.get_by_label(label, exact=True)
    go_to(page, field)
    page.keyboard.type(option)
    assert field.evaluate("(one) => one.selectedOptions[0].text.trim()").startswith(option)


def tick(page: Page, label: str | re.Pattern[str]) -> None:
    """Take one of a group of choices with arrows and the space bar."""
    wanted = page.get_by_label(label)
    group = wanted.first.get_attribute("name")
    go_to(page, page.locator(f"input[name={group}]:checked, input[name={group}]"))
    page.keyboard.press("Space")
    for _ in range(12):
        if wanted.first.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no key takes {label!r}")


def _entered(page: Page, enter: Callable[[], None], *, stays: bool) -> None:
    if stays:
        enter()
        return
    with page.expect_navigation():
        enter()
