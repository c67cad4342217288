"""Rows as they stand: any encoding and delimiter by name, a spreadsheet by its content, and files that are refused."""

from pathlib import Path

import pytest
import xlsxwriter

from legation.readers.limits import Limits
from legation.readers.raw import raw_rows
from legation_core.problems import Refused


def refusal(path: Path, **named: object) -> str:
    with pytest.raises(Refused) as refused:
        raw_rows(path, **({"encoding": "utf-8", "delimiter": ","} | named))
    return refused.value.code


def test_text_in_another_encoding_with_another_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Secție\tVoturi\r\n\r\n1\t1.204\r\n".encode("iso-8859-16"))
    assert raw_rows(path, encoding="iso-8859-16", delimiter="\t") == [(1, ("Secție", "Voturi")), (3, ("1", "1.204"))]


def test_a_mark_at_the_beginning_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("\ufeffstation,valid\n".encode())
    assert raw_rows(path, encoding="utf-8-sig", delimiter=",") == [(1, ("station", "valid"))]


def test_a_spreadsheet_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["station", "valid", "note"])
        page.write_row(2, 0, [7, 120])
    assert raw_rows(path, encoding="utf-8", delimiter=",") == [(1, ("station", "valid", "note")), (3, ("7", "120", ""))]


def test_a_spreadsheet_with_a_formula_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["station", "valid"])
        page.write_formula(1, 1, "=40+40")
    assert refusal(path).startswith("R")


@pytest.mark.parametrize("encoding", ["utf-8", "no-such-encoding", "rot13"])
def test_what_is_not_in_the_encoding_is_refused(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,\xff\n")
    assert refusal(path, encoding=encoding) == "R148"


def test_empty_large_long_and_broken_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    assert refusal(path) == "R101"
    path.write_bytes(b"a,b\n1,2\n3,4\n")
    assert refusal(path, limits=Limits(file_bytes=4)) == "R102"
    assert refusal(path, limits=Limits(rows=2)) == "R129"
    path.write_bytes(b'a,b\n"1\n')
    assert refusal(path) == "R143"
