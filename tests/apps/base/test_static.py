"""What browsers load: other people's files are as vendored, and a first load is light enough for 64 kbit/s."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

import legation.base

STATIC = Path(legation.base.__file__).parent / "static"
VENDOR = STATIC / "vendor"
FIRST_LOAD = 60_000
"""Bytes, compressed, of everything a staff page loads the first time, without fonts."""
FACE = 20_000
SCRIPTS = ("base/js/start.js", "base/js/zones.js", "vendor/govuk/govuk.js")


def digests(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file() and path.name != "vendored.json")
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def sheets_of(page: str) -> set[str]:
    return set(re.findall(r'href="/static/([^"]+\.css)"', page))


def test_vendored_files_are_as_they_were_built() -> None:
    assert digests(VENDOR) == json.loads((VENDOR / "vendored.json").read_text())["files"]


def test_licences_stand_beside_what_they_cover() -> None:
    names = ("govuk/LICENSE.txt", "noto/OFL.txt", "world/LICENSE.txt")
    assert [(VENDOR / name).is_file() for name in names] == [True] * 3


def test_neither_crown_nor_transport_is_vendored() -> None:
    text = "".join(path.read_text() for path in VENDOR.glob("govuk/*.css")).lower()
    assert [word for word in ("crown", "gds transport", "@font-face", "http://", "https://") if word in text] == []


def test_every_face_is_small() -> None:
    assert {path.name for path in VENDOR.glob("noto/*.woff2") if path.stat().st_size > FACE} == set()


def test_faces_that_sheets_name_are_there() -> None:
    named = re.findall(r"url\(\.\./\.\./vendor/noto/([^)]+)\)", (STATIC / "base/css/tokens.css").read_text())
    assert set(named) == {path.name for path in VENDOR.glob("noto/*.woff2")}


@pytest.mark.parametrize("layout", ["work", "public", "print", "wall"])
def test_a_first_load_is_light(layout: str) -> None:
    page = render_to_string(f"layouts/{layout}.html")
    loaded = [(STATIC / path).read_bytes() for path in (*sheets_of(page), *SCRIPTS)]
    assert sum(compressed(content) for content in [page.encode(), *loaded]) < FIRST_LOAD


@pytest.mark.parametrize("layout", ["work", "public", "print", "wall"])
def test_a_layout_has_no_inline_script_or_style(layout: str) -> None:
    page = render_to_string(f"layouts/{layout}.html")
    inline = re.findall(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", page)
    assert inline == []


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "409", "429", "500"])
def test_an_error_page_needs_no_context(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert re.search(r"<h1>[^<]+</h1>", page)
