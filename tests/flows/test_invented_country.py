"""A country that the code never saw opens an election from its lawbook file, at the terminal, from nothing."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from legation.accounts.models import User
from legation.base import clock
from legation.plan import queries as plan
from legation.project.cli import main
from legation.stations import actions as stations
from legation_core.problems import Refused

ASSETS = Path(__file__).parents[1] / "assets"
BOOK = ASSETS / "lawbooks" / "ruritania.toml"
NOW = datetime(2025, 1, 20, 9, tzinfo=UTC)
PEOPLE = {
    "rudolf": ("commission_chair", ""),
    "flavia": ("commission_officer", ""),
    "sapt": ("ministry_headquarters", ""),
    "fritz": ("mission_head", "paris"),
    "hentzau": ("district_chair", "7"),
}

Run = Callable[..., str]
pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb that must succeed; what it wrote."""

    def verb(*words: str) -> str:
        capsys.readouterr()
        code = main([*words])
        told = capsys.readouterr()
        assert code == 0, told.err
        return told.out

    return verb


@pytest.fixture
def ruritania(run: Run) -> Run:
    """The election `diet2025` opened, with its missions and stations, by verbs alone."""
    restore = clock.use(lambda: NOW)
    for code, (role, scope) in PEOPLE.items():
        run("account", "add", code, "--name", code.title(), "--jurisdiction", "XR", "--role", role, "--scope", scope)
    digest = run("lawbook", "propose", str(BOOK), "--by", "flavia").strip()
    adopting = run("lawbook", "adopt", digest, "--decision", "No. 1 of 20 January 2025", "--by", "rudolf").strip()
    run("joint", "confirm", adopting, "--by", "flavia")
    days = ("--called", "2025-01-18", "--set", "2025-01-20", "--day", "2025-03-09")
    words = ("election", "open", "diet2025", "--names", "Diet 2025", "--kind", "diet", *days, "--by", "rudolf")
    run("joint", "confirm", run(*words).strip(), "--by", "flavia")
    run("import", "missions", str(ASSETS / "ruritania" / "missions.csv"), "--by", "sapt")
    run("import", "stations", str(ASSETS / "ruritania" / "stations.csv"), "--election", "diet2025", "--by", "sapt")
    yield run
    restore()


def test_the_book_is_sound_at_the_terminal(run: Run) -> None:
    facts = json.loads(run("lawbook", "check", str(BOOK), "--json"))

    assert (facts["problems"], facts["jurisdiction"], facts["version"]) == ([], "XR", "1")


def test_a_broken_book_is_refused_at_the_terminal_with_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(BOOK.read_text(encoding="utf-8").replace('body = "envoy"', 'body = "envoi"'), encoding="utf-8")

    code = main(["lawbook", "check", str(broken)])

    told = capsys.readouterr()
    assert (code, told.err) == (1, "2 problems\n")
    assert (
        told.out.splitlines()[0]
        == "L040 broken.toml line 90: `envoi` in `body` is no body of this lawbook. Write `envoy`."
    )


def test_its_stations_are_listed_with_two_voting_days_by_their_own_clocks(ruritania: Run) -> None:
    rows = {row["code"]: row for row in json.loads(ruritania("stations", "diet2025", "--json"))}

    assert {code: (row["state"], row["opens_utc"], row["closes_utc"]) for code, row in rows.items()} == {
        "paris": ("created", "2025-03-08T15:00Z", "2025-03-09T23:00Z"),
        "apia": ("created", "2025-03-08T03:00Z", "2025-03-09T11:00Z"),
        "pago-pago": ("created", "2025-03-09T03:00Z", "2025-03-10T11:00Z"),
        "kathmandu": ("created", "2025-03-08T10:15Z", "2025-03-09T18:15Z"),
    }


def test_the_rolling_day_crosses_the_date_line(ruritania: Run) -> None:
    facts = json.loads(ruritania("day", "diet2025", "--at", "2025-03-09T12:00Z", "--json"))

    assert (facts["first_opening"], facts["last_closing"]) == ("2025-03-08T03:00:00Z", "2025-03-10T11:00:00Z")
    assert {name: facts[name] for name in ("open", "not_yet", "closed", "reopens")} == {
        "open": ["kathmandu", "paris"],
        "not_yet": ["pago-pago"],
        "closed": ["apia"],
        "reopens": ["pago-pago"],
    }


