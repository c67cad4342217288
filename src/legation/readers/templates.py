"""The empty table to download: its headings, and a second sheet that says what each column wants."""

import io

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from legation.base.exports import new_workbook, sheet_name, write_csv
from legation.readers.columns import Column, Columns, Kind, in_language
from legation.readers.wording import HELP_HEADINGS, HELP_SHEET, KINDS, NO, YES

_WIDTH = 18
_ROWS_WITH_CHOICES = 10_000
_LONGEST_LIST = 255
"""Characters that a spreadsheet keeps of a list of allowed values."""
_FORMATS = {Kind.INT: "0", Kind.DECIMAL: "General", Kind.DATE: "yyyy-mm-dd", Kind.TIME: "hh:mm"}


def template_xlsx(columns: Columns, language: str) -> bytes:
    """A spreadsheet with the headings in `language` and a help sheet. The same columns give the same bytes."""
    target = io.BytesIO()
    with new_workbook(target) as book:
        page = book.add_worksheet(sheet_name(in_language(columns.sheet, language)))
        for index, column in enumerate(columns.columns):
            _write_column(book, page, index, column, language)
        page.freeze_panes(1, 0)
        _write_help(book, columns, language)
        page.activate()
    return target.getvalue()


def template_csv(columns: Columns, language: str) -> bytes:
    """The line of headings in `language` and nothing else: an example row would be read as a row."""
    return write_csv([], headings=[in_language(column.title, language) for column in columns.columns])


def _write_column(book: xlsxwriter.Workbook, page: Worksheet, index: int, column: Column, language: str) -> None:
    """The heading, and cells of a kind that keeps leading zeros and does not turn texts into dates."""
    kind = Kind(column.kind) if column.parse is None else Kind.TEXT
    page.set_column(index, index, _WIDTH, book.add_format({"num_format": _FORMATS.get(kind, "@")}))
    heading = book.add_format({"bold": column.required, "bottom": 1, "num_format": "@"})
    page.write_string(0, index, in_language(column.title, language), heading)
    keys = list(column.choices)
    if keys and len(",".join(keys)) <= _LONGEST_LIST:
        page.data_validation(1, index, _ROWS_WITH_CHOICES, index, {"validate": "list", "source": keys})


def _write_help(book: xlsxwriter.Workbook, columns: Columns, language: str) -> None:
    page = book.add_worksheet(sheet_name(HELP_SHEET.in_language(language)))
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    page.set_column(0, len(HELP_HEADINGS) - 1, 2 * _WIDTH)
    for index, heading in enumerate(HELP_HEADINGS):
        page.write_string(0, index, heading.in_language(language), bold)
    for number, column in enumerate(columns.columns, start=1):
        for index, text in enumerate(_help(column, language)):
            page.write_string(number, index, text, wrapped)


def _help(column: Column, language: str) -> tuple[str, ...]:
    """One row of the help sheet, in the order of `HELP_HEADINGS`."""
    choices = [f"{key} ({in_language(title, language)})" for key, title in column.choices.items()]
    kind = KINDS[Kind(column.kind)].in_language(language)
    return (
        in_language(column.title, language),
        (YES if column.required else NO).in_language(language),
        in_language(column.help, language) or kind,
        "\n".join(choices) or kind,
        column.example,
    )
