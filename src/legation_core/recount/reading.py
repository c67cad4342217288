"""The published files of results as plain facts: versions, figures, totals. Only the standard library reads them."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = "data"
RESULTS = "results/"
TABLES = ("protocols", "figures", "totals")
FORMS = ("csv", "json")
COLUMNS = {
    "protocols": {"contest", "station", "version", "stands", "standing", "district", "country", "mission", "reason"},
    "figures": {"contest", "station", "version", "field", "value"},
    "totals": {"contest", "by", "group", "field", "value"},
}
STANDINGS = ("counted", "quarantined", "missing", "not_held", "invalidated")
MOST_OCTETS = 256 * 1024 * 1024


class Unreadable(Exception):
    """A file is missing, too large or not what it should be: its path and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a station's protocol as a file tells it; version 0 says that there is none."""

    stands: bool
    standing: str
    district: str
    country: str
    mission: str
    reason: str


Key = tuple[str, ...]


@dataclass(slots=True)
class Told:
    """What one file says. Keys begin with the contest; a version in a key is its number as text."""

    file: str
    versions: dict[Key, Version] = field(default_factory=dict)
    figures: dict[Key, int] = field(default_factory=dict)
    totals: dict[Key, int] = field(default_factory=dict)
    """By contest, grouping, group and field; a field `stations/counted` is how many stations stand so."""
    twice: list[Key] = field(default_factory=list)


def octets(root: Path, path: str) -> bytes:
    """A file below `root`. Refuses (`Unreadable`) what is missing or too large."""
    try:
        with (root / path).open("rb") as file:
            found = file.read(MOST_OCTETS + 1)
    except OSError as error:
        raise Unreadable(path, str(error.strerror)) from error
    if len(found) > MOST_OCTETS:
        raise Unreadable(path, "too large")
    return found


def value(root: Path, path: str) -> Any:
    """A JSON file below `root`."""
    try:
        return json.loads(octets(root, path))
    except ValueError as error:
        raise Unreadable(path, "no JSON in UTF-8") from error


def document(root: Path, path: str) -> Told:
    """A results document: `data/results/presidential.json`."""
    said, told = value(root, path), Told(path)
    try:
        for one in said["stations"]:
            _station(told, str(said["contest"]), one)
        for one in said["totals"]:
            key = (str(said["contest"]), str(one["by"]), str(one["group"]))
            counts = {f"stations/{name}": one["stations"].get(name, 0) for name in STANDINGS}
            apart = {f"quarantined/{name}": count for name, count in one["quarantined"].items()}
            _keep(told, told.totals, {(*key, name): _int(count) for name, count in _all(counts, one, apart).items()})
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Unreadable(path, f"not a results document ({error})") from error
    return told


def _all(counts: Mapping[str, int], one: Mapping[str, Any], apart: Mapping[str, int]) -> dict[str, int]:
    return {**counts, **one["figures"], **apart}


def _station(told: Told, contest: str, one: Mapping[str, Any]) -> None:
    places = (one["district"], one["country"], one["mission"])
    none = {"version": 0, "stands": True, "reason": "", "figures": {}}
    for version in one["versions"] or [none]:
        key = (contest, one["station"], str(version["version"]))
        stands = bool(version["stands"])
        found = Version(stands, one["standing"] if stands else "superseded", *places, version["reason"])
        _keep(told, told.versions, {key: found})
        _keep(told, told.figures, {(*key, name): _int(count) for name, count in version["figures"].items()})


def table(root: Path, name: str, form: str) -> Told:
    """A table of the open data as CSV or JSON: `data/tables/totals.csv`."""
    path = f"{DATA}/tables/{name}.{form}"
    told = Told(path)
    rows = value(root, path) if form == "json" else _csv(path, octets(root, path), COLUMNS[name])
    try:
        for row in rows:
            _row(told, name, {key: _text(cell) for key, cell in row.items()})
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Unreadable(path, f"not the table {name} ({error})") from error
    return told


def _csv(path: str, content: bytes, wanted: set[str]) -> Iterable[Mapping[str, Any]]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True)
        missing = wanted - set(reader.fieldnames or ())
        rows = list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(path, "no CSV in UTF-8") from error
    if missing:
        raise Unreadable(path, f"lacks the columns {', '.join(sorted(missing))}")
    return rows


def _row(told: Told, name: str, row: Mapping[str, str]) -> None:
    if name == "totals":
        key: Key = tuple(row[part] for part in ("contest", "by", "group", "field"))
        return _keep(told, told.totals, {key: int(row["value"])})
    key = tuple(row[part] for part in ("contest", "station", "version"))
    if name == "figures":
        return _keep(told, told.figures, {(*key, row["field"]): int(row["value"])})
    district = row["district"] if row["district"] != "not_published" else ""
    found = Version(row["stands"] == "true", row["standing"], district, row["country"], row["mission"], row["reason"])
    return _keep(told, told.versions, {key: found})


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def _int(count: object) -> int:
    if not isinstance(count, int) or isinstance(count, bool):
        raise TypeError(f"{count!r} is no whole number")
    return count


def _keep(told: Told, kept: dict[Key, Any], found: Mapping[Key, Any]) -> None:
    told.twice += [key for key in found if key in kept]
    kept.update(found)
