"""The entries of a lawbook file, each value checked by itself: what is wrong becomes a problem, what is right is kept.

References between entries are the matter of `references`; so every mistake of a file is found in one reading.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legation_core.lawbook.cells import Cell, Cells
from legation_core.lawbook.positions import Path
from legation_core.lawbook.schema import FORM_PARTS, NAMES, OPEN_NAMES, TABLES, Key, Kind, Shape, Table
from legation_core.lawbook.spelling import near


@dataclass(frozen=True, slots=True)
class Row:
    """One entry. `values` holds only what could be read, converted: a time is minutes, a text is a `Text`."""

    table: str
    name: str
    """What stands behind the point in `[[limits.name]]` or `[bodies.name]`; empty elsewhere."""
    path: Path
    values: Mapping[str, object]
    parent: int = -1
    """The index of the form that a line, figure or relation belongs to."""

    @property
    def index(self) -> int:
        """Its place among the tables of its name."""
        return self.path[-1] if isinstance(self.path[-1], int) else -1

    def word(self, key: str) -> str:
        """The value of `key` as text; empty where it is missing or could not be read."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else str(value)

    def words(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, ())
        return value if isinstance(value, tuple) else ()


def rows_of(data: Mapping[str, object], cells: Cells) -> list[Row]:
    """Every entry of the file, in its order within each table; problems go to `cells`."""
    for name in data:
        if name not in TABLES:
            cells.unknown_key((name,), "", tuple(TABLES))
    rows: list[Row] = []
    for name, table in TABLES.items():
        if name in data:
            rows.extend(_of_table(name, table, data[name], cells))
        elif table.shape is Shape.ONE:
            cells.problem("L012", (), key=name, table="the file")
    return rows


def _of_table(name: str, table: Table, value: object, cells: Cells) -> Iterator[Row]:
    match table.shape:
        case Shape.ONE:
            yield from _one(name, "", table, (name,), value, cells)
        case Shape.MANY:
            yield from _many(name, "", table, (name,), value, cells)
        case Shape.NAMED | Shape.MANY_NAMED:
            for key, inner in cells.table((name,), value):
                _check_name(name, key, cells)
                read = _one if table.shape is Shape.NAMED else _many
                yield from read(name, key, table, (name, key), inner, cells)


def _check_name(table: str, name: str, cells: Cells) -> None:
    cells.word(Cell((table, name), Key(kind=Kind.WORD), name))
    known = NAMES.get(table)
    if known is None or name in known:
        return
    if table not in OPEN_NAMES or near(name, known):
        cells.unknown_key((table, name), f"[[{table}.name]]", known)


def _many(
    table: str, name: str, spec: Table, path: Path, value: object, cells: Cells, parent: int = -1
) -> Iterator[Row]:
    for index, item in cells.tables(path, value):
        yield from _one(table, name, spec, (*path, index), item, cells, parent)


def _one(
    table: str, name: str, spec: Table, path: Path, value: object, cells: Cells, parent: int = -1
) -> Iterator[Row]:
    parts = FORM_PARTS if table == "forms" else {}
    given = dict(cells.table(path, value))
    title = cells.title(path)
    for key in given:
        if key not in spec.keys and key not in parts:
            cells.unknown_key((*path, key), title, (*spec.keys, *parts))
    for key, cell_spec in spec.keys.items():
        if cell_spec.required and key not in given:
            cells.problem("L060" if key == "source" else "L012", path, key=key, table=title)
    read = {
        key: converted
        for key, cell_spec in spec.keys.items()
        if key in given and (converted := cells.read(Cell((*path, key), cell_spec, given[key]))) is not None
    }
    row = Row(table, name, path, read, parent)
    yield row
    for part, part_spec in parts.items():
        if part in given:
            yield from _many(f"forms.{part}", "", part_spec, (*path, part), given[part], cells, row.index)
