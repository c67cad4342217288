"""The parts of the measuring: where each runs, and the section of docs/benchmarks.md that its raw figures make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bench import report

Raw = Any
"""What JSON can hold: the raw figures of one part on one database."""


class Where(StrEnum):
    """On which databases a part runs."""

    CORE = "core"
    """On none: the core alone."""
    EACH = "each"
    """On SQLite and on PostgreSQL."""
    SQLITE = "sqlite"
    """On SQLite alone, where the database is not what is measured."""


@dataclass(frozen=True, slots=True)
class Part:
    """`bench.NAME` has a function `raw(where)`; `section` makes lines of what it gave, by database."""

    where: Where
    section: Callable[[Mapping[str, Raw]], list[str]]


PARTS: Mapping[str, Part] = {
    "acts": Part(Where.EACH, report.of_acts),
    "proofs": Part(Where.CORE, report.of_proofs),
    "counting": Part(Where.CORE, report.of_counting),
    "pages": Part(Where.EACH, report.of_pages),
    "desks": Part(Where.EACH, report.of_desks),
    "publishing": Part(Where.SQLITE, report.of_publishing),
    "serving": Part(Where.SQLITE, report.of_serving),
}
"""In the order of the page."""
