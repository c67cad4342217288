"""Reading a table: what comes back for good rows, and what for bad ones."""

from datetime import date, time
from pathlib import Path

import pytest

from legation.base.exports import write_xlsx
from legation.readers.columns import Column, Columns, Kind
from legation.readers.limits import Limits
from legation.readers.tables import Row, Table, read_table
from legation_core.problems import Problem, Refused
from legation_core.words import sentence
from tests.apps.readers.stations import HEADINGS, ROME, SEOUL, STATIONS, csv_of

SEOUL_ROW = Row(
    2,
    dict(zip(("mission", "number", "opens", "zone", "kind", "created"), SEOUL, strict=True)),
    {
        "mission": "Seoul",
        "number": 40,
        "opens": time(8),
        "zone": "Asia/Seoul",
        "kind": "embassy",
        "created": date(2024, 1, 8),
    },
)


def read(data: bytes | Path, **more: object) -> Table:
    return read_table(data, name="stations.csv", columns=STATIONS, **more)


def places(table: Table) -> list[tuple[str, str]]:
    return [(problem.code, problem.where) for problem in table.problems]


def test_read_table_gives_written_and_typed_values() -> None:
    assert read(csv_of(SEOUL)) == Table(rows=(SEOUL_ROW,))


def test_read_table_reads_the_same_from_a_spreadsheet() -> None:
    row = ("Seoul", 40, time(8), "Asia/Seoul", "embassy", date(2024, 1, 8))
    assert read(write_xlsx([row], headings=HEADINGS, sheet="Stations")) == Table(rows=(SEOUL_ROW,))


def test_read_table_takes_a_path(tmp_path: Path) -> None:
    path = tmp_path / "stations"
    path.write_bytes(csv_of(SEOUL))
    assert read(path) == Table(rows=(SEOUL_ROW,))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_read_table_finds_the_separator_by_the_headings(separator: str) -> None:
    assert read(csv_of(SEOUL, separator=separator)).rows == (SEOUL_ROW,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_read_table_reads_unicode_in_its_usual_encodings(encoding: str) -> None:
    text = csv_of(("Bakı", *SEOUL[1:])).decode()
    assert [row.values["mission"] for row in read(text.encode(encoding)).rows] == ["Bakı"]


@pytest.mark.parametrize(
    "headings",
    [
        ("MISSION", "number", " Opens ", "time_zone", "Kind", "created"),
        ("Nümayəndəlik", "Number", "Opens", "timezone", "KIND", "Created"),
        ("nümayəndəlik", "Nümber", "Öpens", "Time  zone", "Kınd", "CREATED"),
    ],
)
def test_read_table_folds_case_space_and_marks_of_headings(headings: tuple[str, ...]) -> None:
    assert read(csv_of(SEOUL, headings=headings)).rows == (SEOUL_ROW,)


def test_read_table_takes_columns_in_any_order_and_without_optional_ones() -> None:
    row = read(csv_of(("08:00", "Seoul", "40"), headings=("Opens", "Mission", "Number"))).rows[0]
    assert row.values == {"mission": "Seoul", "number": "40", "opens": "08:00", "zone": "", "kind": "", "created": ""}
    assert row.typed["created"] is None


def test_read_table_numbers_rows_as_the_spreadsheet_does() -> None:
    data = csv_of(SEOUL) + b"\r\n" + b'"Rome",39,08:00,,,\r\n' + b",,,,,\r\n"
    assert [row.number for row in read(data).rows] == [2, 4]


def test_read_table_gives_no_row_when_one_is_wrong() -> None:
    table = read(csv_of(SEOUL, ("Rome", "x", "25:00", "", "", "")))
    assert table.rows == ()
    assert places(table) == [("R411", "row 3, column Number"), ("R418", "row 3, column Opens")]


def test_read_table_says_what_stood_there_and_how_to_mend_it() -> None:
    problem = read(csv_of(("Rome", "1.200", "08:00", "", "", ""))).problems[0]
    assert problem == Problem("R412", "row 2, column Number", {"found": "1.200", "row": 2, "column": "Number"})
    assert sentence(problem) == (
        "R412 row 2, column Number: 1.200 has separators between its digits. Write the digits only, such as 1200."
    )


def test_read_table_finds_the_first_row_of_a_double() -> None:
    table = read(csv_of(SEOUL, ROME, ("SEOUL", *SEOUL[1:])))
    assert [(problem.code, problem.facts["row"], problem.facts["first"]) for problem in table.problems] == [
        ("R501", 4, 2)
    ]


def test_read_table_counts_the_problems_that_it_does_not_list() -> None:
    rows = [("Rome", "x", "08:00", "", "", "")] * 1207
    problems = read(csv_of(*rows), limits=Limits(problems=3)).problems
    assert [problem.code for problem in problems] == ["R411", "R411", "R411", "R502"]
    assert sentence(problems[-1]).startswith("R502 And 1,204 more problems.")


def test_read_table_names_the_file_that_it_refuses() -> None:
    with pytest.raises(Refused) as refused:
        read_table(b"", name="stations\u202e.csv", columns=STATIONS)
    assert refused.value.problem.where == "file stations[U+202E].csv"


def test_read_table_takes_the_reason_of_an_own_parser() -> None:
    def even(text: str) -> int:
        if int(text) % 2:
            raise ValueError("the number is odd")
        return int(text)

    columns = Columns((Column("n", "N", parse=even), Column("m", "M", kind=Kind.INT)))
    assert read_table(b"N,M\n2,\n", name="n", columns=columns).rows[0].typed == {"n": 2, "m": None}
    problem = read_table(b"N,M\n3,\n", name="n", columns=columns).problems[0]
    assert (problem.code, problem.facts["reason"]) == ("R420", "the number is odd")


def test_columns_refuse_two_columns_of_one_heading() -> None:
    with pytest.raises(ValueError, match="share a heading"):
        Columns((Column("n", "Number"), Column("number", "Count")))
