"""Tables that we hand out. A text that begins like a formula stays a text in whatever program opens the file.

The same rows give the same bytes, so that a file can be compared and its hash recorded.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | Decimal | date | time | datetime | bool | None

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  spreadsheets know no zones; a fixed moment keeps the bytes the same
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_CELL = 32_767
_EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number; longer ones are written as text."""


def write_csv(rows: Iterable[Sequence[Cell]], *, headings: Sequence[str] = (), byte_order_mark: bool = True) -> bytes:
    """Comma-separated UTF-8, lines ended as RFC 4180 says. The mark makes spreadsheet programs read it as UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if headings:
        writer.writerow([_safe(heading) for heading in headings])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig" if byte_order_mark else "utf-8")


def write_xlsx(rows: Iterable[Sequence[Cell]], *, headings: Sequence[str] = (), sheet: str = "Table") -> bytes:
    """A spreadsheet of one sheet. Numbers and dates are such; every text is a text, also one that begins with "="."""
    target = io.BytesIO()
    with new_workbook(target) as book:
        page = book.add_worksheet(sheet_name(sheet))
        writer = _SheetWriter(book, page)
        writer.head(headings)
        for row in rows:
            writer.row(row)
    return target.getvalue()


def new_workbook(target: io.BytesIO) -> xlsxwriter.Workbook:
    """A workbook in memory whose bytes depend on nothing but what is written into it."""
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": CREATED})
    return book


def sheet_name(text: str) -> str:
    """`text` as the name of a sheet: at most 31 characters, none that spreadsheets forbid."""
    return _SHEET_NAME.sub(" ", text).strip("' ")[:31] or "Table"


def _written(cell: Cell) -> str:
    """The one written form of a cell: dates and times in ISO form, no exponent."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, date | time):
        return f"{cell:%H:%M}" if isinstance(cell, time) and not cell.second else cell.isoformat()
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _safe(cell: Cell) -> str:
    """An apostrophe before what a spreadsheet program would take for a formula; plain numbers stay as they are."""
    text = _written(cell)
    if text.startswith(_STARTS) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


class _SheetWriter:
    """Writes rows one below the other, each cell by its kind."""

    def __init__(self, book: xlsxwriter.Workbook, page: Worksheet) -> None:
        self._page = page
        self._bold: Format = book.add_format({"bold": True, "num_format": "@"})
        self._date: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self._text: Format = book.add_format({"num_format": "@", "quote_prefix": True})
        self._next = 0

    def head(self, headings: Sequence[str]) -> None:
        if headings:
            for column, heading in enumerate(headings):
                self._page.write_string(0, column, heading, self._bold)
            self._page.freeze_panes(1, 0)
            self._next = 1

    def row(self, cells: Sequence[Cell]) -> None:
        for column, cell in enumerate(cells):
            self._cell(column, cell)
        self._next += 1

    def _cell(self, column: int, cell: Cell) -> None:
        if cell is None or isinstance(cell, bool | str | time):
            self._string(column, _written(cell))
        elif isinstance(cell, datetime) or (isinstance(cell, date) and cell.year < 1901):
            self._string(column, cell.isoformat())
        elif isinstance(cell, date):
            self._page.write_datetime(self._next, column, cell, self._date)
        elif -_EXACT < cell < _EXACT:
            self._page.write_number(self._next, column, cell)
        else:
            self._string(column, _written(cell))

    def _string(self, column: int, text: str) -> None:
        if len(text) > _LONGEST_CELL:
            raise ValueError(f"a cell holds at most {_LONGEST_CELL} characters, this one has {len(text)}")
        if text:
            needs_mark = text.startswith(_STARTS)
            self._page.write_string(self._next, column, text, self._text if needs_mark else None)
