"""The driver of the stories: each person at a window of their own, with keys alone, in one language at one width."""

import os
import re
from dataclasses import dataclass, field

from django.utils import translation
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import keys
from tests.browser.conftest import Demonstration, console_errors

SEEN_IN = os.environ.get("LEGATION_PICTURES", "")
"""A folder that takes a picture of the end of every story, for who wants to look at them."""


@dataclass
class Told:
    """A demonstration of its own, and how it is looked at."""

    browser: Browser
    demonstration: Demonstration
    language: str
    width: int
    windows: dict[str, "Window"] = field(default_factory=dict)

    def at(self, person: str, link: str = "") -> "Window":
        """The window of a person of the cast, who signs in once, by `link` or the link of the cast."""
        if person not in self.windows:
            size = {"width": self.width, "height": 900}
            context = self.browser.new_context(
                base_url=self.demonstration.address, viewport=size, locale="en-GB", timezone_id="Asia/Baku"
            )
            cookie = {"name": "django_language", "value": self.language, "url": self.demonstration.address}
            context.add_cookies([cookie])  # type: ignore[list-item]
            opened = Window(context.new_page(), self.language)
            opened.page.goto(link or self.demonstration.links[person])
            self.windows[person] = opened
        return self.windows[person]

    def picture(self, person: str, name: str) -> None:
        if SEEN_IN:
            path = f"{SEEN_IN}/{name}-{self.language}-{self.width}.png"
            self.windows[person].page.screenshot(path=path, full_page=True)

    def close(self) -> None:
        for window in self.windows.values():
            window.page.context.close()


@dataclass
class Window:
    """What one person sees. Words are given in English and sought as the reader's language has them."""

    page: Page
    language: str

    def said(self, text: str, **facts: object) -> str:
        """`text` as the catalogue of the reader's language has it, filled with `facts`."""
        with translation.override(self.language):
            return translation.gettext(text) % facts if facts else translation.gettext(text)

    def open(self, address: str) -> None:
        with console_errors(self.page) as errors:
            self.page.goto(address)
        assert errors == []

    def link(self, text: str, **facts: object) -> None:
        keys.press(self.page, "link", self.said(text, **facts))

    def button(self, text: str, **facts: object) -> None:
        keys.press(self.page, "button", self.said(text, **facts))

    def like(self, text: str) -> None:
        """Press the button whose words are these with something between or behind them."""
        parts = (re.escape(part) for part in re.split(r"%\(\w+\)s", self.said(text)))
        keys.press(self.page, "button", re.compile("^" + ".*".join(parts)))

    def write(self, label: str, text: str) -> None:
        keys.write(self.page, self.said(label), text)

    def choose(self, label: str, option: str) -> None:
        keys.choose(self.page, self.said(label), option)

    def fact(self, name: str) -> Locator:
        """What stands beside the name of a fact."""
        named = self.page.locator("dl.facts div").filter(has=self.page.get_by_text(self.said(name), exact=True))
        return named.locator("dd").first

    def reads(self, text: str, **facts: object) -> None:
        """The sentence stands on the page."""
        expect(self.page.get_by_text(self.said(text, **facts)).first).to_be_visible()

    def wider(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
