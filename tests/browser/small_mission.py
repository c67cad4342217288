"""What a small mission must see and type, from its letter to its established station, in the country of the guide.

`python -m tests.browser.small_mission` follows the guide in a temporary folder and prints docs/small-mission.md.
"""

import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright

from legation.project.ports import free_port
from tests.browser import keys
from tests.flows import guide

PASSWORD = "several words in a row"
GOAL_PAGES, GOAL_FIELDS = 15, 40
VOTERS = "300"
PAST = "2026-01-14"
"""A paper is dated before the act that enters it, by the clock of the machine."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The installation that the guide made, served: its folder and address."""

    folder: Path
    address: str

    def settings(self) -> dict[str, str]:
        """The environment in which the guide prepared it."""
        chosen = {"LEGATION_MODE": "production", "LEGATION_DATA_DIR": str(self.folder / "data")}
        chosen |= {"LEGATION_SECRET_KEY_FILE": str(self.folder / "secret"), "LEGATION_HOSTS": "localhost"}
        chosen |= {"LEGATION_PROXIES": "0", "LEGATION_LOG_ORIGIN": "elections.example/log"}
        return guide.surroundings(self.folder) | chosen

    def legation(self, *words: str) -> str:
        """Speak a verb at its terminal."""
        given = self.settings()
        program = [self.folder / "bin/legation", *words]
        return subprocess.run(program, env=given, capture_output=True, text=True, check=True).stdout

    def link_of(self, letter: str) -> str:
        """The path of a letter's link."""
        return re.sub(r"^https?://[^/]+", "", (self.folder / letter).read_text().strip())


@contextmanager
def served(folder: Path) -> Iterator[Installation]:
    """Follow the guide to its end, and serve what it made."""
    guide.follow(folder)
    port = free_port()
    installation = Installation(folder, f"http://localhost:{port}")
    command = [folder / "bin/legation", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=installation.settings(), stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"{installation.address}/sign-in/")
        yield installation
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str) -> None:
    until = time.monotonic() + 60
    while not _answers(address):
        assert time.monotonic() < until, f"{address} does not answer"
        time.sleep(0.2)


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=20).close()  # noqa: S310
    except OSError:
        return False
    return True


@dataclass
class Walk:
    """A person at a page: what was shown to them, and what they typed."""

    page: Page
    pages: list[str] = field(default_factory=list)
    typed: list[tuple[int, str]] = field(default_factory=list)
    """Which page, counted from 1, and the label of the field."""

    def __post_init__(self) -> None:
        self.page.on("response", self._shown)

    def _shown(self, answer: Response) -> None:
        html = answer.headers.get("content-type", "").startswith("text/html")
        if answer.request.is_navigation_request() and html and answer.status < 300:
            self.pages.append(re.sub(r"^https?://[^/]+|\?.*$", "", answer.url))

    def press(self, role: str, name: str | re.Pattern[str]) -> None:
        keys.press(self.page, role, name)

    def write(self, label: str, text: str) -> None:
        self.typed.append((len(self.pages), label))
        keys.write(self.page, label, text)

    def tick(self, label: str) -> None:
        self.typed.append((len(self.pages), label))
        keys.tick(self.page, label)


def person(browser: Browser, address: str, width: int) -> BrowserContext:
    return browser.new_context(base_url=address, viewport={"width": width, "height": 800}, locale="en-GB")


