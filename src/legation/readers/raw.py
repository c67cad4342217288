"""The rows of a file as they stand, for whoever knows by a map what they mean: any encoding and delimiter, or XLSX."""

import codecs
import csv
import io
from itertools import chain
from pathlib import Path

from legation.readers.content import is_spreadsheet
from legation.readers.limits import MEBIBYTE, STANDARD, Limits
from legation.readers.process import answers
from legation.readers.request import Request
from legation_core.problems import Problem, Refused


def raw_rows(
    path: Path, *, encoding: str, delimiter: str, limits: Limits = STANDARD
) -> list[tuple[int, tuple[str, ...]]]:
    """Every row that holds anything, with its number. A spreadsheet is known by its content and read in a child."""
    size = path.stat().st_size
    if size == 0:
        raise Refused("R101")
    if size > limits.file_bytes:
        raise Refused("R102", facts={"size": -(-size // MEBIBYTE), "limit": limits.file_bytes // MEBIBYTE})
    with path.open("rb") as source:
        if not is_spreadsheet(source):
            source.seek(0)
            return _text(source.read(), encoding, delimiter, limits)
        found = list(answers(source, Request(frozenset(), frozenset(), frozenset(), limits)))
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise Refused(problems[0].code, problems[0].where, problems[0].facts, problems)
    rows = [(one[0], one[1]) for one in found if not isinstance(one, Problem)]
    width = max((len(cells) for _, cells in rows), default=0)
    return [
        (number, tuple(chain((cell or "" for cell in cells), [""] * (width - len(cells))))) for number, cells in rows
    ]


def _text(octets: bytes, encoding: str, delimiter: str, limits: Limits) -> list[tuple[int, tuple[str, ...]]]:
    try:
        text = octets.decode(codecs.lookup(encoding).name if encoding != "utf-8-sig" else encoding)
    except (LookupError, UnicodeError, ValueError) as error:
        raise Refused("R148", facts={"encoding": encoding[:40]}) from error
    csv.field_size_limit(limits.cell_characters)
    rows: list[tuple[int, tuple[str, ...]]] = []
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            if number > limits.rows:
                raise Refused("R129", f"row {number}", {"limit": limits.rows})
            if any(cells):
                rows.append((number, tuple(cells)))
    except csv.Error as error:
        raise Refused("R143", f"row {number + 1}") from error
    return rows
