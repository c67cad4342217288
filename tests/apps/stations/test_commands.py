"""The verbs of stations at a terminal: facts for programs, sentences for people, exit codes for scripts."""

import csv
import io
import json
from pathlib import Path

import pytest

from legation.project.cli import main
from legation.stations import actions
from tests.apps.stations.conftest import AT
from tests.by_two import by_two

TABLES = Path(__file__).parents[2] / "assets" / "tables"
DATA = Path(__file__).parents[3] / "src/legation/rehearsal/data/az2024/stations.csv"
pytestmark = pytest.mark.django_db

SAME = {
    "city": "city",
    "country": "country",
    "mission": "mission_name",
    "mission_kind": "mission_kind",
    "dec_no": "district",
    "dec_basis": "district_basis",
    "station_no_basis": "number_basis",
    "address": "address",
    "timezone": "timezone",
    "source": "source",
    "note": "note",
}
"""Column of the published table -> name in the export."""


def published() -> list[dict[str, str]]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_stations_as_json_are_the_published_facts(capsys) -> None:
    assert main(["stations", "az2024", "--json"]) == 0
    given = {(one["district"], one["number"]): one for one in json.loads(capsys.readouterr().out)}
    facts = {(one["dec_no"], int(one["station_no"])): one for one in published()}
    assert given.keys() == facts.keys()
    for key, one in facts.items():
        assert {name: given[key][own] for name, own in SAME.items()} == {name: one[name] for name in SAME}
        assert [float(given[key][name]) for name in ("latitude", "longitude")] == [
            float(one["latitude"]), float(one["longitude"]),
        ]  # fmt: skip
        assert (given[key]["opens"], given[key]["closes"]) == (
            f"2024-02-07 {one['opens']}", f"2024-02-07 {one['closes']}",
        )  # fmt: skip


def test_hours_in_utc_follow_the_zone(capsys) -> None:
    main(["stations", "az2024", "--json"])
    given = {one["code"]: (one["opens_utc"], one["closes_utc"]) for one in json.loads(capsys.readouterr().out)}
    assert [given[code] for code in ("seoul", "tabriz", "almaty", "los-angeles")] == [
        ("2024-02-06T23:00Z", "2024-02-07T10:00Z"),
        ("2024-02-07T04:30Z", "2024-02-07T15:30Z"),
        ("2024-02-07T02:00Z", "2024-02-07T13:00Z"),
        ("2024-02-07T16:00Z", "2024-02-08T03:00Z"),
    ]


def test_csv_and_json_hold_the_same(capsys) -> None:
    main(["stations", "az2024", "--json"])
    rows = json.loads(capsys.readouterr().out)
    assert main(["stations", "az2024", "--csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert table == [{name: str(value) for name, value in row.items()} for row in rows]


def test_the_table_for_people_has_a_line_a_station(capsys) -> None:
    assert main(["stations", "az2024"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 50


FACTS = [
    ("2024-02-06T23:00Z", 1, 48, 0),
    ("2024-02-07T04:00Z", 14, 35, 0),
    ("2024-02-07T06:00Z", 34, 15, 0),
    ("2024-02-07T08:00Z", 47, 2, 0),
    ("2024-02-07T11:00Z", 45, 2, 2),
    ("2024-02-07T13:00Z", 43, 1, 5),
    ("2024-02-07T15:00Z", 34, 1, 14),
    ("2024-02-07T19:00+04:00", 34, 1, 14),
    ("2024-02-07T23:13Z", 2, 0, 47),
    ("2024-02-08T03:00Z", 0, 0, 49),
]


@pytest.mark.parametrize(("at", "is_open", "not_yet", "closed"), FACTS)
def test_the_rolling_day_counts_as_published(capsys, at, is_open, not_yet, closed) -> None:
    assert main(["day", "az2024", "--at", at, "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert [len(facts[name]) for name in ("open", "not_yet", "closed")] == [is_open, not_yet, closed]
    assert (facts["first_opening"], facts["last_closing"]) == ("2024-02-06T23:00:00Z", "2024-02-08T03:00:00Z")


def test_the_countries_name_every_country_but_home(capsys) -> None:
    assert main(["catchments", "az2024", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len({row["country"] for row in rows}) == 248
    assert [row for row in rows if row["country"] == "SM"] == [
        {"country": "SM", "region": "", "served": "yes", "mission": "rome", "reason": "", "basis": "published"}
    ]


def test_an_unknown_election_is_a_sentence_and_an_exit_code(capsys) -> None:
    assert main(["stations", "az2099"]) == 2
    assert capsys.readouterr().err == (
        "There is nothing of the name az2099. See `legation --help` for what can be listed.\n"
    )


def bring(name: str, by: str, *more: str) -> int:
    return main(["import", "stations", str(TABLES / name), "--election", "az2024", "--by", by, *more])


def test_a_file_is_brought_in_by_the_body_that_may(capsys, person) -> None:
    by_two(
        actions.close_station, election="az2024", station="tabriz", reason="the hall burnt", by=person("cora"), at=AT
    )
    assert bring("stations_one_new.csv", "cora", "--dry-run") == 0
    assert capsys.readouterr().out == "1 rows, 1 acts; nothing was kept, as asked\n"
    assert bring("stations_one_new.csv", "cora") == 0
    assert capsys.readouterr().out == "1 rows, 1 acts\n"
    assert bring("stations_one_new.csv", "cora") == 1
    assert capsys.readouterr().out.startswith("A044 row 2: The mission has 1 stations;")


def test_every_wrong_row_is_a_line(capsys) -> None:
    assert bring("stations_each_row_refused.csv", "ben") == 1
    said = capsys.readouterr()
    assert [line[:11] for line in said.out.splitlines()] == ["A002 row 2:", "A002 row 3:", "A002 row 4:", "A002 row 5:"]
    assert said.err.splitlines()[-1] == "4 problems; nothing was kept"


def test_a_person_without_a_role_and_a_missing_file_are_sentences(capsys) -> None:
    assert bring("stations_one_new.csv", "nobody") == 1
    assert capsys.readouterr().err.startswith("A007 Nobody of the code nobody may act")
    assert bring("no_such_file.csv", "cora") == 3
    assert "no_such_file.csv: No such file or directory" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "start"), [("stations.csv", b"\xef\xbb\xbfMission,Code"), ("stations.xlsx", b"PK")])
def test_a_template_is_written_by_its_ending(tmp_path, capsys, name, start) -> None:
    assert main(["template", "stations", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_template_is_written_as_asked(tmp_path) -> None:
    main(["template", "stations", "--csv", "--language", "az", "-o", str(tmp_path / "stations")])
    assert (tmp_path / "stations").read_text(encoding="utf-8-sig").startswith("Nümayəndəlik,Kod")
