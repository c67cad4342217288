"""What the templates of a lawbook may name: only placeholders that records can fill, and a table only where one is."""

from collections.abc import Sequence

from legation_core.lawbook.cells import Cells
from legation_core.lawbook.rows import Row
from legation_core.lawbook.templates import PLACEHOLDERS, placeholders
from legation_core.values import Text


def check_templates(rows: Sequence[Row], cells: Cells) -> None:
    """Every problem of a template goes to `cells`."""
    for row in (row for row in rows if row.table == "templates"):
        for key in ("name", "addressee", "text"):
            value = row.values.get(key)
            for language, text in value.items() if isinstance(value, Text) else ():
                _check_text(row, key, language, text, cells)


def _check_text(row: Row, key: str, language: str, text: str, cells: Cells) -> None:
    known = [name for name in PLACEHOLDERS if name != "table" or (key == "text" and "table" in row.values)]
    for name in placeholders(text):
        if name not in known:
            cells.problem("C130", (*row.path, key, language), placeholder=name[:40], known=", ".join(known))
