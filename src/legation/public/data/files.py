"""The tables as files: CSV, JSON and XLSX of each, GeoJSON where rows have positions. Same documents, same octets."""

import json
from collections.abc import Callable
from datetime import date

from legation.base.exports import Cell, write_csv, write_xlsx
from legation.public.data.fields import Column, Row, columns
from legation.public.data.tables import TABLES
from legation.public.site import Site

FOLDER = "tables"
FORMS = ("csv", "json", "xlsx")
PLACED = "geojson"


def names() -> tuple[str, ...]:
    """Every file of a table: `stations.csv` and so on, in the order in which they are told."""
    return tuple(
        f"{table.name}.{form}" for table in TABLES.values() for form in ((*FORMS, PLACED) if table.placed else FORMS)
    )


def octets(site: Site, name: str) -> bytes:
    """The file `name`, made once for a site."""
    return site.once(f"{FOLDER}/{name}", lambda: _made(site, name))


def rows_of(site: Site, name: str) -> list[Row]:
    """The rows of a table, read once for a site; each has exactly the columns of its table, in their order."""
    return site.once(f"rows/{name}", lambda: list(TABLES[name].rows(site)))


def _made(site: Site, name: str) -> bytes:
    table, _, form = name.partition(".")
    make: dict[str, Callable[[Site, str], bytes]] = {
        "csv": _csv, "json": _json, "xlsx": _xlsx, PLACED: _geojson,
    }  # fmt: skip
    return make[form](site, table)


def _csv(site: Site, table: str) -> bytes:
    wanted = columns(site, TABLES[table])
    lines = ([_in_text(row[one.name]) for one in wanted] for row in rows_of(site, table))
    return write_csv(lines, headings=[one.name for one in wanted], byte_order_mark=False)


def _in_text(value: object) -> Cell:
    """A cell of CSV: words for truth as Table Schema reads them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, float) else value  # type: ignore[return-value]


def _xlsx(site: Site, table: str) -> bytes:
    wanted = columns(site, TABLES[table])
    lines = ([_in_cell(one, row[one.name]) for one in wanted] for row in rows_of(site, table))
    return write_xlsx(lines, headings=[one.name for one in wanted], sheet=table)


def _in_cell(column: Column, value: object) -> Cell:
    if column.field.kind == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return value  # type: ignore[return-value]


def _json(site: Site, table: str) -> bytes:
    wanted = [one.name for one in columns(site, TABLES[table])]
    return in_lines([{name: row[name] for name in wanted} for row in rows_of(site, table)])


def in_lines(rows: list[Row]) -> bytes:
    """A JSON array with one object a line, so that a change shows as the lines that changed."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode()


def _geojson(site: Site, table: str) -> bytes:
    """RFC 7946. A row without a position is a feature without geometry."""
    features = ",\n".join(
        json.dumps(_feature(row, TABLES[table].key[0]), ensure_ascii=False) for row in rows_of(site, table)
    )
    return f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'.encode()


def _feature(row: Row, key: str) -> Row:
    latitude, longitude = row["latitude"], row["longitude"]
    point = {"type": "Point", "coordinates": [longitude, latitude]} if latitude is not None else None
    told = {name: value for name, value in row.items() if name not in ("latitude", "longitude")}
    return {"type": "Feature", "id": row[key], "geometry": point, "properties": told}
