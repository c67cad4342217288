"""Spreadsheets that would harm, mislead or swamp whoever opens them: each is refused with its reason."""

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from legation.readers.limits import MEBIBYTE, Limits
from tests.apps.readers.bounds import outcome_within_bounds
from tests.apps.readers.stations import HEADINGS
from tests.apps.readers.workbooks import (
    BOOK,
    BOOK_RELATIONS,
    GOOD,
    MAIN,
    OFFICE,
    RELATIONS,
    SHARED,
    SHEET,
    TYPES,
    WORKBOOK_TYPE,
    laughs,
    package,
    parts_of,
    relation,
    rows_of,
    sheet,
    stations,
    swollen,
    with_parts,
    workbook,
)


@dataclass(frozen=True)
class Case:
    """How the file comes about, and every problem that reading it gives, with its place."""

    name: str
    make: Callable[[], bytes]
    outcome: list[tuple[str, str]]
    limits: Limits = field(default_factory=Limits)


def refused(name: str, make: Callable[[], bytes], code: str, where: str = "", **limits: Any) -> Case:
    """The file as a whole is refused."""
    place = f"file hostile, {where}" if where else "file hostile"
    return Case(name, make, [(code, place)], Limits(**limits))


def reported(name: str, make: Callable[[], bytes], *outcome: tuple[str, str]) -> Case:
    """Its cells are named one by one."""
    return Case(name, make, list(outcome))


def edited(change: Callable[[zipfile.ZipInfo], None]) -> Callable[[zipfile.ZipFile], None]:
    return lambda archive: change(archive.filelist[-1])


def two_sheets(name: str, *, state: str = "visible", rows: str = '<row r="1"><c r="A1"><v>1</v></c></row>') -> bytes:
    book = (
        f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="Stations" sheetId="1" r:id="rId1"/>'
        f'<sheet name="{name}" sheetId="2" state="{state}" r:id="rId3"/></sheets></workbook>'
    )
    sheets = relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId3", "worksheet", "/xl/other.xml")
    return with_parts({BOOK: book, BOOK_RELATIONS: RELATIONS.format(sheets), "xl/other.xml": sheet(rows)})


def of_rows(rows: str) -> Callable[[], bytes]:
    return lambda: with_parts({SHEET: sheet(rows)})


def repeated_text() -> bytes:
    """One text of 32,000 letters, shown in 100,000 cells: three gigabytes from a few kilobytes."""
    shared = f"<sst {MAIN}><si><t>{'x' * 32_000}</t></si></sst>"
    rows: Iterable[str] = (f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100_001))
    return with_parts({SHARED: shared, SHEET: sheet("".join(rows))})


def random_octets_changed() -> bytes:
    data = bytearray(stations(GOOD))
    start = data.index(SHEET.encode()) + len(SHEET) + 20
    data[start : start + 8] = b"\xff" * 8
    return bytes(data)


FORMULA = '<c r="HERE"><f>SUM(A1:A9)</f><v>40</v></c>'
DEEP = f"<worksheet {MAIN}>" + "<a>" * 100_000 + "</a>" * 100_000 + "</worksheet>"
SLIP = "../../etc/cron.d/x"

