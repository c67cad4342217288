"""The stories of tests/flows/test_stories.py and test_coming_back.py in a browser: with keys alone, on a desk and on a
telephone, in both languages, each time on a demonstration that nobody has met.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import served_copy
from tests.browser.story import Told

ARRANGED = """
import django
from datetime import UTC, datetime
from legation.project.cli import choose_settings
choose_settings()
django.setup()
from legation.accounts import actions
from legation.accounts.models import User
from legation.accounts.queries import actor_by_code
from legation.base.actors import Grant, ScopeRef
from legation.rehearsal.models import CastMember

at = datetime(2024, 1, 20, tzinfo=UTC)
grant = Grant("ministry_consular", "AZ", "", ScopeRef("jurisdiction", "AZ"), at)
actions.create_account(code="hana", name="Hana", grants=(grant,), by=actor_by_code("ben", at), at=at)
CastMember.objects.create(person="hana", token="hanaofheadquarters", order=99, does="Confirms re-enrolments.")
User.objects.filter(code="head-seoul").update(telephone="+82212345678", telephone_at=at)
"""
"""Before the story of Seoul: a second person of headquarters, and the chair's number on record for days."""
SIGHTS = [("en", 1280), ("en", 360), ("az", 1280), ("az", 360)]


@pytest.fixture(scope="module", params=SIGHTS, ids=lambda one: f"{one[0]}-{one[1]}")
def told(
    browser: Browser, loaded: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Told]:
    with served_copy(loaded, tmp_path_factory.mktemp("stories"), ARRANGED) as demonstration:
        made = Told(browser, demonstration, *request.param)
        yield made
        made.close()


def test_tabriz_creates_a_station_and_baku_attaches_and_numbers_it(told: Told) -> None:
    cora = told.at("Cora")
    cora.open("/az2024/missions/tabriz/")
    cora.link("Report a number")
    cora.write("Registered voters", "1600")
    cora.write("As of", "2024-01-22")
    cora.write("Source", "consular register")
    cora.button("Report the number")
    cora.link("Create a station")
    cora.write("Address", "Valiasr 7")
    cora.button("Create the station")
    station = cora.page.url
    assert station.endswith("/az2024/stations/tabriz-2/")
    ben, ana, fara = told.at("Ben"), told.at("Ana"), told.at("Fara")
    ben.open(f"{station}submit/")
    ben.choose("District", "17")
    ben.button("Submit to the commission")
    ana.open(f"{station}attach/")
    ana.button("Attach the station")
    fara.open(f"{station}number/")
    fara.write("Number", "56")
    fara.button("Give the number")
    fara.reads(
        "The station will be number %(number)d of district %(district)s. A number is not taken back.",
        number=56, district="17",
    )  # fmt: skip
    fara.button("Give the number")
    fara.reads("The number is given.")
    cora.open(station)
    expect(cora.fact("Number")).to_contain_text("56")
    expect(cora.fact("District")).to_contain_text("17")
    told.picture("Cora", "created")


def test_a_note_verbale_is_answered_with_a_condition(told: Told) -> None:
    cora, ben = told.at("Cora"), told.at("Ben")
    cora.open("/az2024/consent/IR/")
    cora.link("Enter the note that asked for consent")
    cora.write("Number of the note verbale", "12/24")
    cora.write("Date on the paper", "2024-01-15")
    cora.button("Enter the note verbale")
    cora.link("Enter the host's consent")
    cora.write("Number of the note verbale", "IR-7")
    cora.write("Date on the paper", "2024-01-22")
    cora.write("Valid until", "2024-02-06")
    cora.button("Enter the consent")
    ben.open("/az2024/consent/IR/")
    expect(ben.page.locator("main")).to_contain_text("IR-7")
    expect(ben.page.locator("main .lines li").first).to_contain_text(re.compile("6 Feb|6 fev"))
    told.picture("Ben", "condition")


def test_one_clerk_alone_acts_and_owes_a_confirmation(told: Told) -> None:
    cora, ben = told.at("Cora"), told.at("Ben")
    cora.open("/az2024/stations/tabriz/change/address/")
    cora.write("New address", "Emam street 9")
    cora.write("Reason", "The hall burnt")
    cora.button("Have a second person confirm it first")
    joint = cora.page.url
    cora.write("Nobody can be reached: why", "No line to home since the morning")
    cora.button("Do it single-handed")
    cora.reads("done by one person; its confirmation is owed")
    cora.open("/az2024/stations/tabriz/")
    expect(cora.fact("Address")).to_contain_text("Emam street 9")
    ben.open(joint)
    expect(ben.fact("Why alone")).to_have_text("No line to home since the morning")
    told.picture("Ben", "alone")
    ben.like("Confirm")
    ben.reads("done by one person, confirmed afterwards")


def test_the_election_day_moves_by_a_week(told: Told) -> None:
    ana, eli = told.at("Ana"), told.at("Eli")
    ana.open("/az2024/calendar/move/")
    ana.write("New election day", "2024-02-14")
    ana.button("Show every change")
    expect(ana.page.locator("main h2").nth(1)).to_contain_text("43")
    told.picture("Ana", "moved")
    ana.write("Reason", "Snow")
    ana.like("Propose %(to)s")
    eli.open(ana.page.url)
    eli.like("Confirm")
    eli.reads("confirmed and done")
    cora = told.at("Cora")
    cora.open("/az2024/stations/tabriz/")
    expect(cora.page.locator("main")).to_contain_text(re.compile("14 Feb|14 fev"))


def test_a_chair_locked_out_in_seoul_is_back_in_five_minutes(told: Told) -> None:
    begun = time.monotonic()
    ben, hana = told.at("Ben"), told.at("Hana")
    ben.open("/people/head-seoul/")
    ben.write("Number that was called back", "0082 2 1234 5678")
    ben.button("Ask for re-enrolment")
    hana.open("/people/head-seoul/")
    hana.button("Confirm and show the code")
    read_out = hana.page.locator("main code").first.inner_text()
    seoul = told.at("Seoul", "/enrol/")
    seoul.write("Code of your letter", read_out.upper())
    seoul.button("Open my account")
    seoul.link("Choose a password")
    seoul.write("New password", "new words after the call")
    seoul.write("The same once more", "new words after the call")
    seoul.button("Keep the password")
    seoul.link("Print one-time codes")
    seoul.button("Make ten codes")
    seoul.link("I have them on paper")
    seoul.link("Go to my work")
    assert time.monotonic() - begun < 5 * 60
    seoul.open("/az2024/missions/seoul/")
    told.picture("Seoul", "back")


def test_no_window_was_wider_than_it_is(told: Told) -> None:
    assert {name: window.wider() for name, window in told.windows.items()} == dict.fromkeys(told.windows, 0)
