"""Reading a table out of a file that a stranger brings: all its rows, or all that is wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from legation.readers.characters import shown, tidied
from legation.readers.columns import Columns
from legation.readers.headings import match
from legation.readers.limits import MEBIBYTE, STANDARD, Limits
from legation.readers.process import answers
from legation.readers.request import RawRow, Request
from legation.readers.rows import Problems, Row, RowReader
from legation_core.problems import Problem, Refused

__all__ = ["Row", "Table", "read_table"]

_LOOKED_THROUGH = 20
"""So many rows are searched for the headings when they are not in row 1, to say where they are."""


@dataclass(frozen=True, slots=True)
class Table:
    """Either rows or problems, never both: nothing is imported by halves."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_table(data: bytes | Path, *, name: str, columns: Columns, limits: Limits = STANDARD) -> Table:
    """Read a CSV or XLSX file in a child process.

    `name` is the file's name, for messages only: what the file is, its content decides. Raises `Refused` where the file
    as a whole cannot be read (R1##); what can be mended cell by cell is in `Table.problems`.
    """
    gathering = _Gathering(columns, Request.of(columns, limits))
    try:
        with _opened(data, limits) as source:
            for answer in answers(source, gathering.request):
                gathering.take(answer)
            return gathering.table()
    except Refused as refused:
        problem = refused.problem
        file = shown(name, 80)
        where = f"file {file}, {problem.where}" if problem.where else f"file {file}"
        raise Refused(problem.code, where, {"file": file, **problem.facts}) from None


@contextmanager
def _opened(data: bytes | Path, limits: Limits) -> Iterator[BinaryIO]:
    """The file as the child can take it: a real one, within the limit on its size."""
    size = len(data) if isinstance(data, bytes) else data.stat().st_size
    if size > limits.file_bytes:
        raise Refused("R102", facts={"size": -(-size // MEBIBYTE), "limit": limits.file_bytes // MEBIBYTE})
    if size == 0:
        raise Refused("R101")
    if isinstance(data, Path):
        with data.open("rb") as source:
            yield source
        return
    with TemporaryFile() as source:
        source.write(data)
        source.flush()
        yield cast("BinaryIO", source)


class _Gathering:
    """Takes what the child answers: first rows in search of the headings, then rows of the table."""

    def __init__(self, columns: Columns, request: Request) -> None:
        self.request = request
        self._columns = columns
        self._problems = Problems(request.limits.problems)
        self._first: list[RawRow] = []
        self._reader: RowReader | None = None
        self._rows: list[Row] = []
        self._has_headings = True

    def take(self, answer: RawRow | Problem) -> None:
        if isinstance(answer, Problem):
            self._problems.add(answer)
        elif self._reader is not None:
            self._read(answer)
        elif self._has_headings:
            self._search(answer)

    def table(self) -> Table:
        """What has come of it, after the last answer."""
        if self._reader is None and self._has_headings:
            self._begin()
        if not self._problems and not self._rows:
            self._problems.add(Problem("R301", "row 2"))
        if self._problems:
            return Table(problems=self._problems.all())
        return Table(rows=tuple(self._rows))

    def _read(self, raw: RawRow) -> None:
        number, cells = raw
        row = self._reader.read(number, cells) if self._reader else None
        if self._problems:
            self._rows.clear()
        elif row is not None:
            self._rows.append(row)

    def _search(self, raw: RawRow) -> None:
        """Row 1 with every required heading ends the search at once."""
        self._first.append(raw)
        required = sum(column.required for column in self._columns.columns)
        is_full = raw[0] == 1 and self.request.score(raw[1]) >= max(required, 1)
        if is_full or len(self._first) >= _LOOKED_THROUGH:
            self._begin()

    def _begin(self) -> None:
        """Take the best of the first rows for the headings, and read what has come since."""
        rows, self._first = self._first, []
        if not rows:
            return
        best = max(rows, key=lambda raw: self.request.score(raw[1]))
        if best[0] != 1 and self.request.score(best[1]):
            self._stop([Problem("R306", f"row {best[0]}", {"row": best[0]})])
            return
        headings, problems = match([cell and tidied(cell) for cell in rows[0][1]], self._columns)
        if problems:
            self._stop(problems)
            return
        self._reader = RowReader(self._columns, headings, self._problems)
        for raw in rows[1:]:
            self._read(raw)

    def _stop(self, problems: list[Problem]) -> None:
        self._has_headings = False
        for problem in problems:
            self._problems.add(problem)
