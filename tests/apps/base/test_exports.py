"""What we hand out: nothing in it runs, and the same rows give the same bytes."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from legation.base.exports import Cell, write_csv, write_xlsx
from legation.readers.tables import read_table
from tests.apps.readers.stations import HEADINGS, ROME, SEOUL, STATIONS

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "\uff1d1+1", "+994 12 492 91 37")


@pytest.mark.parametrize("text", FORMULAS)
def test_write_csv_puts_an_apostrophe_before_what_begins_like_a_formula(text: str) -> None:
    written = write_csv([[text]], byte_order_mark=False).decode()
    assert written.strip('"\r\n')[:2] == f"'{text}"[:2]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (-5, "-5"),
        ("-5.25", "-5.25"),
        (Decimal("1E+3"), "1000"),
        (True, "TRUE"),
        (None, ""),
        (date(2024, 2, 7), "2024-02-07"),
        (time(8), "08:00"),
        (datetime(2024, 2, 7, 8, tzinfo=UTC), "2024-02-07T08:00:00+00:00"),
        ("a,b", '"a,b"'),
    ],
)
def test_write_csv_has_one_form_for_each_kind(cell: Cell, written: str) -> None:
    assert write_csv([[cell, "end"]], byte_order_mark=False).decode() == f"{written},end\r\n"


def test_write_csv_marks_itself_as_utf_8_for_spreadsheet_programs() -> None:
    assert write_csv([["Bakı"]]) == b"\xef\xbb\xbfBak\xc4\xb1\r\n"


@pytest.mark.parametrize("text", FORMULAS)
def test_write_xlsx_keeps_every_text_a_text(text: str, tmp_path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(write_xlsx([[text]]))
    cell = load_workbook(path).active["A1"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_write_xlsx_gives_the_same_bytes_twice() -> None:
    rows = [[1, "a", date(2024, 2, 7)], [2, None, time(8)]]
    assert write_xlsx(rows, headings=("x", "y", "z")) == write_xlsx(rows, headings=("x", "y", "z"))


def test_write_xlsx_refuses_to_cut_a_text_off() -> None:
    with pytest.raises(ValueError, match="at most 32767"):
        write_xlsx([["x" * 40_000]])


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_what_is_written_can_be_read_again(write) -> None:
    rows = [("+994 12 492", "1", "08:00", "", "", ""), SEOUL, ROME]
    table = read_table(write(rows, headings=HEADINGS), name="again", columns=STATIONS)
    assert [tuple(row.values.values()) for row in table.rows] == rows
