"""What a table must hold: its columns, what each means, how its cells are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from legation_core.register.folding import fold
from legation_core.values import Text


class Kind(StrEnum):
    """How the text of a cell is read, and what `Row.typed` then holds."""

    TEXT = "text"
    """As it stands: `str`."""
    INT = "int"
    """Digits, no separators: `int`."""
    DECIMAL = "decimal"
    """Digits with a full stop: `Decimal`."""
    DATE = "date"
    """2024-02-07: `datetime.date`."""
    TIME = "time"
    """08:00, to the minute: `datetime.time`."""
    ZONE = "zone"
    """An IANA time zone, never an offset: `str`."""
    COUNTRY = "country"
    """ISO 3166-1 alpha-2, upper case: `str`."""
    CHOICE = "choice"
    """One of `choices`, by its key or by its title in any language: the key, `str`."""


def in_language(text: Text | str, language: str) -> str:
    """`text` in `language` where it has languages at all."""
    return text.in_language(language) if isinstance(text, Text) else text


def in_all_languages(text: Text | str) -> tuple[str, ...]:
    """Every wording that `text` has."""
    return tuple(text.values()) if isinstance(text, Text) else (text,)


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `parse` replaces what `kind` does; it raises `Refused` with a code, or `ValueError`."""

    key: str
    title: Text | str
    required: bool = field(default=False, kw_only=True)
    """The heading must be there and no cell may be empty."""
    kind: Kind | str = field(default=Kind.TEXT, kw_only=True)
    parse: Callable[[str], object] | None = field(default=None, kw_only=True)
    max_length: int = field(default=200, kw_only=True)
    """In characters."""
    minimum: int | None = field(default=None, kw_only=True)
    maximum: int | None = field(default=None, kw_only=True)
    multiline: bool = field(default=False, kw_only=True)
    """A cell may go over several lines."""
    choices: Mapping[str, Text | str] = field(default_factory=dict, kw_only=True)
    aliases: tuple[str, ...] = field(default=(), kw_only=True)
    """Other headings under which the column is known."""
    example: str = field(default="", kw_only=True)
    help: Text | str = field(default="", kw_only=True)

    @property
    def headings(self) -> frozenset[str]:
        """Every heading that means this column, folded."""
        return frozenset(fold(text) for text in (self.key, *in_all_languages(self.title), *self.aliases) if text)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table. `key` names those that together must be unique; `ignored` headings are passed over."""

    columns: tuple[Column, ...]
    key: tuple[str, ...] = field(default=(), kw_only=True)
    sheet: Text | str = field(default="", kw_only=True)
    """The name of the sheet that holds the table, as the template calls it."""
    ignored: tuple[str, ...] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        headings = [heading for column in self.columns for heading in column.headings]
        if len(set(headings)) != len(headings) or not set(self.key) <= set(keys):
            raise ValueError(f"two columns share a heading, or the key is no column: {keys}, {self.key}")

    @property
    def by_heading(self) -> dict[str, Column]:
        """The column that a folded heading means."""
        return {heading: column for column in self.columns for heading in column.headings}
