"""What the parent asks of the child process, and the shape of what comes back."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from legation.readers.columns import Columns, in_all_languages
from legation.readers.limits import Limits
from legation.readers.wording import HELP_SHEET
from legation_core.register.folding import fold

RawRow = tuple[int, list[str | None]]
"""The number of a row as the spreadsheet shows it, and its cells; `None` where a cell's problem is told already."""


@dataclass(frozen=True, slots=True)
class Request:
    """The headings and sheet names looked for, folded, and the limits."""

    headings: frozenset[str]
    sheets: frozenset[str]
    help_sheets: frozenset[str]
    limits: Limits

    @classmethod
    def of(cls, columns: Columns, limits: Limits) -> "Request":
        """What to look for to read `columns`."""
        sheets = frozenset(fold(name) for name in in_all_languages(columns.sheet) if name)
        help_sheets = frozenset(fold(name) for name in HELP_SHEET.values())
        return cls(frozenset(columns.by_heading), sheets, help_sheets, limits)

    def to_json(self) -> str:
        """For the command line of the child."""
        parts = {name: sorted(getattr(self, name)) for name in ("headings", "sheets", "help_sheets")}
        return json.dumps({**parts, "limits": asdict(self.limits)})

    @classmethod
    def from_json(cls, text: str) -> "Request":
        """In the child, what `to_json` gave."""
        parts = json.loads(text)
        headings, sheets, help_sheets = (frozenset(parts[name]) for name in ("headings", "sheets", "help_sheets"))
        return cls(headings, sheets, help_sheets, Limits(**parts["limits"]))

    def score(self, cells: Sequence[str | None]) -> int:
        """How many of the wanted headings a row holds."""
        return len(self.headings & {fold(cell[:200]) for cell in cells if cell})
