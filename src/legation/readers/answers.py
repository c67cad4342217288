"""Rows of names and values as the file somebody asked for."""

import json
from collections.abc import Mapping, Sequence

from legation.base.actors import OutOfScope
from legation.base.exports import write_csv, write_xlsx


def octets_of(rows: Sequence[Mapping[str, object]], form: str, sheet: str = "Table") -> bytes:
    """`rows` as `csv`, `json` or `xlsx`; the first row names the columns. Cells are neutralised by the writers."""
    if form == "json":
        return json.dumps(list(rows), ensure_ascii=False, indent=1, default=str).encode() + b"\n"
    heads = list(rows[0]) if rows else []
    cells = [[_cell(row[head]) for head in heads] for row in rows]
    if form == "csv":
        return write_csv(cells, headings=heads)
    if form == "xlsx":
        return write_xlsx(cells, headings=heads, sheet=sheet)
    raise OutOfScope(form)


def _cell(value: object) -> str | int:
    return value if isinstance(value, int) else str(value)
