"""One pass over the XML of a sheet, before its values are read: what stands where, and what a table must not hold.

The library that reads the values gives the last result of a formula and passes over merged, hidden and broken cells.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legation.readers.addresses import LAST_COLUMN, LAST_ROW, address, column_of, letters_of, split_range
from legation.readers.characters import in_ascii
from legation.readers.limits import Limits
from legation.readers.xlsx_rows import PlainRows
from legation.readers.xml_stream import Parser, local
from legation_core.problems import Problem, Refused

_KEPT = 10_000
"""So many faults of one kind are remembered with their place."""
_TRUE = frozenset({"1", "true"})
_AFTER_ROWS = frozenset(
    {
        "sheetCalcPr",
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
        "customSheetViews",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
    }
)
"""What follows the rows. Elements named `f` behind one of these belong to conditional formats."""


@dataclass(slots=True)
class SheetFacts:
    """What the pass found. Rows and columns count from 1."""

    last_row: int = 0
    last_column: int = 0
    formulas: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    """Only those that hold something; of columns likewise."""
    hidden_columns: set[int] = field(default_factory=set)

    def told(self) -> set[tuple[int, int]]:
        """Cells whose own problem is told, so that their content is not judged a second time."""
        cells = {*self.formulas, *self.errors}
        for top, left, bottom, right in self.merges:
            if (bottom - top + 1) * (right - left + 1) <= _KEPT:
                cells |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        return cells

    def problems(self) -> Iterator[Problem]:
        """Formulas, errors, merged cells, hidden columns and rows: each by its address."""
        formulas = set(self.formulas)
        for row, column in self.formulas:
            yield Problem("R201", f"cell {address(row, column)}", {"cell": address(row, column)})
        for row, column in self.errors:
            if (row, column) not in formulas:
                yield Problem("R202", f"cell {address(row, column)}", {"cell": address(row, column)})
        for top, left, bottom, right in self.merges:
            cells = f"{address(top, left)}:{address(bottom, right)}"
            yield Problem("R203", f"cells {cells}", {"cells": cells})
        for column in sorted(self.hidden_columns):
            yield Problem("R205", f"column {letters_of(column)}", {"column": letters_of(column)})
        for row in self.hidden_rows:
            yield Problem("R204", f"row {row}", {"row": row})


def scan(chunks: Iterable[bytes], part: str, limits: Limits) -> SheetFacts:
    """Look through a whole sheet. Cells out of order or out of the grid, and too large an area, are refused."""
    scanner = _Scanner(limits)
    _divided(chunks, part, scanner, limits)
    facts = scanner.facts
    if facts.last_row * facts.last_column > limits.cells:
        raise Refused("R131", facts={"limit": limits.cells})
    facts.merges = [merge for merge in facts.merges if merge[0] <= facts.last_row and merge[1] <= facts.last_column]
    return facts


def _divided(chunks: Iterable[bytes], part: str, scanner: "_Scanner", limits: Limits) -> None:
    """Plain rows are counted; the rest goes through a parser, which so also sees that the whole is well formed."""
    parser = Parser(part, scanner.start, depth=limits.depth)
    rows = PlainRows()
    for chunk in chunks:
        for row in rows.divide(chunk):
            if isinstance(row, bytes):
                parser.feed(row)
            else:
                scanner.plain_row(*row)
    parser.feed(rows.end())
    parser.end()


class _Scanner:
    """Called for every element; the order of the questions is the order of their frequency."""

    def __init__(self, limits: Limits) -> None:
        self.facts = SheetFacts()
        self._limits = limits
        self._columns = {letters_of(column): column for column in range(1, 27)}
        self._row = self._column = 0
        self._row_text = "0"
        self._row_hidden = self._done = False
        self._hidden: bytearray | None = None
        self._shape = b""

    def plain_row(self, row: int, references: list[bytes]) -> None:
        """A row in which every cell has a value. Rows mostly have the shape of the one before."""
        self._next_row(row, str(row))
        number = b"%d" % row
        if b",".join(references) == self._shape.replace(b"#", number):
            self._first_in_row()
            return
        for reference in references:
            self._cell({"r": reference.decode("ascii")})
            self._value()
        self._shape = b",".join(reference[: -len(number)] + b"#" for reference in references)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._cell(attributes)
        elif name in {"v", "is"}:
            self._value()
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._formula()
        elif ":" in name:
            self.start(local(name), attributes)
        else:
            self._other(name, attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            column = self._column + 1
        elif reference.endswith(self._row_text):
            letters = reference[: -len(self._row_text)]
            column = self._columns.get(letters) or self._new_column(letters)
        else:
            column = 0
        if not self._column < column <= LAST_COLUMN or self._done:
            raise Refused("R128", f"cell {in_ascii(reference or str(column))}", {"row": self._row})
        self._column = column
        if attributes.get("t") == "e" and len(self.facts.errors) < _KEPT:
            self.facts.errors.append((self._row, column))

    def _new_column(self, letters: str) -> int:
        column = column_of(letters)
        if column:
            self._columns[letters] = column
        return column

    def _value(self) -> None:
        facts, column = self.facts, self._column
        if self._done or not column:
            return
        if facts.last_row != self._row:
            self._first_in_row()
        if column > facts.last_column:
            facts.last_column = column
            if column > self._limits.columns:
                raise Refused("R130", f"cell {address(self._row, column)}", {"limit": self._limits.columns})
        if self._hidden and self._hidden[column]:
            facts.hidden_columns.add(column)

    def _first_in_row(self) -> None:
        self.facts.last_row = self._row
        if self._row > self._limits.rows:
            raise Refused("R129", f"row {self._row}", {"limit": self._limits.rows})
        if self._row_hidden and len(self.facts.hidden_rows) < _KEPT:
            self.facts.hidden_rows.append(self._row)

    def _start_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r") or str(self._row + 1)
        row = int(text) if text.isascii() and text.isdigit() and len(text) <= 7 else 0
        self._next_row(row, text)
        self._row_hidden = attributes.get("hidden") in _TRUE

    def _next_row(self, row: int, text: str) -> None:
        if not self._row < row <= LAST_ROW or self._done:
            raise Refused("R128", f"row {in_ascii(text)}", {"row": self._row})
        self._row, self._row_text, self._column = row, str(row), 0
        self._row_hidden = False

    def _formula(self) -> None:
        if self._column and not self._done:
            self._value()
            if len(self.facts.formulas) < _KEPT:
                self.facts.formulas.append((self._row, self._column))

    def _other(self, name: str, attributes: dict[str, str]) -> None:
        if name in _AFTER_ROWS:
            self._done = True
        elif name == "mergeCell" and len(self.facts.merges) < _KEPT:
            self.facts.merges.append(split_range(attributes.get("ref", "")))
        elif name == "col" and attributes.get("hidden") in _TRUE:
            self._hide(attributes)

    def _hide(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if not (first.isdigit() and last.isdigit() and len(first + last) <= 10):
            raise Refused("R128", "columns", {"row": 0})
        self._hidden = self._hidden or bytearray(LAST_COLUMN + 1)
        span = range(int(first), min(int(last), LAST_COLUMN) + 1)
        self._hidden[span.start : span.stop] = b"\x01" * len(span)
