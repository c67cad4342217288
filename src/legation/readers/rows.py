"""Each row of a table, cell by cell: what can be read becomes a value, what cannot becomes a problem with its place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legation.readers.addresses import address
from legation.readers.characters import DOUBTFUL, fault_in, has_line_break, shown, tidied
from legation.readers.columns import Column, Columns, Kind
from legation.readers.headings import Headings
from legation.readers.kinds import Reader, reader_of
from legation_core.problems import Fact, Problem, Refused
from legation_core.register.folding import fold

_FORMULA_STARTS = frozenset("=@+-'\uff1d\uff0b\uff0d\uff20")
_SIGNED_NUMBER = re.compile(r"[+-][0-9(][0-9 ().,:/\-]*")
"""A number, a telephone number, an offset. Anything else behind a sign begins like a formula."""

_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row without problems. `values` are the written forms, `typed` what they mean.

    An empty cell is "" among the values; among the typed it is `None`, but "" for text.
    """

    number: int
    """As the spreadsheet shows it; the headings are row 1."""
    values: Mapping[str, str]
    typed: Mapping[str, object]


@dataclass(slots=True)
class Problems:
    """The first problems in full, the others as a count."""

    limit: int
    listed: list[Problem] = field(default_factory=list)
    more: int = 0

    def __bool__(self) -> bool:
        return bool(self.listed)

    @property
    def is_full(self) -> bool:
        """True where one more would only be counted, so that nobody need describe it."""
        return len(self.listed) >= self.limit

    def add(self, problem: Problem) -> None:
        if problem.code == "R502":
            self.more += int(problem.facts["count"])
        elif not self.is_full:
            self.listed.append(problem)
        else:
            self.more += 1

    def all(self) -> tuple[Problem, ...]:
        """Those listed, and how many more there are."""
        more = (Problem("R502", facts={"count": self.more}),) if self.more else ()
        return (*self.listed, *more)


class RowReader:
    """Reads one row after another below one row of headings."""

    def __init__(self, columns: Columns, headings: Headings, problems: Problems) -> None:
        self._columns = columns
        self._headings = headings
        self._problems = problems
        self._cells: list[tuple[str, int, int, Reader, Column]] = [
            (column.key, headings.positions.get(column.key, -1), column.max_length, reader_of(column), column)
            for column in columns.columns
        ]
        self._first_by_key: dict[tuple[str, ...], int] = {}

    def read(self, number: int, cells: list[str | None]) -> Row | None:
        """The row, or nothing where a cell of it is a problem."""
        cells, is_clean = _tidied(cells)
        if not self._fits(number, cells):
            return None
        values: dict[str, str] = {}
        typed: dict[str, object] = {}
        for key, index, longest, reader, column in self._cells:
            text = cells[index] if index >= 0 else ""
            if text is None:
                continue
            try:
                if is_clean and text and len(text) <= longest and text[0] not in _FORMULA_STARTS:
                    typed[key], values[key] = reader(text)
                else:
                    typed[key], values[key] = _read_with_care(column, text, reader)
            except Refused as refused:
                self._tell(number, column, text, refused)
        self._check_key(number, values)
        return Row(number, values, typed) if len(values) == len(self._cells) else None

    def _fits(self, number: int, cells: Sequence[str | None]) -> bool:
        """The row is not empty, nothing stands beside or between the headings, and no cell is missing."""
        if not any(cells) and None not in cells:
            return False
        headings = self._headings
        outside = (
            [*headings.gaps, *range(headings.width, len(cells))] if len(cells) != headings.width else headings.gaps
        )
        for index in outside:
            if index < len(cells) and cells[index]:
                place = address(number, index + 1)
                facts: dict[str, Fact] = {"cell": place, "found": shown(cells[index] or "")}
                self._problems.add(Problem("R307", f"cell {place}", facts))
                return False
        if len(cells) < headings.width:
            counts: dict[str, Fact] = {"row": number, "count": len(cells), "wanted": headings.width}
            self._problems.add(Problem("R308", f"row {number}", counts))
            return False
        return True

    def _tell(self, number: int, column: Column, text: str, refused: Refused) -> None:
        if self._problems.is_full:
            self._problems.more += 1
            return
        name = self._headings.names.get(column.key) or str(column.title)
        facts: dict[str, Fact] = {"found": shown(text), **refused.problem.facts, "row": number, "column": name}
        self._problems.add(Problem(refused.code, f"row {number}, column {name}", facts))

    def _check_key(self, number: int, values: Mapping[str, str]) -> None:
        """Two rows must not describe the same thing. Rows without a whole key are not compared."""
        key = tuple(_comparable(values.get(name, "")) for name in self._columns.key)
        if not key or not all(key):
            return
        first = self._first_by_key.setdefault(key, number)
        if first != number:
            names = " + ".join(self._headings.names.get(name, name) for name in self._columns.key)
            found = shown(", ".join(values[name] for name in self._columns.key))
            facts: dict[str, Fact] = {"row": number, "column": names, "found": found, "first": first}
            self._problems.add(Problem("R501", f"row {number}, column {names}", facts))


def _tidied(cells: list[str | None]) -> tuple[list[str | None], bool]:
    """Cells without what nobody means. True where no character of the row needs a second look: the usual case."""
    joined = "".join([cell for cell in cells if cell])
    is_clean = not DOUBTFUL.search(joined)
    if is_clean and joined.isascii():
        return [cell and cell.strip() for cell in cells], True
    return [cell and tidied(cell) for cell in cells], is_clean


def _read_with_care(column: Column, text: str, reader: Reader) -> tuple[object, str]:
    """A cell that is not simply there: the checks that hold for every kind, then those of its own."""
    if not text:
        if column.required:
            raise Refused("R401")
        return ("" if column.kind == Kind.TEXT and column.parse is None else None), ""
    if len(text) > column.max_length:
        raise Refused("R402", facts={"length": len(text), "limit": column.max_length})
    if text[0] in _FORMULA_STARTS:
        text = _without_formula(text)
    if fault := fault_in(text):
        raise Refused(fault)
    if not column.multiline and has_line_break(text):
        raise Refused("R407")
    return reader(text)


def _without_formula(text: str) -> str:
    """`text` without the apostrophe that exports put before a sign. What begins like a formula is refused."""
    bare = text[1:] if text[0] == "'" and text[1:2] in _FORMULA_STARTS else text
    if bare[0] != "'" and not _SIGNED_NUMBER.fullmatch(bare):
        raise Refused("R406")
    return bare


def _comparable(text: str) -> str:
    """The folded key; plain small text is its own."""
    small = text.lower()
    return small if _PLAIN.fullmatch(small) else fold(text)
