"""The table to download: filled in and brought back, it is read."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from legation.readers.tables import read_table
from legation.readers.templates import template_csv, template_xlsx
from tests.apps.readers.stations import HEADINGS, SEOUL, STATIONS


@pytest.mark.parametrize("language", ["en", "az"])
def test_template_xlsx_filled_in_is_read(language: str) -> None:
    book = load_workbook(BytesIO(template_xlsx(STATIONS, language)))
    for column, text in enumerate(SEOUL, start=1):
        book.worksheets[0].cell(row=2, column=column, value=text)
    filled = BytesIO()
    book.save(filled)
    table = read_table(filled.getvalue(), name="filled", columns=STATIONS)
    assert [tuple(row.values.values()) for row in table.rows] == [SEOUL]


def test_template_xlsx_says_what_each_column_wants() -> None:
    page = load_workbook(BytesIO(template_xlsx(STATIONS, "en")))["Help"]
    rows = list(page.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == list(HEADINGS)
    assert rows[3] == ("Time zone", "no", "An IANA time zone: Asia/Baku", "An IANA time zone: Asia/Baku", "Asia/Seoul")
    assert rows[4][3] == "embassy (Embassy)\nconsulate (Consulate)"


def test_template_xlsx_gives_the_same_bytes_twice() -> None:
    assert template_xlsx(STATIONS, "az") == template_xlsx(STATIONS, "az")


def test_template_csv_is_the_line_of_headings() -> None:
    assert template_csv(STATIONS, "en").decode("utf-8-sig") == ",".join(HEADINGS) + "\r\n"
    assert read_table(template_csv(STATIONS, "az"), name="t", columns=STATIONS).problems[0].code == "R301"