ARCHIVES = [
    refused("cut_off", lambda: stations(GOOD)[:-200], "R111"),
    refused("octets_changed", random_octets_changed, "R111", SHEET),
    refused("ten_gigabytes_declared", lambda: swollen(10 * 2**30), "R112"),
    refused("ten_gigabytes_denied", lambda: swollen(1000), "R111", SHEET),
    refused("ratio", lambda: with_parts({SHEET: b" " * 8 * MEBIBYTE}), "R113", SHEET),
    refused("ten_thousand_members", lambda: with_parts(dict.fromkeys(map(str, range(10_000)), "")), "R114"),
    refused("leads_outside", lambda: with_parts({SLIP: "x"}), "R115", SLIP),
    refused("leads_to_the_root", lambda: with_parts({"/etc/passwd": "x"}), "R115", "/etc/passwd"),
    refused(
        "encrypted_member",
        lambda: with_parts({}, edit=edited(lambda member: setattr(member, "flag_bits", 1))),
        "R116",
        SHEET,
    ),
    refused(
        "unknown_compression",
        lambda: with_parts({}, edit=edited(lambda m: setattr(m, "compress_type", 9))),
        "R111",
        SHEET,
    ),
    refused("nested", lambda: with_parts({"xl/embeddings/a.xlsx": stations(GOOD)}), "R117", "xl/embeddings/a.xlsx"),
    refused("quine", lambda: package({"r/r.zip": b"PK\x03\x04"}), "R117", "r/r.zip"),
    refused("without_workbook", lambda: with_parts({BOOK: None}), "R118", BOOK),
    refused("without_sheet", lambda: with_parts({SHEET: None}), "R118", SHEET),
    refused("no_spreadsheet", lambda: package({"readme.txt": "x"}), "R118", "[Content_Types].xml"),
    refused(
        "two_members_of_one_name",
        lambda: with_parts({"XL/Worksheets/Sheet1.xml": "x"}),
        "R124",
        "XL/Worksheets/Sheet1.xml",
    ),
    refused("open_document", lambda: package({"mimetype": "x", "content.xml": "x"}), "R106"),
    refused("binary_workbook", lambda: package({"xl/workbook.bin": b"x"}), "R106"),
]

PARTS = [
    refused("billion_laughs", lambda: with_parts({SHARED: laughs()}), "R119", SHARED),
    refused(
        "entity_of_itself",
        lambda: with_parts({SHEET: f'<!DOCTYPE w [<!ENTITY e "&e;">]><worksheet {MAIN}>&e;</worksheet>'}),
        "R119",
        SHEET,
    ),
    refused(
        "entity_from_a_file",
        lambda: with_parts({BOOK: '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>'}),
        "R119",
        BOOK,
    ),
    refused("sheet_in_utf_16", lambda: with_parts({SHEET: sheet("").encode("utf-16")}), "R120", SHEET),
    refused(
        "sheet_in_another_encoding",
        lambda: with_parts({SHEET: f'<?xml version="1.0" encoding="windows-1251"?>{sheet("")}'}),
        "R120",
        SHEET,
    ),
    refused("not_closed", lambda: with_parts({SHEET: f"<worksheet {MAIN}><sheetData>"}), "R120", SHEET),
    refused("entity_in_a_plain_row", of_rows('<row r="1"><c r="A1"><v>&x;</v></c></row>'), "R120", SHEET),
    refused("very_deep", lambda: with_parts({SHEET: DEEP}), "R123", SHEET),
    refused("macros", lambda: with_parts({"xl/vbaProject.bin": b"x"}), "R121"),
    refused(
        "macros_by_its_type",
        lambda: with_parts(
            {"[Content_Types].xml": TYPES.format(WORKBOOK_TYPE.replace("sheet.main", "sheet.macroEnabled.main"))}
        ),
        "R121",
    ),
    refused("external_link", lambda: with_parts({"xl/externalLinks/externalLink1.xml": "<x/>"}), "R122"),
    refused(
        "sheet_elsewhere",
        lambda: with_parts(
            {
                BOOK_RELATIONS: RELATIONS.format(
                    relation("rId1", "worksheet", "http://192.0.2.1/s", 'TargetMode="External"')
                )
            }
        ),
        "R122",
    ),
    refused(
        "picture_elsewhere",
        lambda: with_parts(
            {
                "xl/drawings/_rels/d.xml.rels": RELATIONS.format(
                    relation("rId1", "image", "//192.0.2.1/p", 'TargetMode="External"')
                )
            }
        ),
        "R122",
    ),
    refused(
        "sheet_outside",
        lambda: with_parts({BOOK_RELATIONS: RELATIONS.format(relation("rId1", "worksheet", "../../x.xml"))}),
        "R115",
        "../../x.xml",
    ),
    refused("no_sheet_at_all", lambda: with_parts({BOOK: f"<workbook {MAIN}><sheets/></workbook>"}), "R127"),
    refused("hidden_sheet", lambda: stations(GOOD, state="veryHidden"), "R125", "sheet Stations"),
    refused("empty_sheet", workbook, "R101"),
]

