"""Text files that are not what they say, or hold what no table holds: each is refused with its reason and its place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from legation.readers.limits import MEBIBYTE, Limits
from tests.apps.readers.bounds import outcome_within_bounds
from tests.apps.readers.stations import HEADINGS, ROME, SEOUL, csv_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@dataclass(frozen=True)
class Case:
    """What the file holds, and every problem that reading it gives, with its place."""

    name: str
    make: Callable[[], bytes]
    outcome: list[tuple[str, str]]
    limits: Limits = field(default_factory=Limits)


def refused(name: str, data: bytes | Callable[[], bytes], code: str, where: str = "", **limits: Any) -> Case:
    """The file as a whole is refused."""
    place = f"file hostile, {where}" if where else "file hostile"
    return Case(name, data if callable(data) else lambda: data, [(code, place)], Limits(**limits))


def reported(name: str, data: bytes | Callable[[], bytes], *outcome: tuple[str, str]) -> Case:
    """Its rows are named one by one."""
    return Case(name, data if callable(data) else lambda: data, list(outcome))


def one_bad_row_in(count: int) -> bytes:
    rows = [("Rome", str(number), *ROME[2:]) for number in range(1, count + 1)]
    rows[count // 2] = ("Rome", "x", *ROME[2:])
    return csv_of(*rows)


FILES = [
    refused("empty", b"", "R101"),
    refused("spaces_only", b"\xef\xbb\xbf \r\n \r\n", "R101"),
    refused("old_spreadsheet", OLE, "R103"),
    refused("encrypted_spreadsheet", OLE + "EncryptedPackage".encode("utf-16-le"), "R104"),
    refused("web_page", b"\r\n<!DOCTYPE html><table><tr><td>Mission", "R105"),
    refused("web_page_in_xml", b'<?xml version="1.0"?><html><table>', "R105"),
    refused("spreadsheet_of_2003", b'<?xml version="1.0"?><Workbook>', "R106"),
    refused("portable_document", b"%PDF-1.7\n", "R106"),
    refused("gzip", b"\x1f\x8b\x08\x00", "R106"),
]

ENCODINGS = [
    refused("windows_1251", csv_of(SEOUL, ("Баку", *ROME[1:])).decode().encode("cp1251"), "R140", "line 3"),
    refused("windows_1254", csv_of(("Şuşa", *ROME[1:])).decode().encode("cp1254"), "R140", "line 2"),
    refused("utf_16_without_mark", csv_of(SEOUL).decode().encode("utf-16-le"), "R141"),
    refused("utf_32", csv_of(SEOUL).decode().encode("utf-32"), "R142"),
    refused("utf_16_cut_off", csv_of(SEOUL).decode().encode("utf-16")[:-1], "R146"),
    reported("nul_in_a_cell", csv_of(("Ro\0me", *ROME[1:])), ("R404", "row 2, column Mission")),
    refused("nul_everywhere", bytes(4096), "R141"),
]

SHAPES = [
    refused("quote_not_closed", csv_of(SEOUL, ('"Rome', *ROME[1:])), "R143", "row 3"),
    refused("text_behind_a_quote", csv_of(('"Ro"me', *ROME[1:])), "R143", "row 2"),
    refused("quote_that_swallows_the_file", lambda: csv_of(('"Rome', *ROME[1:]), *[SEOUL] * 2000), "R144", "row 2"),
    refused("cell_of_100_kilobytes", lambda: csv_of(("x" * 100_000, *ROME[1:])), "R144", "row 2"),
    refused("one_endless_line", lambda: b"Mission," + b"x" * 5 * MEBIBYTE, "R147", "line 1"),
    refused("a_million_columns", lambda: b"Mission" + b",x" * 1_000_000, "R130", "row 1"),
    reported("a_million_empty_columns", lambda: csv_of(SEOUL) + b"," * 1_000_000),
    refused("more_rows_than_are_read", lambda: csv_of(*[SEOUL] * 20), "R129", "row 11", rows=10),
    refused("separated_by_bars", csv_of(SEOUL, separator="|"), "R145"),
    reported("mixed_line_ends", csv_of(SEOUL).replace(b"\r\n", b"\r", 1) + b"Rome,39,08:00,,,\n\r\n"),
    reported("separator_declared", b"sep=;\r\n" + csv_of(SEOUL, separator=";")),
    reported("rows_and_columns_of_spaces", csv_of((*SEOUL, " "), (" ",) * 8, headings=(*HEADINGS, "  "))),
    reported("short_row", csv_of(SEOUL[:4]), ("R308", "row 2")),
    reported("long_row", csv_of((*SEOUL, "", "x")), ("R307", "cell H2")),
    reported("one_bad_row_in_100,000", lambda: one_bad_row_in(100_000), ("R411", "row 50002, column Number")),
]

HEADING_ROWS = [
    reported("only_headings", csv_of(), ("R301", "row 2")),
    reported("headings_missing", csv_of(("Rome",), headings=("Mission",)), ("R302", "row 1"), ("R302", "row 1")),
    reported("heading_twice", csv_of((*SEOUL, "x"), headings=(*HEADINGS, "OPENS")), ("R303", "cell G1")),
    reported("heading_unknown", csv_of((*SEOUL, "x"), headings=(*HEADINGS, "Ballot")), ("R304", "cell G1")),
    reported("heading_misspelt", csv_of(SEOUL, headings=("Misson", *HEADINGS[1:])), ("R305", "cell A1")),
    reported("heading_ignored", csv_of((*SEOUL, "x"), headings=(*HEADINGS, "Note"))),
    reported("heading_with_bidi", csv_of(SEOUL, headings=(*HEADINGS[:5], "Cre\u202eated\u2066x")), ("R403", "cell F1")),
    reported("headings_in_row_4", b"List\r\n\r\n\r\n" + csv_of(SEOUL), ("R306", "row 4")),
    reported(
        "no_heading_at_all",
        csv_of(headings=SEOUL),
        *[("R304", f"cell {letter}1") for letter in "ABCDEF"],
        *[("R302", "row 1")] * 3,
    ),
    reported(
        "nothing_above_a_cell",
        csv_of((*SEOUL[:2], "x", *SEOUL[2:]), headings=(*HEADINGS[:2], "", *HEADINGS[2:])),
        ("R307", "cell C2"),
    ),
]


@pytest.mark.parametrize("case", [*FILES, *ENCODINGS, *SHAPES, *HEADING_ROWS], ids=lambda case: case.name)
def test_text(case: Case) -> None:
    assert outcome_within_bounds(case.make(), case.limits) == case.outcome


@pytest.mark.parametrize("size", [21 * MEBIBYTE, 10 * 2**30])
def test_a_file_above_the_limit_is_not_opened(size: int, tmp_path: Path) -> None:
    path = tmp_path / "hostile"
    with path.open("wb") as file:
        file.truncate(size)
    assert outcome_within_bounds(path, Limits()) == [("R102", "file hostile")]


def test_a_hundred_megabytes_in_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "hostile"
    with path.open("wb") as file:
        file.write(csv_of() + b'"')
        file.writelines([b"x" * 1023 + b"\n"] * 100 * 1024)
    assert outcome_within_bounds(path, Limits(file_bytes=200 * MEBIBYTE)) == [("R144", "file hostile, row 2")]
