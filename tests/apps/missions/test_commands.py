"""The verbs of missions at a terminal."""

import json
from pathlib import Path

import pytest

from legation.project.cli import main

TABLES = Path(__file__).parents[2] / "assets" / "tables"
pytestmark = pytest.mark.django_db


def test_missions_as_json(capsys) -> None:
    assert main(["missions", "az2024", "--json"]) == 0
    rows = {one["code"]: one for one in json.loads(capsys.readouterr().out)}
    assert len(rows) == 46
    assert {name: rows["tabriz"][name] for name in ("kind", "city", "country", "timezone", "position")} == {
        "kind": "consulate_general", "city": "Tabriz", "country": "IR", "timezone": "Asia/Tehran", "position": "city",
    }  # fmt: skip


@pytest.mark.parametrize("form", [(), ("--csv",)])
def test_missions_have_a_line_each(capsys, form) -> None:
    assert main(["missions", "az2024", *form]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 47


def test_missions_are_brought_in_and_listed(capsys) -> None:
    assert main(["import", "missions", str(TABLES / "missions.csv"), "--by", "ben"]) == 0
    assert capsys.readouterr().out == "2 rows, 2 acts\n"
    main(["missions", "az2024", "--json"])
    assert "oslo" in {one["code"] for one in json.loads(capsys.readouterr().out)}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("missions_wrong_cells.csv", ["R422 row 2", "R401 row 3", "R425 row 4", "R424 row 4"]),
        ("missions_taken_and_misspelt_code.csv", ["A006 row 3", "A047 row 4"]),
    ],
)
def test_a_wrong_file_is_told_by_row(capsys, name, lines) -> None:
    assert main(["import", "missions", str(TABLES / name), "--by", "ben"]) == 1
    assert [line[:10] for line in capsys.readouterr().out.splitlines()] == lines


def test_voters_are_brought_in_for_an_election(capsys) -> None:
    assert main(["import", "voters", str(TABLES / "voters.csv"), "--by", "ben", "--election", "az2024"]) == 0
    assert capsys.readouterr().out == "3 rows, 3 acts\n"


@pytest.mark.parametrize("what", ["missions", "voters"])
def test_templates_are_written(tmp_path, what) -> None:
    assert main(["template", what, "--xlsx", "-o", str(tmp_path / "t")]) == 0
    assert (tmp_path / "t").read_bytes()[:2] == b"PK"


def test_a_note_is_entered_and_the_hosts_are_listed(capsys) -> None:
    note = ["--mission", "tabriz", "--note", "12/24", "--date", "2024-01-20", "--by", "cora"]
    assert main(["consent", "set", "az2024", "IR", "ask", *note]) == 0
    assert main(["consent", "set", "az2024", "IR", "grant", *note, "--stations", "1"]) == 0
    capsys.readouterr()
    assert main(["consent", "list", "az2024", "IR", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert {name: row[name] for name in ("state", "sent_on", "stations_allowed", "stations", "problems")} == {
        "state": "granted", "sent_on": "2024-01-20", "stations_allowed": "1", "stations": "1", "problems": "",
    }  # fmt: skip


def test_a_step_that_is_refused_is_told(capsys) -> None:
    words = ["--mission", "tabriz", "--date", "2024-01-20", "--by", "cora"]
    assert main(["consent", "set", "az2024", "IR", "grant", *words]) == 1
    assert capsys.readouterr().err.startswith("C115")


def test_every_host_has_a_line(capsys) -> None:
    assert main(["consent", "list", "az2024"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 38
