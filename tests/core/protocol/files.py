"""Rows of a protocol file of the tests, as the reader gives them, and the map of the plain ones."""

import csv
from pathlib import Path

from legation_core.protocol import mapping
from legation_core.protocol.mapping import Map
from legation_core.protocol.taking import Row, Taken, take
from tests.core.protocol import books

FOLDER = Path(__file__).parents[2] / "assets" / "protocols"
ROMANIA = Path(__file__).parents[3] / "src" / "legation" / "rehearsal" / "data" / "ro2019"
PLAIN = (ROMANIA / "protocols.toml").read_bytes()
KNOWN = {"1": "one", "2": "two", "3": "three"}


def rows(path: Path, delimiter: str = ",", encoding: str = "utf-8") -> list[Row]:
    with path.open(encoding=encoding, newline="") as file:
        return list(enumerate(csv.reader(file, delimiter=delimiter), start=1))


def table(*lines: str) -> list[Row]:
    return [(number, line.split(";")) for number, line in enumerate(lines, start=1)]


def taken(described: Map, *files: list[Row]) -> Taken:
    return take(described, files, books.RO, KNOWN)


def plain(name: str) -> Taken:
    return taken(mapping.read(PLAIN), rows(FOLDER / name))
