"""Recounting from published files: what agrees, and that every tampering is named by file, place and line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from legation_core.__main__ import REFUSED, UNREADABLE, VERIFIED, main
from legation_core.recount.counting import Difference, recount
from tests.core.recount.publications import document, publish, seal


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return publish(tmp_path, document())


def changed(root: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """A publication whose makers said something else, every digest made to fit."""
    said = document()
    change(said)
    return publish(root, said)


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def places(root: Path) -> set[tuple[str, str, str, str, str]]:
    return {(one.file, one.place, one.line, one.published, one.recounted) for one in recount(root).differences}


def test_a_true_publication_agrees(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = recount(site)
    assert (found.contests, found.stations, found.in_log, found.differences) == (1, 4, True, ())
    assert main(["recount", str(site), "--json"]) == VERIFIED
    assert json.loads(capsys.readouterr().out)["result"] == "agrees"


def test_a_wrong_total_is_named_in_each_file_that_has_it(tmp_path: Path) -> None:
    changed(tmp_path, lambda said: said["totals"][0]["figures"].update({"votes/1": 11}))
    files = ("data/results/president.json", "data/tables/totals.csv", "data/tables/totals.json")
    assert places(tmp_path) == {(file, "president, world", "votes/1", "11", "10") for file in files}


def test_a_station_moved_to_another_country_changes_both_countries(tmp_path: Path) -> None:
    changed(tmp_path, lambda said: said["stations"][0].update(country="NO"))
    found = {(place, line) for _file, place, line, _published, _ours in places(tmp_path)}
    assert {("president, country IT", "voted"), ("president, country NO", "voted")} < found


def test_a_denominator_that_is_too_small_is_named(tmp_path: Path) -> None:
    changed(tmp_path, lambda said: said["totals"][0]["stations"].update(missing=0))
    assert {one[1:] for one in places(tmp_path)} == {("president, world", "stations/missing", "0", "1")}


def test_an_earlier_version_that_stands_is_named(tmp_path: Path) -> None:
    def swap(said: dict[str, Any]) -> None:
        for version in said["stations"][1]["versions"]:
            version["stands"] = not version["stands"]

    changed(tmp_path, swap)
    wanted = ("data/results/president.json", "president, station milan", "version that stands", "1", "2")
    assert wanted in places(tmp_path)


def test_versions_in_another_order_are_named(tmp_path: Path) -> None:
    changed(tmp_path, lambda said: said["stations"][1]["versions"].reverse())
    wanted = ("data/results/president.json", "president, station milan", "order of the versions", "2, 1", "1, 2")
    assert places(tmp_path) == {wanted}


def test_a_figure_of_one_table_is_named_by_station_and_line(site: Path) -> None:
    edit(site / "data/tables/figures.csv", "rome,2,voted,10", "rome,2,voted,11")
    seal(site)
    where = ("data/tables/figures.csv", "president, station rome, version 2", "voted", "11", "10")
    assert places(site) == {where}


def test_a_row_left_out_or_twice_is_named(site: Path) -> None:
    path = site / "data/tables/figures.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], *lines[2:], lines[-1]]), encoding="utf-8")
    seal(site)
    assert {(place, published) for _file, place, _line, published, _ours in places(site)} == {
        ("president, station rome, version 2", "nothing"),
        ("president, oslo, 1, votes/1", "twice"),
    }


@pytest.mark.parametrize(
    "path", ["data/results/president.json", *(f"data/tables/{name}.json" for name in ("protocols", "totals"))]
)
def test_a_file_that_was_changed_after_it_was_sealed_is_named_by_its_digest(site: Path, path: str) -> None:
    with (site / path).open("a", encoding="utf-8") as file:
        file.write(" ")
    assert [(one.file, one.place) for one in recount(site).differences] == [(path, "SHA-256")]


def test_another_manifest_is_named_by_no_record(site: Path) -> None:
    with (site / "manifest.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    found = recount(site)
    wanted = Difference("manifest.json", "SHA-256", "", "named by no record of log/", found.manifest)
    assert found.differences == (wanted,)


def test_a_difference_is_told_and_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site / "data/tables/totals.csv", "president,country,IT,voted,15", "president,country,IT,voted,16")
    seal(site)
    assert main(["recount", str(site)]) == REFUSED
    told = capsys.readouterr().out.splitlines()[0]
    assert told == "data/tables/totals.csv: president, country IT, voted: published 16, recounted 15."


@pytest.mark.parametrize(
    "path", ["manifest.json", "data/datapackage.json", "data/results/president.json", "data/tables/totals.csv"]
)
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b'{"documents": []}', b"[1]", b"a,b\n1\n"])
def test_what_cannot_be_read_is_named(site: Path, path: str, content: bytes | None, capsys) -> None:
    if content is None:
        (site / path).unlink()
    else:
        (site / path).write_bytes(content)
    assert main(["recount", str(site)]) == UNREADABLE
    assert path in capsys.readouterr().err


def test_a_figure_that_is_no_whole_number_cannot_be_read(tmp_path: Path) -> None:
    changed(tmp_path, lambda said: said["totals"][0]["figures"].update(voted=True))
    assert main(["recount", str(tmp_path)]) == UNREADABLE


def test_a_file_outside_the_folder_is_not_read(site: Path) -> None:
    edit(site / "data/datapackage.json", "tables/figures.csv", "../../outside.csv")
    assert main(["recount", str(site)]) == UNREADABLE