def plug_in(page: Page) -> None:
    """A telephone with a finger that fits, for passkeys."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    options |= {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def set_up_with_passkey(walk: Walk, link: str) -> None:
    walk.page.goto(link)
    walk.press("button", "Open my account")
    walk.press("link", "Add a passkey")
    walk.press("button", "Make the passkey")


def set_up_with_codes(walk: Walk, link: str) -> None:
    """A password and printed codes: for whoever has no device of their own."""
    walk.page.goto(link)
    walk.press("button", "Open my account")
    walk.press("link", "Choose a password")
    walk.write("New password", PASSWORD)
    walk.write("The same once more", PASSWORD)
    walk.press("button", "Keep the password")
    walk.press("link", "Print one-time codes")
    walk.press("button", "Make ten codes")
    walk.press("link", "I have them on paper")
    walk.press("link", "Go to my work")


def letter_for_vera(browser: Browser, installation: Installation) -> str:
    """Flora of the ministry sets up her own ways in, and writes the letter. The path of its link."""
    walk = Walk(person(browser, installation.address, 1280).new_page())
    set_up_with_codes(walk, installation.link_of("flora.txt"))
    walk.press("link", "People")
    walk.press("link", "vera")
    walk.press("button", "Write a new letter")
    link = walk.page.locator("code").inner_text()
    walk.page.context.close()
    return re.sub(r"^https?://[^/]+", "", link)


def established(browser: Browser, installation: Installation, width: int) -> Walk:
    """Vera's way from her letter to her station, every page and field of it counted; others act in between."""
    walk = Walk(person(browser, installation.address, width).new_page())
    plug_in(walk.page)
    set_up_with_passkey(walk, letter_for_vera(browser, installation))
    walk.press("link", re.compile("^Report the voters"))
    walk.write("Registered voters", VOTERS)
    walk.write("As of", "2031-02-12")
    walk.write("Source", "Register of the legation")
    walk.press("button", "Report the number")
    walk.press("link", "Create a station")
    walk.write("Address", "Strohgasse 4")
    walk.press("button", "Create the station")
    _others_act(installation)
    walk.press("link", "Legation")
    walk.press("link", re.compile("^Name a person"))
    walk.write("Code of the person", "vera")
    walk.write("Number of the letter", "12/31")
    walk.write("Date of the letter", "2031-02-13")
    walk.press("button", "Designate")
    walk.press("link", "Open the country")
    walk.press("link", "Settle what the host asks")
    walk.tick("nothing")
    walk.write("Date on the paper", PAST)
    walk.write("Who said so", "Protocol of the ministry, by telephone")
    walk.press("button", "Keep it")
    walk.press("link", re.compile("^Station vienna"))
    return walk


def _others_act(installation: Installation) -> None:
    """The office attaches the station, the county numbers it: from the terminal, as in the guide."""
    table = installation.folder / "vienna.csv"
    for row, who in (("1,", "rosa"), ("1,2", "dora")):
        table.write_text(f"mission,code,address,district,number\nvienna,vienna,Strohgasse 4,{row}\n")
        installation.legation("import", "stations", str(table), "--election", "estates2031", "--by", who)


HEAD = """# A small mission, counted

What the head of a mission with {voters} registered voters sees and types, from the letter with which they sign in for
the first time to their established station, numbered by the county: in the invented country of the
[guide](guides/bring-your-country.md), with keys alone, on a telephone 360 pixels wide. `make small-mission` writes this
page anew; a test holds it to what happens.

**{pages} pages, {fields} fields.** The goal: at most {most_pages} pages, at most {most_fields} fields, nothing asked
twice. Signing in takes no field: it is a passkey. Whoever uses a password types it twice and sees four pages more.

| | page | typed or chosen there |
|---|---|---|
"""


def report(walk: Walk) -> str:
    """The walk as docs/small-mission.md."""
    rows = [
        f"| {number} | `{path}` | {', '.join(label for page, label in walk.typed if page == number)} |"
        for number, path in enumerate(walk.pages, start=1)
    ]
    figures = {"pages": len(walk.pages), "fields": len(walk.typed), "voters": VOTERS}
    goals = {"most_pages": GOAL_PAGES, "most_fields": GOAL_FIELDS}
    return HEAD.format(**figures, **goals) + "\n".join(rows) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as installation, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(report(established(browser, installation, 360)), end="")
        browser.close()


if __name__ == "__main__":
    main()
