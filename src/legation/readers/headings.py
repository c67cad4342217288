"""Which column of the file is which, found by the first row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from legation.readers.addresses import address
from legation.readers.characters import fault_in, shown
from legation.readers.columns import Column, Columns
from legation_core.problems import Problem
from legation_core.register.folding import fold

_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each column stands, as an index into the cells of a row, and how the file calls it."""

    positions: dict[str, int]
    names: dict[str, str]
    width: int
    """Cells up to the last heading."""
    gaps: tuple[int, ...]
    """Indices below which nothing may stand: there is no heading above."""


def match(cells: Sequence[str | None], columns: Columns) -> tuple[Headings, list[Problem]]:
    """Read the row of headings. With problems, no row below can be read."""
    width = max((index + 1 for index, cell in enumerate(cells) if cell != ""), default=0)
    ignored = {fold(name) for name in columns.ignored}
    by_heading = columns.by_heading
    positions: dict[str, int] = {}
    problems: list[Problem] = []
    unknown: list[int] = []
    for index, cell in enumerate(cells[:width]):
        folded = fold(cell[:200]) if cell else ""
        column = by_heading.get(folded)
        if not cell or (folded in ignored and column is None):
            continue
        if column is None:
            unknown.append(index)
        elif column.key in positions:
            problems.append(_twice(index, positions[column.key], cells))
        else:
            positions[column.key] = index
    missing = [column for column in columns.columns if column.key not in positions]
    problems.extend(_unknown_and_missing(cells, unknown, missing))
    names = {key: shown(cells[index] or "", _QUOTED) for key, index in positions.items()}
    gaps = tuple(index for index, cell in enumerate(cells[:width]) if cell == "")
    return Headings(positions, names, width, gaps), problems


def _twice(index: int, first: int, cells: Sequence[str | None]) -> Problem:
    facts = {"found": shown(cells[index] or "", _QUOTED), "first": address(1, first + 1), "cell": address(1, index + 1)}
    return Problem("R303", f"cell {address(1, index + 1)}", facts)


def _unknown_and_missing(
    cells: Sequence[str | None], unknown: Sequence[int], missing: Sequence[Column]
) -> Iterator[Problem]:
    """Each unknown heading, with the missing column that it resembles; then what is missing without a resemblance."""
    titles = {heading: column for column in missing for heading in column.headings}
    left = {column.key: column for column in missing if column.required}
    for index in unknown:
        cell = cells[index] or ""
        place, facts = f"cell {address(1, index + 1)}", {"found": shown(cell, _QUOTED), "cell": address(1, index + 1)}
        near = get_close_matches(fold(cell[:100]), titles, n=1, cutoff=0.75)
        if fault := fault_in(cell):
            yield Problem(fault, place, facts)
        elif near:
            left.pop(titles[near[0]].key, None)
            yield Problem("R305", place, {**facts, "wanted": str(titles[near[0]].title)})
        else:
            yield Problem("R304", place, facts)
    for column in left.values():
        yield Problem("R302", "row 1", {"wanted": str(column.title)})
