"""Reading comma-separated text: which encoding, which separator, then row by row. Nothing is guessed."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from legation.readers.limits import Limits
from legation.readers.request import RawRow, Request
from legation_core.problems import Problem, Refused

_SEPARATORS = (",", ";", "\t")
_OTHER_SEPARATORS = ("|", ":", "~", "^")
_DECLARED = re.compile(r'"?sep=([^\r\n])"?\r?\n?')
_SAMPLE_CHARACTERS = 64 * 1024
_SAMPLE_ROWS = 20


def read(stream: BinaryIO, request: Request) -> Iterator[RawRow | Problem]:
    """Every row that holds anything, with its number as a spreadsheet shows it."""
    text = _decoded(stream)
    declared = _DECLARED.match(text)
    start = declared.end() if declared else 0
    separator = _separator(text[start : start + _SAMPLE_CHARACTERS], request)
    source = io.StringIO(text, newline="")
    source.seek(start)
    return _rows(source, separator, request.limits)


def _decoded(stream: BinaryIO) -> str:
    stream.seek(0)
    data = stream.read()
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise Refused("R142")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(data)
    if data.count(0, 0, 1024) * 4 > len(data[:1024]):
        raise Refused("R141")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused("R140", f"line {line}", {"octet": f"0x{data[error.start]:02X}"}) from None
    return _not_empty(text)


def _utf_16(data: bytes) -> str:
    try:
        return _not_empty(data.decode("utf-16"))
    except UnicodeDecodeError:
        raise Refused("R146") from None


def _not_empty(text: str) -> str:
    if not text.strip():
        raise Refused("R101")
    return text


def _separator(sample: str, request: Request) -> str:
    """Of comma, semicolon and tab, the one that gives most of the wanted headings in one of the first rows."""
    best = max(_SEPARATORS, key=lambda separator: _score(sample, separator, request))
    if _score(sample, best, request) <= (1, 1):
        for other in _OTHER_SEPARATORS:
            if _score(sample, other, request) > (1, 1):
                raise Refused("R145", facts={"separator": other})
    return best


def _score(sample: str, separator: str, request: Request) -> tuple[int, int]:
    """Wanted headings in the best row, then its width."""
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        return max(((request.score(row), len(row)) for row in islice(rows, _SAMPLE_ROWS)), default=(0, 0))
    except csv.Error:
        return (0, 0)


def _rows(source: io.StringIO, separator: str, limits: Limits) -> Iterator[RawRow]:
    csv.field_size_limit(limits.cell_characters)
    reader = csv.reader(_lines(source, limits), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cells):
                yield _within(number, cells, limits)
    except csv.Error as error:
        raise _refusal(error, number + 1, limits) from None


def _lines(source: io.StringIO, limits: Limits) -> Iterator[str]:
    number = 0
    while line := source.readline(limits.line_characters + 1):
        number += 1
        if len(line) > limits.line_characters:
            raise Refused("R147", f"line {number}", {"limit": limits.line_characters})
        yield line


def _within(number: int, cells: list[str], limits: Limits) -> RawRow:
    if number > limits.rows:
        raise Refused("R129", f"row {number}", {"limit": limits.rows})
    width = len(cells)
    while width > limits.columns and not cells[width - 1]:
        width -= 1
    if width > limits.columns:
        raise Refused("R130", f"row {number}", {"limit": limits.columns})
    return number, list(cells[:width])


def _refusal(error: csv.Error, number: int, limits: Limits) -> Refused:
    """The module tells its errors apart by their English text only."""
    if "field limit" in str(error):
        return Refused("R144", f"row {number}", {"limit": limits.cell_characters})
    return Refused("R143", f"row {number}")
