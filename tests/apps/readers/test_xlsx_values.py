"""What a spreadsheet program keeps as a number is read as the person sees it."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from legation.readers.columns import Column, Columns
from legation.readers.tables import read_table
from tests.apps.readers.workbooks import workbook

ANYTHING = Columns((Column("value", "Value"), Column("other", "Other")))


def seen(data: bytes) -> list[str]:
    table = read_table(data, name="values", columns=ANYTHING)
    assert table.problems == ()
    return [row.values["value"] for row in table.rows]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (40, "40"),
        (40.0, "40"),
        (-0.0, "0"),
        (999_999_999_999_999, "999999999999999"),
        (0.1 + 0.2, "0.3"),
        (41.9, "41.9"),
        (1e-7, "0.0000001"),
        ("007", "007"),
        (True, "TRUE"),
        (date(2024, 2, 7), "2024-02-07"),
        (datetime(2024, 2, 7, 8, 30), "2024-02-07 08:30:00"),
        (time(8, 30), "08:30"),
        (time(23, 59, 59), "23:59:59"),
        (timedelta(hours=26, minutes=30), "26:30"),
    ],
)
@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904], ids=["1900", "1904"])
def test_a_value_is_read_as_it_is_seen(value: object, text: str, epoch: datetime) -> None:
    book, target = Workbook(), BytesIO()
    book.epoch = epoch
    for row in (["Value", "Other"], [value, "x"]):
        book.active.append(row)
    book.save(target)
    assert seen(target.getvalue()) == [text]


def test_a_table_may_begin_beside_empty_columns_of_headings() -> None:
    assert seen(workbook((None, "Other", "Value"), (None, "x", 1), (), (None, "x", 2))) == ["1", "2"]


def test_texts_in_pieces_are_put_together() -> None:
    pieces = '<c r="HERE" t="inlineStr"><is><r><t>Ba</t></r><r><rPr><b/></rPr><t>ku</t></r></is></c>'
    assert seen(workbook(("Value", "Other"), (pieces, "x"))) == ["Baku"]
