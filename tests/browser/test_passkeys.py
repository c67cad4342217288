"""Passkeys and hardware keys in Chromium, whose virtual authenticator stands for the device."""

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.conftest import Demonstration


class Letter(NamedTuple):
    """An account that was just made, and the link that opens it once."""

    code: str
    link: str


@pytest.fixture
def device(page: Page) -> Iterator[Callable[..., CDPSession]]:
    """A virtual authenticator at the page's machine: built in with a finger that fits, or a key for the USB port."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")

    def plugged(*, built_in: bool) -> CDPSession:
        options = {
            "protocol": "ctap2",
            "transport": "internal" if built_in else "usb",
            "hasResidentKey": built_in,
            "hasUserVerification": built_in,
            "isUserVerified": built_in,
            "automaticPresenceSimulation": True,
        }
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return session

    yield plugged
    session.detach()


@pytest.fixture
def letter(page: Page, demonstration: Demonstration) -> Letter:
    """The code of a letter that Cora has just printed for a new officer of the mission in Tabriz."""
    page.goto(demonstration.links["Cora"])
    page.goto("/people/invite/")
    code = f"officer-{os.urandom(3).hex()}"
    page.get_by_label("Name", exact=True).fill("A person")
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_label("Role", exact=True).select_option("mission_officer")
    page.get_by_role("button", name="Invite and show the letter").click()
    link = page.locator("code").inner_text()
    page.context.clear_cookies()
    return Letter(code, link)


def test_a_passkey_made_from_a_letter_signs_in(page: Page, letter: Letter, device: Callable[..., CDPSession]) -> None:
    device(built_in=True)
    page.goto(letter.link)
    page.get_by_role("button", name="Open my account").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/az2024/")
    page.context.clear_cookies()
    page.goto("/demonstration/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/az2024/")


def test_a_password_and_a_hardware_key_set_up_an_account(
    page: Page, letter: Letter, device: Callable[..., CDPSession]
) -> None:
    device(built_in=False)
    page.goto(letter.link)
    page.get_by_role("button", name="Open my account").click()
    page.get_by_role("link", name="Choose a password").click()
    page.get_by_label("New password").fill("four words in a row")
    page.get_by_label("The same once more").fill("four words in a row")
    page.get_by_role("button", name="Keep the password").click()
    page.get_by_role("link", name="Add a hardware key").click()
    page.get_by_role("button", name="Connect the key").click()
    page.get_by_role("link", name="Go to my work").click()
    page.wait_for_url("**/az2024/")
    page.context.clear_cookies()
    page.goto("/demonstration/sign-in/")
    page.get_by_label("Your code").fill(letter.code)
    page.get_by_label("Password").fill("four words in a row")
    page.get_by_role("button", name="Go on to the second step").click()
    page.get_by_role("button", name="Use my key or device").click()
    page.wait_for_url("**/az2024/")


def test_without_a_device_the_page_stays(page: Page, device: Callable[..., CDPSession]) -> None:
    device(built_in=True)
    page.goto("/demonstration/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("button", name="Sign in with a passkey").wait_for()
    assert page.url.endswith("/demonstration/sign-in/")
