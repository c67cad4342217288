"""Protocols from files: nothing before the last closing or without permission; all rows or none; versions are kept."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from legation.base import clock
from legation.count.models import StationProtocol
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation.project.cli import main
from legation.stations import queries as stations
from tests.apps.count.conftest import row

AFTER = datetime(2024, 2, 9, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def closed() -> None:
    clock.use(lambda: AFTER)


@pytest.fixture
def codes() -> list[str]:
    return [one.code for one in stations.stations(plan.election("az2024"))][:2]


def read(capsys: pytest.CaptureFixture[str], *words: str) -> object:
    main([*words, "az2024", "--as", "ana", "--json"])
    return json.loads(capsys.readouterr().out)


def kept() -> list[tuple[str, int, str]]:
    rows = StationProtocol.objects.order_by("station__code", "version")
    return list(rows.values_list("station__code", "version", "state"))


def test_nothing_is_taken_or_read_before_the_last_closing(written: Callable, codes: list[str], capsys) -> None:
    assert main(written(row(codes[0]))) == 1
    assert "P430" in capsys.readouterr().out
    assert main(["results", "az2024", "--as", "ana"]) == 1
    assert main(["findings", "az2024", "--as", "ana"]) == 1
    assert (capsys.readouterr().out, kept()) == ("", [])


def test_the_last_closing_itself_opens_and_the_second_before_does_not(written: Callable, codes: list[str]) -> None:
    last = max(one.closes for one in stations.stations(plan.election("az2024")))
    clock.use(lambda: last - timedelta(seconds=1))
    assert (main(written(row(codes[0]))), kept()) == (1, [])
    clock.use(lambda: last)
    assert (main(written(row(codes[0]))), kept()) == (0, [(codes[0], 1, "final")])


@pytest.mark.parametrize("by", ["ben", "cora", "fara", "hal"])
def test_the_ministry_and_missions_neither_bring_in_nor_read(
    by: str, closed: None, written: Callable, codes: list[str], capsys
) -> None:
    assert main(written(row(codes[0]), by=by)) != 0
    assert main(["results", "az2024", "--as", by]) != 0
    assert main(["findings", "az2024", "--as", by]) != 0
    assert (capsys.readouterr().out.count("P4"), kept()) == (0, [])


def test_results_say_of_how_many_stations_they_are(closed: None, written: Callable, codes: list[str], capsys) -> None:
    assert main(written(row(codes[0]), row(codes[1]))) == 0
    capsys.readouterr()

    found = read(capsys, "results")
    whole = found["totals"][0]

    assert (found["contest"], found["part"], found["options"]) == ("presidential", "abroad", ["A", "B", "C"])
    assert (whole["counted"], whole["expected"], whole["missing"], whole["complete"]) == (2, 49, 47, False)
    assert (whole["figures"]["valid"], whole["figures"]["candidate_votes/A"]) == (172, 100)


def test_results_by_station_add_up(closed: None, written: Callable, codes: list[str], capsys) -> None:
    main(written(row(codes[0]), row(codes[1])))
    capsys.readouterr()
    totals = read(capsys, "results", "--by", "station")["totals"]
    assert sum(one["figures"].get("valid", 0) for one in totals[1:]) == totals[0]["figures"]["valid"] == 172


def test_findings_name_station_and_code(closed: None, written: Callable, codes: list[str], capsys) -> None:
    main(written(row(codes[0]), row(codes[1], corners_cut=89)))
    capsys.readouterr()
    found = read(capsys, "findings")
    assert [(one["station"], one["code"], one["difference"]) for one in found] == [(codes[1], "S11", -1)]


def test_a_later_version_supersedes_and_the_earlier_stays(
    closed: None, written: Callable, codes: list[str], capsys
) -> None:
    main(written(row(codes[0], corners_cut=89)))
    main(written(row(codes[0], 2)))
    capsys.readouterr()

    assert kept() == [(codes[0], 1, "superseded"), (codes[0], 2, "final")]
    assert read(capsys, "findings") == []
    assert read(capsys, "results")["later_versions"] == 1


def test_the_same_file_again_changes_nothing(closed: None, written: Callable, codes: list[str], capsys) -> None:
    main(written(row(codes[0])))
    size = log.size()
    assert main(written(row(codes[0]))) == 1
    assert ("P434" in capsys.readouterr().out, log.size()) == (True, size)


def test_a_version_that_is_here_is_never_corrected(closed: None, written: Callable, codes: list[str], capsys) -> None:
    main(written(row(codes[0])))
    assert main(written(row(codes[0], corners_cut=89), row(codes[1]))) == 1
    assert "P433" in capsys.readouterr().out
    assert kept() == [(codes[0], 1, "final")]


def test_one_wrong_row_refuses_the_whole_file(closed: None, written: Callable, codes: list[str], capsys) -> None:
    assert main(written(row(codes[0]), row("nowhere"))) == 1
    assert "P410 row 3" in capsys.readouterr().out
    assert kept() == []


def test_a_dry_run_shows_the_first_rows_and_keeps_nothing(
    closed: None, written: Callable, codes: list[str], capsys
) -> None:
    size = log.size()
    assert main([*written(row(codes[0])), "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"row 2: station {codes[0]}, version 1: voters 112, ")
    assert told.endswith("1 protocols; nothing was kept, as asked\n")
    assert (kept(), log.size()) == ([], size)


def test_the_record_says_how_many_and_no_figure(
    closed: None, written: Callable, codes: list[str], person: Callable
) -> None:
    main(written(row(codes[0], 2)))
    newest = log.record(person("ana"), log.size() - 1)
    assert newest.kind == "protocols_imported"
    assert {key: value for key, value in (newest.facts or {}).items() if key != "digest"} == {
        "contest": "presidential",
        "stations": 1,
        "later_versions": 1,
    }
