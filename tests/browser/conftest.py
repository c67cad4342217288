"""The demonstration as people meet it: served by the `legation` command in a folder of its own, seen in Chromium."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
LINK = re.compile(r"^\s+(\w+)\s+(http://localhost:\d+)(/demonstration/enter/\w+/)", re.MULTILINE)
STARTS_WITHIN = 400.0
"""Seconds in which the demonstration is loaded and served on a slow machine."""


class Demonstration:
    """A running demonstration: its address, and the path of each member's sign-in link by name."""

    def __init__(self, address: str, links: Mapping[str, str]) -> None:
        self.address = address
        self.links = links


FIRST = "test_stories_country.py"
"""A file that needs no loaded demonstration: one process begins with it while another loads."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Bring the file that needs no demonstration to the front, then the longest files."""
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path.name != FIRST, -tests[item.path], item.path))


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of a demonstration that was just played and that nobody has met: to be copied, not served.

    Played once, however many processes test.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, done = shared / "loaded", shared / "loaded.done"
    with (shared / "loaded.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            subprocess.run(
                _spoken("demo", "--no-serve"), env=surroundings(folder), stdout=subprocess.DEVNULL, check=True
            )
            done.touch()
    return folder


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory, loaded: Path) -> Iterator[Demonstration]:
    with served_copy(loaded, tmp_path_factory.mktemp("demonstration")) as shown:
        yield shown


@contextmanager
def served_copy(loaded: Path, folder: Path, arrange: str = "") -> Iterator[Demonstration]:
    """A demonstration of its own: a copy of the loaded one, served. `arrange` is Python that is run on it before."""
    said, settings = folder / "said", surroundings(folder / "data")
    shutil.copytree(loaded, folder / "data")
    if arrange:
        subprocess.run([sys.executable, "-c", arrange], env=settings, cwd=folder, check=True)
    with said.open("w") as output:
        command = _spoken("demo", "--port", str(_free_port()))
        server = subprocess.Popen(command, env=settings, stdout=output, stderr=subprocess.STDOUT, cwd=folder)
    try:
        yield _when_served(server, said)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _spoken(*words: str) -> list[str]:
    return [sys.executable, "-m", "legation.project.cli", *words]


def surroundings(data: Path) -> dict[str, str]:
    """The environment of a demonstration in the folder `data`."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LEGATION_", "DJANGO_"))}
    return inherited | {"LEGATION_MODE": "demo", "LEGATION_DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"}


def _free_port() -> int:
    """A port of its own: two test runs beside each other must not meet each other's server."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _when_served(server: subprocess.Popen[bytes], said: Path) -> Demonstration:
    import urllib.error
    import urllib.request

    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and server.poll() is None:
        found = LINK.findall(said.read_text())
        if found:
            address = found[0][1]
            try:
                urllib.request.urlopen(f"{address}/sign-in/", timeout=30).close()  # noqa: S310
            except urllib.error.HTTPError as error:
                raise AssertionError(f"/sign-in/ answers {error.code}:\n{said.read_text()}") from error
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
                continue
            return Demonstration(address, {name: path for name, _, path in found})
        time.sleep(0.1)
    raise AssertionError(f"the demonstration did not start; it said:\n{said.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    assert program, "no Chromium was found; type: tools/provision"
    options = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=options)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, demonstration: Demonstration) -> Iterator[Page]:
    """An empty page that knows the address, and fails the test for every error in its console."""
    context = browser.new_context(base_url=demonstration.address, locale="en-GB", timezone_id="Asia/Baku")
    opened = context.new_page()
    with console_errors(opened) as errors:
        yield opened
        context.close()
    assert errors == []


@contextmanager
def console_errors(opened: Page) -> Iterator[list[str]]:
    """What the page's console calls an error, and every exception of its scripts, while the block runs."""
    errors: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def thrown(error: Error) -> None:
        errors.append(str(error))

    opened.on("console", said)
    opened.on("pageerror", thrown)
    yield errors
    opened.remove_listener("console", said)
    opened.remove_listener("pageerror", thrown)


@pytest.fixture
def signed_in(page: Page, demonstration: Demonstration, request: pytest.FixtureRequest) -> Page:
    """A page on which Ana, or whom the test's `person` parameter names, is signed in."""
    person = getattr(request, "param", "Ana")
    page.goto(demonstration.links[person])
    return page
