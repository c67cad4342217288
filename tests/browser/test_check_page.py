"""A reader checks in the browser the record of a page, keeps the receipt, and sees where something is wrong."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.test_accessibility import violations

SITE = "/az2024/public"
PATIENCE = 60
"""Seconds within which the worker of a busy machine signs what is new."""
LOG_STEPS = ["checkpoint", "signature", "record", "inclusion"]


def result(page: Page) -> tuple[str | None, list[str]]:
    page.wait_for_selector("form[data-result]:not([data-result=working])")
    steps: list[str] = page.eval_on_selector_all("[data-step]", "items => items.map(item => item.dataset.step)")
    return page.get_attribute("form[data-verify]", "data-result"), steps


def settled(page: Page) -> tuple[str | None, list[str]]:
    """The result once what was published last is signed: that takes some seconds after a change."""
    until = time.monotonic() + PATIENCE
    found = result(page)
    while found[0] == "unsettled" and time.monotonic() < until:
        time.sleep(1)
        page.reload()
        found = result(page)
    return found


@pytest.mark.parametrize("address", ["", "stations/tabriz/", "countries/MT/", "calendar/", "day/"])
def test_a_page_leads_to_the_check_of_its_record_and_document(page: Page, address: str) -> None:
    hosts: set[str] = set()
    page.on("request", lambda asked: hosts.add(asked.url.split("/")[2].partition(":")[0]))
    page.goto(f"{SITE}/en/{address}")
    page.locator("[data-rest]").click()
    assert settled(page) == ("verified", [*LOG_STEPS, "manifest", "document"])
    assert page.locator("[data-verdict]").inner_text().startswith("Verified.")
    assert {host for host in hosts if host} == {"localhost"}


@pytest.mark.parametrize("language", ["en", "az"])
def test_by_keyboard_on_a_small_phone(page: Page, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{SITE}/{language}/check/")
    page.locator("#check-record").fill("2700")
    page.keyboard.press("Enter")
    assert settled(page) == ("verified", [*LOG_STEPS, "manifest"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_receipt_and_record_are_files_that_the_other_verifier_accepts(page: Page, tmp_path: Path) -> None:
    page.goto(f"{SITE}/en/check/?record=2700")
    assert settled(page)[0] == "verified"
    for name in ("Download the receipt", "Download the record"):
        with page.expect_download() as kept:
            page.get_by_role("link", name=name).click()
        kept.value.save_as(tmp_path / kept.value.suggested_filename)
    command = [sys.executable, "-m", "legation_core", "receipt", "record-2700.tlog-proof", "record-2700.json", "--key"]
    key = str(page.get_attribute("form[data-verify]", "data-key"))
    assert subprocess.run([*command, key], cwd=tmp_path, check=False).returncode == 0


TAMPERED = {
    "the manifest": ("**/manifest.json", r"^\{", "{ ", ("unsettled", "unsigned")),
    "the document": ("**/data/stations/tabriz.json", "tabriz", "tabrix", ("refused", "documentOther")),
    "the checkpoint": ("**/log/checkpoint", r"^(.+)\n([0-9]+)\n", r"\1\n1\2\n", ("refused", "signature_bad")),
}


@pytest.mark.parametrize(("files", "before", "after", "said"), TAMPERED.values(), ids=TAMPERED)
def test_what_somebody_changed_on_the_way_is_seen(
    page: Page, files: str, before: str, after: str, said: tuple[str, str]
) -> None:
    altered = []

    def alter(route: Route) -> None:
        answer = route.fetch()
        text, times = re.subn(before, after, answer.text())
        altered.append(times)
        route.fulfill(response=answer, body=text)

    page.goto(f"{SITE}/en/check/?record=2700&document=stations/tabriz.json")
    assert settled(page)[0] == "verified"
    page.route(files, alter)
    page.reload()
    found, steps = result(page)
    assert (found, steps[-1]) == said
    assert all(altered)


def test_without_script_the_page_names_the_program(page: Page) -> None:
    page.goto(f"{SITE}/en/check/")
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(page.url)
    assert plain.get_by_text("This check needs script.").is_visible()
    assert not plain.locator("form[data-verify]").is_visible()
    context.close()
