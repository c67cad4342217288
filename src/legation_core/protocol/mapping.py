"""The map of a stranger's protocol files: which column is which line, where the votes stand, which rows count.

A map is a small TOML file beside the data; `docs/protocol-files.md` explains every key.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from legation_core.problems import Problem, Refused

STATION_NAMES = ("number", "district/number", "code")
BLANKS = ("missing", "zero")
MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Options:
    """Where the votes by option stand: in columns found by a pattern, or a row for each option."""

    line: str = ""
    columns: str = ""
    """Pattern of the headings; its first group is the option."""
    option: str = ""
    """Column that names the option, where each has a row of its own."""
    votes: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the file calls an option -> what the election calls it."""
    channel: str = ""
    """Column that says how the votes were cast, where the form keeps that apart."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """What stands in that column -> the line of the form."""


@dataclass(frozen=True, slots=True)
class LongLines:
    """Lines of the form in rows: one column names the line, another has its count."""

    name: str
    value: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SumRows:
    """Rows that are sums of others. They are not counted; they are checked against ours."""

    column: str
    value: str
    within: tuple[str, ...] = ()
    """Columns whose values the summed rows share with the row; none: all rows."""


@dataclass(frozen=True, slots=True)
class FileMap:
    """How one file is read."""

    station: tuple[str, ...]
    separator: str = "/"
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    header_row: int = 1
    version: str = ""
    blank: str = "missing"
    thousands: str = ""
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Column -> its values in the rows that are read; other rows are left out."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """Line of the form -> column."""
    long_lines: LongLines | None = None
    options: Options | None = None
    sums: tuple[SumRows, ...] = ()


@dataclass(frozen=True, slots=True)
class Map:
    """How the files of one election are read; together they make the protocols."""

    files: tuple[FileMap, ...]
    form: str = "station_protocol"
    stations: str = "number"
    """By what the files name stations: one of `STATION_NAMES`."""
    options: tuple[str, ...] = ()
    """The options of the ballot; none: those that the files have."""
    complete: bool = False
    """Whether every station must have its protocol in the files."""


_TEXTS, _TABLE, _ROWS = "a list of texts", "a table of texts", "[[...]]"
_MAP_KEYS = {"form": "text", "stations": "text", "options": _TEXTS, "complete": "true or false"}
_FILE_KEYS = {
    "station": _TEXTS, "separator": "text", "encoding": "text", "delimiter": "text", "header_row": "a number",
    "version": "text", "blank": "text", "thousands": "text", "only": "a table of lists", "lines": _TABLE,
    "long_lines": "a table", "options": "a table", "sums": _ROWS,
}  # fmt: skip
_OPTION_KEYS = {
    "line": "text", "columns": "text", "option": "text", "votes": "text", "names": _TABLE, "channel": "text",
    "lines": _TABLE,
}  # fmt: skip
_LONG_KEYS = {"name": "text", "value": "text", "names": _TABLE}
_SUM_KEYS = {"column": "text", "value": "text", "within": _TEXTS}


def read(octets: bytes) -> Map:
    """The map that stands in a file. `Refused` P401 with every key that is wrong."""
    if len(octets) > MOST_BYTES:
        raise Refused("P402", facts={"reason": f"more than {MOST_BYTES} bytes"})
    try:
        values = tomllib.loads(octets.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused("P402", facts={"reason": str(error)[:200]}) from error
    problems = list(_problems(values))
    if problems:
        raise Refused("P401", facts={"count": len(problems)}, problems=problems)
    head = dict(values.get("map", {}))
    files = tuple(_file(one) for one in values["files"])
    return Map(files, **{**head, "options": tuple(head.get("options", ()))})


def _file(given: dict[str, Any]) -> FileMap:
    parts = dict(given)
    parts["station"] = tuple(parts["station"])
    parts["only"] = {column: tuple(wanted) for column, wanted in parts.get("only", {}).items()}
    parts["options"] = Options(**parts["options"]) if "options" in parts else None
    parts["long_lines"] = LongLines(**parts["long_lines"]) if "long_lines" in parts else None
    parts["sums"] = tuple(
        SumRows(one["column"], one["value"], tuple(one.get("within", ()))) for one in parts.get("sums", ())
    )
    return FileMap(**parts)


def _problems(values: dict[str, Any]) -> Iterator[Problem]:
    yield from _unknown("", values, {"map": "a table", "files": _ROWS})
    head, files = values.get("map", {}), values.get("files")
    yield from _unknown("[map]", head, _MAP_KEYS)
    if isinstance(head, dict) and head.get("stations", "number") not in STATION_NAMES:
        yield _wrong("[map] stations", " or ".join(STATION_NAMES))
    if not isinstance(files, list) or not files:
        yield _wrong("[[files]]", "one table for each file")
        return
    for number, one in enumerate(files, start=1):
        where = f"[[files]] {number}"
        found = list(_unknown(where, one, _FILE_KEYS))
        yield from found
        if not found:
            yield from _file_problems(where, one)


def _file_problems(where: str, given: dict[str, Any]) -> Iterator[Problem]:
    if not given.get("station"):
        yield _wrong(f"{where} station", "the columns that name the station")
    if len(given.get("delimiter", ",")) != 1:
        yield _wrong(f"{where} delimiter", "a single letter")
    if given.get("blank", "missing") not in BLANKS:
        yield _wrong(f"{where} blank", " or ".join(BLANKS))
    if not 1 <= given.get("header_row", 1) <= 1000:
        yield _wrong(f"{where} header_row", "a number from 1 to 1000")
    options = given.get("options", {})
    yield from _unknown(f"{where} options", options, _OPTION_KEYS)
    if options and not (options.get("columns") or (options.get("option") and options.get("votes"))):
        yield _wrong(f"{where} options", "`columns`, or `option` and `votes`")
    if options and not (options.get("line") or (options.get("channel") and options.get("lines"))):
        yield _wrong(f"{where} options", "`line`, or `channel` and `lines`")
    yield from _pattern_problems(f"{where} options columns", options.get("columns", ""))
    if "long_lines" in given:
        yield from _unknown(f"{where} long_lines", given["long_lines"], _LONG_KEYS, ("name", "value"))
    for one in given.get("sums", ()):
        yield from _unknown(f"{where} sums", one, _SUM_KEYS, ("column", "value"))


def _pattern_problems(where: str, pattern: object) -> Iterator[Problem]:
    """A pattern without repetition inside repetition: a stranger's map must not keep the machine busy for ever."""
    try:
        groups = re.compile(str(pattern)).groups if pattern else 1
    except re.error:
        groups = 0
    if groups != 1 or len(str(pattern)) > 200 or re.search(r"[+*}]\)[+*{]", str(pattern)):
        yield _wrong(where, "a pattern with one group that is the option")


def _unknown(where: str, given: object, known: Mapping[str, str], required: tuple[str, ...] = ()) -> Iterator[Problem]:
    if not isinstance(given, dict):
        yield _wrong(where, "a table")
        return
    for key, value in given.items():
        if key not in known:
            yield Problem("P404", where, {"key": str(key)[:60], "known": ", ".join(known)})
        elif not _fits(known[key], value):
            yield _wrong(f"{where} {key}".strip(), known[key])
    for key in required:
        if key not in given:
            yield _wrong(f"{where} {key}", "a value")


def _fits(kind: str, value: object) -> bool:
    match kind:
        case "text":
            return isinstance(value, str)
        case "a number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "true or false":
            return isinstance(value, bool)
        case "a list of texts":
            return _texts(value)
        case "a table of texts":
            return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        case "a table of lists":
            return isinstance(value, dict) and all(_texts(one) for one in value.values())
        case "a table":
            return isinstance(value, dict)
        case _:
            return isinstance(value, list)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _wrong(where: str, expected: str) -> Problem:
    return Problem("P403", where, {"expected": expected})
