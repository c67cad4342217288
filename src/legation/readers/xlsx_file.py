"""Reading a spreadsheet: looked through first, then its values taken from a copy of the parts that were looked at."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import IO, Any, BinaryIO

import python_calamine

from legation.readers.addresses import address
from legation.readers.characters import shown
from legation.readers.limits import Limits
from legation.readers.request import RawRow, Request
from legation.readers.xlsx_archive import Archive
from legation.readers.xlsx_book import RELATIONS, TYPES, WORKBOOK, Book, Sheet, book_of, chosen
from legation.readers.xlsx_sheet import SheetFacts, scan
from legation.readers.xml_stream import local, parse
from legation_core.problems import Problem, Refused
from legation_core.register.folding import fold

_ROOT = "_rels/.rels"
_ROOT_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
_EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number; later ones have become zeros."""


def read(stream: BinaryIO, request: Request) -> Iterator[RawRow | Problem]:
    """The problems of the file that have an address, then every row that holds anything, with its number."""
    limits = request.limits
    archive = Archive(stream, limits)
    book = book_of(archive, depth=limits.depth)
    sheet = chosen(book.sheets, request)
    yield from _other_sheets(archive, book.sheets, sheet, request)
    copy, facts = _looked_through(archive, book, sheet, limits)
    yield from facts.problems()
    yield from _rows(copy, sheet, facts, limits)


def _other_sheets(archive: Archive, sheets: tuple[Sheet, ...], sheet: Sheet, request: Request) -> Iterator[Problem]:
    for other in sheets:
        is_help = fold(other.name) in request.help_sheets
        if other is not sheet and not is_help and _holds_values(archive, other, request.limits):
            yield Problem("R126", f"sheet {shown(other.name)}", {"read": shown(sheet.name)})


def _holds_values(archive: Archive, sheet: Sheet, limits: Limits) -> bool:
    found: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if local(name) in {"v", "is", "f"}:
            found.append(name)
            raise _Found

    try:
        parse(archive.chunks(sheet.part), sheet.part, start, depth=limits.depth)
    except _Found:
        return True
    return False


class _Found(Exception):
    """The sheet holds something."""


def _looked_through(archive: Archive, book: Book, sheet: Sheet, limits: Limits) -> tuple[io.BytesIO, SheetFacts]:
    """A new archive with nothing in it but parts that were looked through, so that both readers see the same."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as target:
        for part in (TYPES, WORKBOOK, RELATIONS):
            target.writestr(part, archive.read(part))
        target.writestr(_ROOT, _ROOT_RELATIONS)
        for part in book.shared:
            with target.open(part, "w") as member:
                parse(_copied(archive.chunks(part), member), part, depth=limits.depth)
        with target.open(sheet.part, "w") as member:
            facts = scan(_copied(archive.chunks(sheet.part), member), sheet.part, limits)
    copy.seek(0)
    return copy, facts


def _copied(chunks: Iterator[bytes], target: IO[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        target.write(chunk)
        yield chunk


def _rows(copy: io.BytesIO, sheet: Sheet, facts: SheetFacts, limits: Limits) -> Iterator[RawRow | Problem]:
    if not facts.last_row:
        raise Refused("R101")
    try:
        table = python_calamine.load_workbook(copy).get_sheet_by_name(sheet.name)
        rows = table.iter_rows()
    except python_calamine.CalamineError as error:
        raise Refused("R111", sheet.part, {"detail": str(error)[:80]}) from None
    top, left = table.start or (0, 0)
    told = facts.told()
    margin: list[str | None] = [""] * left
    for number, values in enumerate(rows, start=top + 1):
        cells = [*margin, *[_TEXTS[type(value)](value) for value in values]]
        if told or None in cells or len("".join(filter(None, cells))) > limits.cell_characters:
            yield from _faults(number, cells, told, limits)
        if any(cells) or None in cells:
            yield number, cells


def _faults(number: int, cells: list[str | None], told: set[tuple[int, int]], limits: Limits) -> Iterator[Problem]:
    """Blank out cells that are told already; tell those that lost digits or are too long."""
    for column, cell in enumerate(cells, start=1):
        place = address(number, column)
        if (number, column) in told:
            cells[column - 1] = None
        elif cell is None:
            yield Problem("R206", f"cell {place}", {"cell": place})
        elif len(cell) > limits.cell_characters:
            cells[column - 1] = None
            yield Problem("R207", f"cell {place}", {"cell": place, "limit": limits.cell_characters})


def _number(value: float) -> str | None:
    if not -_EXACT < value < _EXACT:
        return None
    whole = int(value)
    if value == whole:
        return str(whole)
    short = format(value, ".15g")
    return format(Decimal(short), "f") if "e" in short else short


def _moment(value: datetime) -> str:
    rounded = _whole_second(value)
    return rounded.date().isoformat() if rounded.time() == time() else rounded.isoformat(sep=" ")


def _clock(value: time | timedelta) -> str:
    """08:00, with seconds only where there are any; 26:30 for a duration."""
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    seconds = round(value.total_seconds())
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    return f"{text}:{seconds % 60:02d}" if seconds % 60 else text


def _whole_second(value: datetime) -> datetime:
    return (value + timedelta(microseconds=500_000)).replace(microsecond=0)


_TEXTS: Mapping[type, Callable[[Any], str | None]] = {
    str: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    int: _number,
    float: _number,
    date: date.isoformat,
    datetime: _moment,
    time: _clock,
    timedelta: _clock,
}
"""What a person sees in a cell, dates and times in ISO form; `None` for a number that has lost digits."""
