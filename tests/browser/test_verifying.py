"""The check of a record in the reader's browser: a good copy, and copies that somebody tampered with."""

import html
import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from legation.integrity.checking import WORDS
from tests.contracts.checks.tree import SOURCE
from tests.core.integrity import copies
from tests.core.integrity.copies import KEY
from tests.core.integrity.tampered import OTHER, OTHER_NOTE, TRUE, alter, forged_witness, over
from tests.core.integrity.tampering import (
    Tamper,
    cut,
    flip,
    gone,
    in_bundle,
    moved,
    nothing,
    replaced_by,
    rewritten,
    with_leaf,
    with_note,
    with_receipt,
)

SCRIPT = SOURCE / "legation/integrity/static/integrity/js/verify.js"
PAGE = """<!doctype html><html lang="en"><title>Check</title><script type="module" src="verify.js"></script>
<form data-verify data-log="log/" data-key="{key}" data-words="{words}"><label>Record <input name="record"></label>
<button>Check</button><ol data-steps></ol><p data-verdict role="status"></p></form></html>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the test reads the page."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    copies.publish(tmp_path / "log", TRUE)
    shutil.copy(SCRIPT, tmp_path / "verify.js")
    words = json.dumps({name: str(text) for name, text in WORDS.items()})
    (tmp_path / "index.html").write_text(PAGE.format(key=html.escape(str(KEY)), words=html.escape(words)), "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path / "log", f"http://localhost:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def checked(page: Page, address: str, record: str) -> tuple[str, list[str]]:
    """The verdict, and the steps that were told."""
    page.goto(address)
    page.get_by_label("Record").fill(record)
    page.get_by_role("button", name="Check").press("Enter")
    page.wait_for_selector("form[data-result]:not([data-result=working])")
    steps = page.eval_on_selector_all("[data-step]", "items => items.map(item => item.dataset.step)")
    return str(page.get_attribute("form", "data-result")), steps


@pytest.mark.parametrize(
    ("record", "last"), [("3", "receipt"), ("0", "noReceipt"), ("255", "noReceipt"), ("299", "noReceipt")]
)
def test_a_record_of_a_whole_copy_is_verified(site: tuple[Path, str], opened: Page, record: str, last: str) -> None:
    result = checked(opened, site[1], record)
    assert result == ("verified", ["checkpoint", "signature", "record", "inclusion", last])


@pytest.mark.parametrize("size", [1, 2, 256, 257])
def test_a_log_of_any_size_is_verified(site: tuple[Path, str], opened: Page, size: int) -> None:
    replaced_by(copies.leaves(size))(site[0])
    assert checked(opened, site[1], str(size - 1))[0] == "verified"


def _shorter(note: str) -> str:
    return note.replace("\n300\n", "\n299\n")


TAMPERED: dict[str, tuple[Tamper, str, str]] = {
    "a record altered": (in_bundle(3, alter), "3", "inclusion_bad"),
    "a record taken out": (in_bundle(3, lambda them, at: them.pop(at)), "3", "inclusion_bad"),
    "a tile changed": (flip("tile/0/000"), "3", "inclusion_bad"),
    "an upper tile changed": (flip("tile/1/000.p/1", 20), "299", "inclusion_bad"),
    "a tile too short": (cut("tile/0/001.p/44", 5), "299", "tile"),
    "a tile gone": (gone("tile/0/000"), "3", "missing"),
    "a bundle gone": (gone("tile/entries/000"), "3", "missing"),
    "the checkpoint gone": (gone("checkpoint"), "3", "missing"),
    "another checkpoint": (with_note(OTHER_NOTE), "3", "inclusion_bad"),
    "a stranger's checkpoint": (with_note(copies.note_over(TRUE, seed=copies.STRANGER_SEED)), "3", "signer"),
    "a signature that does not fit": (rewritten("checkpoint", _shorter), "3", "signature_bad"),
    "another whole log": (replaced_by(OTHER, copies.note_over(OTHER, seed=copies.STRANGER_SEED)), "3", "signer"),
    "a receipt renamed": (moved("receipts/3.tlog-proof", "receipts/5.tlog-proof"), "5", "receipt_bad"),
    "a receipt of a fork": (with_receipt(over(OTHER)), "3", "receipt_bad"),
    "no receipt": (with_receipt("index 3\n"), "3", "malformed"),
    "no UTF-8": (with_leaf(3, b'{"\xff"'), "3", "malformed"),
    "a record that is not there": (nothing, "300", "beyond"),
}  # fmt: skip


@pytest.mark.parametrize(("tamper", "record", "why"), TAMPERED.values(), ids=TAMPERED)
def test_a_tampered_copy_is_refused(
    site: tuple[Path, str], opened: Page, tamper: Tamper, record: str, why: str
) -> None:
    tamper(site[0])
    result, steps = checked(opened, site[1], record)
    assert (result, steps[-1]) == ("refused", why)


def test_a_cosignature_that_nobody_asked_for_does_not_matter(site: tuple[Path, str], opened: Page) -> None:
    rewritten("checkpoint", forged_witness)(site[0])
    assert checked(opened, site[1], "3")[0] == "verified"


def test_a_browser_without_these_signatures_says_so(site: tuple[Path, str], opened: Page) -> None:
    opened.add_init_script("crypto.subtle.importKey = () => Promise.reject(new DOMException('x', 'NotSupportedError'))")
    result, steps = checked(opened, site[1], "3")
    assert (result, steps[1]) == ("consistent", "noEd25519")


def test_what_is_no_number_is_asked_for_again(site: tuple[Path, str], opened: Page) -> None:
    assert checked(opened, site[1], "three") == ("unchecked", ["number"])


def test_a_record_is_shown_as_text(site: tuple[Path, str], opened: Page) -> None:
    with_leaf(3, TRUE[3].replace(b"true-3", b"<img src=x>"))(site[0])
    assert checked(opened, site[1], "3")[0] == "verified"
    assert (opened.locator("img").count(), "<img src=x>" in opened.locator("pre").inner_text()) == (0, True)