def test_its_calendar_is_counted_in_its_own_zone(ruritania: Run) -> None:
    rows = {row["key"]: row for row in json.loads(ruritania("calendar", "diet2025", "--json"))}

    assert (rows["day_set"]["on"], rows["campaign_start"]["on"]) == ("2025-01-23", "2025-01-21")
    assert rows["result_published"]["due_utc"] == "2025-03-11T22:15:00Z"


def test_the_bodies_of_its_own_law_attach_and_number(ruritania: Run, person: Callable[[str], object]) -> None:
    stations.attach_station(election="diet2025", station="paris", district="7", by=person("rudolf"), at=NOW)
    stations.number_station(election="diet2025", station="paris", number=1, by=person("sapt"), at=NOW)

    row = next(row for row in json.loads(ruritania("stations", "diet2025", "--json")) if row["code"] == "paris")
    assert (row["state"], row["district"], row["number"]) == ("numbered", "7", 1)


def test_a_body_that_its_law_does_not_name_is_refused_with_the_article(
    ruritania: Run, person: Callable[[str], object]
) -> None:
    with pytest.raises(Refused) as creating:
        stations.create_station(election="diet2025", mission="paris", by=person("fritz"), at=NOW)
    stations.attach_station(election="diet2025", station="paris", district="7", by=person("flavia"), at=NOW)
    with pytest.raises(Refused) as numbering:
        stations.number_station(election="diet2025", station="paris", number=1, by=person("hentzau"), at=NOW)

    assert (creating.value.code, creating.value.problem.facts["source"]) == ("A002", "Charter, art. 32")
    assert dict(numbering.value.problem.facts) == {
        "act": "number_station",
        "body": "chancellery",
        "source": "Charter, art. 34",
    }


def test_a_district_that_carries_nobody_abroad_is_refused_by_naming_the_one_that_does(
    ruritania: Run, person: Callable[[str], object]
) -> None:
    with pytest.raises(Refused) as refused:
        stations.attach_station(election="diet2025", station="paris", district="8", by=person("rudolf"), at=NOW)

    assert (refused.value.code, dict(refused.value.problem.facts)) == ("A052", {"district": "8", "districts": "7"})


PAGES = ("", "calendar/", "missions/", "missions/paris/", "stations/", "stations/paris/", "day/", "countries/")


def test_its_pages_open_for_everybody_of_its_own(ruritania: Run, client: Client) -> None:
    answers = {}
    for code in PEOPLE:
        client.force_login(User.objects.get(code=code))
        answers |= {(code, page): client.get(f"/diet2025/{page}").status_code for page in PAGES}

    assert answers == {(code, page): 200 for code in PEOPLE for page in PAGES}


def test_its_pages_name_its_own_bodies(ruritania: Run, client: Client) -> None:
    client.force_login(User.objects.get(code="sapt"))

    told = client.get("/diet2025/stations/paris/").content.decode()

    assert "Royal Electoral Council" in told
    assert "Charter, art. 33" in told


def test_to_people_of_another_country_its_election_does_not_exist(ruritania: Run, client: Client) -> None:
    client.force_login(User.objects.get(code="ana"))

    assert client.get("/diet2025/stations/").status_code == 404


def test_whoever_proposed_a_book_may_not_adopt_it(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("account", "add", "flavia", "--name", "Flavia", "--jurisdiction", "XR", "--role", "commission_officer")
    digest = run("lawbook", "propose", str(BOOK), "--by", "flavia").strip()

    code = main(["lawbook", "adopt", digest, "--decision", "No. 1", "--by", "flavia"])

    assert (code, capsys.readouterr().err.split(":")[0]) == (1, "A005 A second person is needed")


def test_the_other_election_is_not_touched(ruritania: Run) -> None:
    assert len(json.loads(ruritania("stations", "az2024", "--json"))) == 49
    assert plan.election("diet2025").home_zone == "Pacific/Chatham"
