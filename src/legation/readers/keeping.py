"""Keeping the rows of a table: every row that is refused is named, and then none is kept."""

from collections.abc import Callable, Iterable

from legation.base.actors import OutOfScope
from legation_core.problems import Problem, Refused

Rows = Iterable[tuple[int, Callable[[], object]]]
"""The number of each row, as the spreadsheet shows it, and what keeps the row."""


def keep_each(rows: Rows) -> None:
    """Keep one row after the other, inside the act of the caller. Refused with what was refused of any row."""
    problems: list[Problem] = []
    for number, keep in rows:
        try:
            keep()
        except Refused as refused:
            problems += [_placed(one, number) for one in refused.problems]
        except OutOfScope:
            problems.append(_placed(Problem("A008"), number))
    if problems:
        raise Refused(problems[0].code, problems[0].where, problems[0].facts, problems)


def _placed(problem: Problem, number: int) -> Problem:
    return Problem(problem.code, f"row {number}", {**problem.facts, "row": number})
