"""What pages of signed-in people weigh on the line: a first load of 60 kB at most, an act of 10 kB, fonts apart."""

import gzip
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client

from legation.accounts import queries
from tests.contracts.test_addresses import SYSTEM, Address

FIRST, ACT = 60_000, 10_000
"""Octets, compressed: a page with everything that it loads, and what an act brings once these are there."""
READERS = ("ana", "ben", "cora", "fara", "dan")
TO_READ = ("handbook/", "<slug:election>/plan/list/print/")
"""Pages that are read at leisure: they may be longer than an act."""
LOADED = (
    re.compile(r'<link rel="(?:stylesheet|icon)" href="/static/([^"#]+)'),
    re.compile(r'<script[^>]* src="/static/([^"]+)"'),
    re.compile(r'<use[^>]* href="/static/([^"#]+)#'),
    re.compile(r'<img src="/static/([^"]+)" (?![^>]*loading="lazy")'),
)
IMPORTED = re.compile(r'(?:from|import) "(\.[^"]+)"')
PAGES = [one for one in SYSTEM if one.permission is not None]


@pytest.fixture(scope="module")
def clients(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> dict[str, Client]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        found = {code: Client() for code in READERS}
        for code, client in found.items():
            client.force_login(queries.user(code))
        return found


@pytest.fixture
def opened(db: None, clients: dict[str, Client]) -> Callable[[str, str], HttpResponse | None]:
    """The page at an address in a language, as the first of the cast sees it who may open it."""

    def get(path: str, language: str) -> HttpResponse | None:
        answers = (client.get(path, HTTP_ACCEPT_LANGUAGE=language) for client in clients.values())
        whole = (one for one in answers if one.status_code == 200 and "text/html" in one["Content-Type"])
        return next(whole, None)

    return get


@cache
def weight(name: str) -> int:
    """The compressed octets of a static file and of every file that it imports."""
    content = Path(str(finders.find(name))).read_bytes()
    return len(content) if name.endswith((".png", ".woff2")) else len(gzip.compress(content))


@cache
def with_imports(name: str) -> frozenset[str]:
    """A static file and those that it imports."""
    if not name.endswith(".js"):
        return frozenset({name})
    imported = IMPORTED.findall(Path(str(finders.find(name))).read_text(encoding="utf-8"))
    return frozenset({name}).union(*(with_imports(_beside(name, one)) for one in imported))


def _beside(name: str, imported: str) -> str:
    parts: list[str] = []
    for part in (*PurePosixPath(name).parent.parts, *PurePosixPath(imported).parts):
        parts = parts[:-1] if part == ".." else parts if part == "." else [*parts, part]
    return "/".join(parts)


def loaded(html: str) -> frozenset[str]:
    """Every file that the page loads, fonts apart."""
    names = (name for pattern in LOADED for name in pattern.findall(html))
    return frozenset().union(*(with_imports(name) for name in names))


@pytest.mark.parametrize("language", ["en", "az"])
@pytest.mark.parametrize("address", PAGES, ids=lambda one: one.route or "(home)")
def test_a_page_is_light_enough_for_a_slow_line(opened, address: Address, language: str) -> None:
    answer = opened(address.path, language)
    if answer is None:
        return  # a file, a form that is only sent, or nothing that the demonstration has
    html = gzip.compress(answer.content)
    whole = len(html) + sum(weight(name) for name in loaded(answer.content.decode()))
    assert (whole <= FIRST, len(html) <= ACT or address.route.startswith(TO_READ)) == (True, True), (whole, len(html))


def test_most_pages_are_weighed(opened) -> None:
    weighed = [one.route for one in PAGES if opened(one.path, "en") is not None]
    assert len(weighed) >= 50


def test_answers_are_compressed_for_whoever_can_read_them(clients, db: None) -> None:
    answers = [clients["ana"].get("/az2024/", HTTP_ACCEPT_ENCODING=one) for one in ("gzip", "identity")]
    assert [one.headers.get("Content-Encoding") for one in answers] == ["gzip", None]


def test_imports_are_found_from_where_they_stand() -> None:
    assert _beside("base/js/start.js", "../../vendor/govuk/govuk.js") == "vendor/govuk/govuk.js"
    assert with_imports("base/js/start.js") >= {"base/js/live.js", "base/js/zones.js", "vendor/govuk/govuk.js"}
