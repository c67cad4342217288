"""From nothing to a numbered station at the terminal alone: accounts, law, election, missions, voters, stations."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from legation.accounts import queries as accounts
from legation.plan import queries as plan
from legation.project.cli import main

pytestmark = pytest.mark.django_db

BOOK = Path(__file__).parents[1] / "assets/lawbooks/ruritania.toml"
PEOPLE = {
    "rudolf": ("commission_chair", ""),
    "flavia": ("commission_officer", ""),
    "sapt": ("ministry_headquarters", ""),
    "fritz": ("mission_head", "lima"),
    "rupert": ("district_chair", "7"),
}
MISSIONS = """code,kind,name,city,country,zone
lima,embassy,Legation in Lima,Lima,PE,America/Lima
suva,embassy,Legation in Suva,Suva,FJ,Pacific/Fiji
"""
VOTERS = """mission,ground,count,as_of,source
lima,resident,412,2024-01-15,Register of the legation
suva,resident,9,2024-01-15,Register of the legation
"""
STATIONS = """mission,code,address,district,number
lima,lima,Calle Zenda 7,7,1
"""

Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Speak a verb and read what it prints; another exit code than `code` fails the test with what it says."""

    def spoken(*words: object, code: int = 0) -> str:
        ended = main([str(word) for word in words])
        said = capsys.readouterr()
        assert (ended, said.err if ended != code else "") == (code, "")
        return said.out if code == 0 else said.err

    return spoken


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def opened(run: Run) -> None:
    """Accounts, the lawbook proposed and adopted by two persons, the election open."""
    for code, (role, scope) in PEOPLE.items():
        more = ["--scope", scope] if scope else []
        run("account", "add", code, "--name", code.title(), "--jurisdiction", "XR", "--role", role, *more)
    digest = run("lawbook", "propose", BOOK, "--by", "flavia").strip()
    confirmed(run, "lawbook", "adopt", digest, "--by", "rudolf", "--decision", "Decree 1")
    confirmed(
        run,
        *("election", "open", "diet2024", "--names", '{"en": "Election of the Diet", "de": "Landtagswahl"}'),
        *("--kind", "diet", "--called", "2024-01-20", "--day", "2024-04-07", "--by", "rudolf"),
    )


def confirmed(run: Run, *words: object) -> None:
    """What the first person proposes at the terminal, the second confirms there."""
    code = run(*words).split()[-1]
    run("joint", "confirm", code, "--by", "flavia")


@pytest.fixture
def stations(opened: None, run: Run, written: Callable[[str, str], Path]) -> None:
    """Missions, voters and a station: created and numbered by the chancellery, attached by the council."""
    run("import", "missions", written("missions.csv", MISSIONS), "--by", "sapt")
    run("import", "voters", written("voters.csv", VOTERS), "--by", "sapt", "--election", "diet2024")
    create = written("create.csv", STATIONS.replace(",7,1\n", ",,\n"))
    run("import", "stations", create, "--by", "sapt", "--election", "diet2024")
    attach = written("attach.csv", STATIONS.replace(",7,1\n", ",7,\n"))
    run("import", "stations", attach, "--by", "rudolf", "--election", "diet2024")
    run("import", "stations", written("number.csv", STATIONS), "--by", "sapt", "--election", "diet2024")


def browser(code: str) -> Client:
    client = Client()
    client.force_login(accounts.user(code))
    return client


def test_election_opens_under_the_bodies_of_the_file(opened: None) -> None:
    value = plan.election("diet2024")
    assert (value.home_zone, str(value.names), len(value.rules.hours)) == (
        "Pacific/Chatham",
        "Election of the Diet",
        2,
    )


def test_four_eyes_hold_for_the_lawbook(run: Run) -> None:
    run("account", "add", "rudolf", "--name", "Rudolf", "--jurisdiction", "XR", "--role", "commission_chair")
    digest = run("lawbook", "propose", BOOK, "--by", "rudolf").strip()
    said = run("lawbook", "adopt", digest, "--by", "rudolf", "--decision", "Decree 1", code=1)
    assert said.startswith("A005 A second person is needed")


def test_station_stands_by_the_acts_of_the_bodies_that_its_law_names(stations: None, run: Run) -> None:
    (one,) = json.loads(run("stations", "diet2024", "--json"))
    assert (one["state"], one["district"], one["number"], one["opens"], one["closes"]) == (
        "numbered",
        "7",
        1,
        "2024-04-06 16:00",
        "2024-04-07 24:00",
    )


def test_station_commission_owes_its_protocol_after_its_own_closing(stations: None, run: Run) -> None:
    rows = {row["key"]: row for row in json.loads(run("calendar", "diet2024", "--json", "--mission", "lima"))}
    assert (rows["station_protocol"]["due_utc"], rows["station_protocol"]["due_local"]) == (
        "2024-04-09T17:00:00Z",
        "2024-04-09T12:00-05:00",
    )


def test_too_few_voters_are_too_few(stations: None, run: Run, written: Callable[[str, str], Path]) -> None:
    table = written("suva.csv", STATIONS.replace("lima,lima", "suva,suva"))
    said = main(["import", "stations", str(table), "--by", "sapt", "--election", "diet2024"])
    assert said == 1


PAGES = ("", "calendar/", "calendar/?mission=lima", "stations/", "stations/lima/", "day/", "missions/", "countries/")


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_there_for_its_people_and_for_nobody_else(stations: None, path: str) -> None:
    status = {code: browser(code).get(f"/diet2024/{path}").status_code for code in (*PEOPLE, "ana", "cora", "dan")}
    assert status == dict.fromkeys(PEOPLE, 200) | {"ana": 404, "cora": 404, "dan": 404}


def test_its_people_find_nothing_of_another_country(stations: None) -> None:
    assert [browser(code).get("/az2024/").status_code for code in PEOPLE] == [404] * len(PEOPLE)


def test_its_people_act_as_the_bodies_of_its_law(opened: None) -> None:
    answer = browser("sapt").get("/diet2024/")
    assert answer.context["acting"]["body"] == "Chancellery for Foreign Affairs"
    assert answer.context["home"].zone == "Pacific/Chatham"


def test_a_person_without_an_account_cannot_act(run: Run) -> None:
    said = run("lawbook", "propose", BOOK, "--by", "michael", code=1)
    assert said.startswith("A007")


def test_an_account_is_made_once(run: Run) -> None:
    words = ("account", "add", "sapt", "--name", "Sapt", "--jurisdiction", "XR", "--role", "ministry_headquarters")
    run(*words)
    assert run(*words, code=1).startswith("A009")


def test_a_role_that_belongs_to_a_mission_names_it(run: Run) -> None:
    words = ("account", "add", "fritz", "--name", "Fritz", "--jurisdiction", "XR", "--role", "mission_head")
    assert run(*words, code=1).startswith("A011")


def test_lists_of_accounts_name_no_persons(opened: None, run: Run) -> None:
    rows = json.loads(run("account", "list", "--jurisdiction", "XR", "--json"))
    assert [(row["person"], row["scope"]) for row in rows] == [
        ("flavia", "jurisdiction XR"),
        ("fritz", "mission XR/lima"),
        ("rudolf", "jurisdiction XR"),
        ("rupert", "district XR/7"),
        ("sapt", "jurisdiction XR"),
    ]
    assert "Flavia" not in json.dumps(rows)