GRIDS = [
    refused(
        "row_beyond_the_grid", of_rows('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), "R128", "row 1048577"
    ),
    refused("row_number_zero", of_rows('<row r="0"><c r="A0"><v>1</v></c></row>'), "R128", "row 0"),
    refused("rows_out_of_order", of_rows('<row r="2"/><row r="1"/>'), "R128", "row 1"),
    refused(
        "cells_out_of_order",
        of_rows('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
        "R128",
        "cell A1",
    ),
    refused("cell_of_another_row", of_rows('<row r="1"><c r="A900000"><v>1</v></c></row>'), "R128", "cell A900000"),
    refused("column_beyond_the_grid", of_rows('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "R128", "cell XFE1"),
    refused("a_million_columns", of_rows('<row r="1"><c r="BDWGN1"><v>1</v></c></row>'), "R128", "cell BDWGN1"),
    refused("last_column", of_rows('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "R130", "cell XFD1"),
    refused("last_row", of_rows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), "R129", "row 1048576"),
    refused(
        "huge_area_of_two_cells",
        of_rows('<row r="1"><c r="IV1"><v>1</v></c></row><row r="199999"><c r="A199999"><v>1</v></c></row>'),
        "R131",
    ),
    refused("size_nonsense", lambda: stations(GOOD, before='<dimension ref="\u202e"/>'), "R111", SHEET),
    refused("one_text_in_many_cells", repeated_text, "R107", memory=300 * MEBIBYTE),
    refused("too_slow", lambda: stations(GOOD), "R108", seconds=0.001),
    refused("too_much_to_say", lambda: stations(GOOD), "R109", answer_bytes=100),
]

CELLS = [
    reported("formula", lambda: stations(GOOD, ("Rome", FORMULA, *GOOD[2:])), ("R201", "cell B3")),
    reported(
        "formula_under_a_prefix",
        lambda: stations(("Rome", '<x:c r="HERE" xmlns:x="x"><x:f/><x:v>4</x:v></x:c>', *GOOD[2:])),
        ("R201", "cell B2"),
    ),
    reported(
        "formula_without_a_value",
        lambda: stations(("Rome", '<c r="HERE"><f>1</f></c>', *GOOD[2:])),
        ("R201", "cell B2"),
    ),
    reported(
        "formula_among_the_headings",
        lambda: workbook(('<c r="HERE"><f>1</f></c>', *HEADINGS[1:]), GOOD),
        ("R201", "cell A1"),
        ("R302", "row 1"),
    ),
    reported("error", lambda: stations(("Rome", '<c r="HERE" t="e"><v>#REF!</v></c>', *GOOD[2:])), ("R202", "cell B2")),
    reported(
        "merged_cells",
        lambda: stations(GOOD, after='<mergeCells><mergeCell ref="D2:E2"/></mergeCells>'),
        ("R203", "cells D2:E2"),
    ),
    reported(
        "everything_merged",
        lambda: stations(GOOD, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        ("R203", "cells A1:XFD1048576"),
    ),
    reported(
        "merged_headings",
        lambda: workbook((*HEADINGS[:5], None), GOOD[:5], after='<mergeCells><mergeCell ref="E1:F1"/></mergeCells>'),
        ("R203", "cells E1:F1"),
    ),
    reported(
        "hidden_row",
        lambda: with_parts({SHEET: sheet(rows_of(HEADINGS) + rows_of(GOOD, first=2, attributes='hidden="1"'))}),
        ("R204", "row 2"),
    ),
    reported(
        "hidden_column",
        lambda: stations(GOOD, before='<cols><col min="4" max="16384" hidden="1"/></cols>'),
        ("R205", "column D"),
        ("R205", "column E"),
        ("R205", "column F"),
    ),
    reported("digits_lost", lambda: stations(("Rome", 1234567890123456, *GOOD[2:])), ("R206", "cell B2")),
    reported(
        "number_without_end", lambda: stations(("Rome", "<c r='HERE'><v>1e999</v></c>", *GOOD[2:])), ("R206", "cell B2")
    ),
    reported("text_of_100_kilobytes", lambda: stations(("x" * 100_000, *GOOD[1:])), ("R207", "cell A2")),
    reported("second_sheet", lambda: two_sheets("Draft"), ("R126", "sheet Draft")),
    reported("second_sheet_hidden", lambda: two_sheets("Draft", state="hidden"), ("R126", "sheet Draft")),
    reported("second_sheet_of_a_turned_name", lambda: two_sheets("\u202etfarD"), ("R126", "sheet [U+202E]tfarD")),
    reported("number_as_the_date", lambda: stations((*GOOD[:5], 45299)), ("R416", "row 2, column Created")),
    reported(
        "true_as_the_kind",
        lambda: stations((*GOOD[:4], '<c r="HERE" t="b"><v>1</v></c>')),
        ("R425", "row 2, column Kind"),
    ),
    reported("fraction_as_the_number", lambda: stations(("Rome", 39.5, *GOOD[2:])), ("R411", "row 2, column Number")),
    reported(
        "negative_zero",
        lambda: stations(("Rome", "<c r='HERE'><v>-0</v></c>", *GOOD[2:])),
        ("R413", "row 2, column Number"),
    ),
    reported("bidi", lambda: stations(("Ro\u202eme", *GOOD[1:])), ("R403", "row 2, column Mission")),
    reported("like_a_formula", lambda: stations(("@SUM(1)", *GOOD[1:])), ("R406", "row 2, column Mission")),
    reported("beside_the_headings", lambda: stations((*GOOD, None, "x")), ("R307", "cell H2")),
    reported("headings_in_row_3", lambda: workbook(("List of stations",), (), HEADINGS, GOOD), ("R306", "row 3")),
]

HARMLESS = [
    reported("size_overstated", lambda: stations(GOOD, before='<dimension ref="A1:XFD1048576"/>')),
    reported(
        "hyperlink",
        lambda: with_parts(
            {
                "xl/worksheets/_rels/sheet1.xml.rels": RELATIONS.format(
                    relation("rId1", "hyperlink", "mailto:a@example.org", 'TargetMode="External"')
                )
            }
        ),
    ),
    reported("help_sheet", lambda: two_sheets("Help")),
    reported("empty_second_sheet", lambda: two_sheets("Sheet2", rows="")),
    reported(
        "formula_of_a_format",
        lambda: stations(
            GOOD,
            after="<conditionalFormatting><cfRule><formula>1</formula></cfRule></conditionalFormatting><extLst><f>1</f></extLst>",
        ),
    ),
    reported(
        "rows_without_numbers",
        lambda: package(parts_of(sheet(rows_of(HEADINGS, GOOD)).replace(' r="1" ', " ").replace(' r="2" ', " "))),
    ),
    reported("empty_cells_to_the_last_row", lambda: stations(GOOD, ("<c r='HERE' s='0'/>",) * 300)),
]


@pytest.mark.parametrize("case", [*ARCHIVES, *PARTS, *GRIDS, *CELLS, *HARMLESS], ids=lambda case: case.name)
def test_spreadsheet(case: Case) -> None:
    assert outcome_within_bounds(case.make(), case.limits) == case.outcome
