"""One kind of table that people bring in: its title, its columns, and how its rows are kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from legation.readers.columns import Columns
from legation.readers.rows import Row


@dataclass(frozen=True, slots=True)
class Importable:
    """One kind of table that can be brought in."""

    key: str
    title: str | Promise
    columns: Columns
    keep: Callable[[Sequence[Row], str], int]
    """Keeps all rows or refuses; the second argument is the SHA-256 of the file. Gives how many acts it took."""
