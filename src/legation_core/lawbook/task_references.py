"""What the tasks of a lawbook may name: rules that exist, bases that fit their sources, days of the week."""

from collections.abc import Sequence

from legation_core.lawbook.cells import Cells
from legation_core.lawbook.model import Basis
from legation_core.lawbook.rows import Row
from legation_core.lawbook.schema import WEEKDAYS
from legation_core.values import ASSUMED


def check_tasks(rows: Sequence[Row], cells: Cells) -> None:
    """Every problem of the action plan's templates goes to `cells`."""
    bodies = [row.name for row in rows if row.table == "bodies"]
    rules = [row.word("key") for row in rows if row.table == "escalations"]
    for row in rows:
        if row.table == "lawbook":
            _check_words(row, "home_weekend", ("L014", "L015"), WEEKDAYS, cells)
        elif row.table == "escalations":
            _check_words(row, "headquarters", ("L040", "L041"), bodies, cells)
            _check_order(row, cells)
        elif row.table == "tasks":
            _check_words(row, "escalation", ("C203", "C204"), rules, cells)
            _check_basis(row, cells)


def _check_words(row: Row, key: str, codes: tuple[str, str], known: Sequence[str], cells: Cells) -> None:
    value = row.values.get(key, ())
    for word in value if isinstance(value, tuple) else (str(value),):
        if word not in known:
            cells.unknown_word(codes, (*row.path, key), word, known)


def _check_order(row: Row, cells: Cells) -> None:
    first, then = row.values.get("superior_after"), row.values.get("headquarters_after")
    if isinstance(first, int) and isinstance(then, int) and then < first:
        cells.problem("C205", (*row.path, "headquarters_after"), superior=first, headquarters=then)


def _check_basis(row: Row, cells: Cells) -> None:
    """What nobody read is assumed, and what is assumed was read nowhere."""
    basis, source = row.word("basis"), row.word("source")
    if basis and source and (basis == Basis.ASSUMED) != (source == ASSUMED):
        cells.problem("C206", (*row.path, "basis"), basis=basis, source=source[:80])
