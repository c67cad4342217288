"""Protocols out of rows, by a map. What cannot be read is refused with its row and the reason; nothing is guessed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legation_core.lawbook.model import Form
from legation_core.problems import Fact, Problem, Refused
from legation_core.protocol.comparing import fields
from legation_core.protocol.mapping import FileMap, Map, SumRows
from legation_core.protocol.values import Protocol, Value, misshapen

Row = tuple[int, Sequence[str]]
"""The number of a row as a spreadsheet shows it, and its cells."""
_FORMULA = "=+@\t"
_MOST_VERSION = 99


@dataclass(slots=True)
class _Draft:
    """A protocol while its rows come in."""

    row: int
    values: dict[str, int] = field(default_factory=dict)
    votes: dict[str, dict[str, int]] = field(default_factory=dict)
    shares: dict[str, str] = field(default_factory=dict)
    """Cells by heading, for sums over rows that share a value."""


@dataclass(frozen=True, slots=True)
class Read:
    """One protocol with the row on which it first stands."""

    station: str
    version: int
    protocol: Protocol
    row: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row of sums in the file that differs from the sum of its rows."""

    row: int
    name: str
    field: str
    theirs: int
    ours: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What the files say: either protocols, or problems, never both."""

    protocols: tuple[Read, ...] = ()
    options: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    left_out: int = 0
    """Rows that the map leaves out."""
    missing: tuple[str, ...] = ()
    """Known stations without a protocol in the files."""
    problems: tuple[Problem, ...] = ()


def take(mapping: Map, files: Sequence[Sequence[Row]], form: Form, known: Mapping[str, str]) -> Taken:
    """Every protocol of the files. `known` are the stations: what the files call them -> their codes."""
    if len(files) != len(mapping.files):
        raise Refused("P405", facts={"files": len(files), "described": len(mapping.files)})
    taking = _Taking(form, known)
    for number, (described, rows) in enumerate(zip(mapping.files, files, strict=True), start=1):
        taking.file(f"file {number}, " if len(files) > 1 else "", described, rows)
    return taking.taken(mapping)


class _Taking:
    def __init__(self, form: Form, known: Mapping[str, str]) -> None:
        self.form = form
        self.known = known
        self.drafts: dict[tuple[str, int], _Draft] = {}
        self.sums: list[tuple[int, str, SumRows, dict[str, str], _Draft]] = []
        self.problems: list[Problem] = []
        self.left_out = 0

    def file(self, name: str, described: FileMap, rows: Sequence[Row]) -> None:
        header = next((cells for number, cells in rows if number == described.header_row), None)
        if header is None:
            self.problems.append(Problem("P406", f"{name}row {described.header_row}"))
            return
        reader = _RowReader(name, described, [cell.strip() for cell in header], self.form)
        self.problems.extend(reader.problems)
        if reader.problems:
            return
        seen: set[tuple[str, int]] = set()
        for number, cells in rows:
            if number > described.header_row and any(cell.strip() for cell in cells):
                self._row(reader, number, cells, seen)

    def _row(self, reader: "_RowReader", number: int, cells: Sequence[str], seen: set[tuple[str, int]]) -> None:
        try:
            named = reader.named(number, cells)
            sums = reader.sums(named)
            if sums is not None:
                draft = _Draft(number)
                reader.fill(draft, number, named)
                self.sums.append((number, named[sums.column], sums, named, draft))
            elif reader.wanted(named):
                key = self._key(reader, number, named, seen)
                draft = self.drafts.setdefault(key, _Draft(number))
                draft.shares.update(named)
                reader.fill(draft, number, named)
            else:
                self.left_out += 1
        except Refused as refused:
            self.problems.extend(refused.problems)

    def _key(
        self, reader: "_RowReader", number: int, named: Mapping[str, str], seen: set[tuple[str, int]]
    ) -> tuple[str, int]:
        """Station and version of the row. Refuses a second row for them where each has one."""
        station, version = self._station(reader, number, named), reader.version(number, named)
        if (station, version) in seen and not reader.is_long:
            raise Refused("P411", reader.at(number), {"station": station, "version": version})
        seen.add((station, version))
        return station, version

    def _station(self, reader: "_RowReader", number: int, named: Mapping[str, str]) -> str:
        name = reader.station(named)
        if name not in self.known:
            raise Refused("P410", reader.at(number), {"station": name[:60]})
        return self.known[name]

    def taken(self, mapping: Map) -> Taken:
        found = {option for draft in self.drafts.values() for votes in draft.votes.values() for option in votes}
        options = mapping.options or tuple(sorted(found, key=_natural))
        read: list[Read] = []
        for (station, version), draft in self.drafts.items():
            protocol = Protocol(draft.values, draft.votes)
            self.problems.extend(
                Problem(one.code, f"row {draft.row}, station {station}, {one.where}", one.facts)
                for one in misshapen(self.form, options, protocol)
            )
            read.append(Read(station, version, protocol, draft.row))
        stations = {one.station for one in read}
        missing = tuple(code for code in dict.fromkeys(self.known.values()) if code not in stations)
        if mapping.complete and not self.problems:
            self.problems.extend(Problem("P412", facts={"station": code}) for code in missing)
        if not read and not self.problems:
            self.problems.append(Problem("P413"))
        if self.problems:
            return Taken(left_out=self.left_out, problems=tuple(self.problems))
        return Taken(tuple(read), options, tuple(self._disagreements()), self.left_out, missing)

    def _disagreements(self) -> Iterator[Disagreement]:
        last = dict(sorted(self.drafts))
        counted = [draft for (station, version), draft in self.drafts.items() if last[station] == version]
        for row, name, sums, named, theirs in self.sums:
            own = [
                fields(Protocol(draft.values, draft.votes))
                for draft in counted
                if all(draft.shares.get(column) == named[column] for column in sums.within)
            ]
            for key, value in fields(Protocol(theirs.values, theirs.votes)).items():
                ours = sum(_number(one.get(key, 0)) for one in own)
                if ours != value:
                    yield Disagreement(row, name, key, _number(value), ours)


def _number(value: Value) -> int:
    """A count; whatever is none counts nothing."""
    return value if isinstance(value, int) else 0


class _RowReader:
    """Reads the rows of one file, once its headings are known."""

    def __init__(self, name: str, described: FileMap, header: list[str], form: Form) -> None:
        self.name = name
        self.map = described
        self.header = header
        options = described.options
        pattern = re.compile(options.columns) if options and options.columns else None
        matched = [(heading, pattern.fullmatch(heading)) for heading in header] if pattern else []
        self.wide = {heading: match[1] for heading, match in matched if match}
        self.is_long = described.long_lines is not None or bool(options and options.option)
        self.problems = list(self._wrong(form))

    def _wrong(self, form: Form) -> Iterator[Problem]:
        where = self.at(self.map.header_row)
        for column in self._columns():
            if column not in self.header:
                yield Problem("P407", where, {"column": column, "known": ", ".join(self.header)[:400]})
        for heading in sorted({one for one in self.header if one and self.header.count(one) > 1}):
            yield Problem("P408", where, {"column": heading[:60]})
        if self.map.options and self.map.options.columns and not self.wide:
            yield Problem("P409", where, {"pattern": self.map.options.columns})
        keys = {line.key for line in (*form.lines, *form.figures)}
        for line in self.map.lines:
            if line not in keys:
                yield Problem("P101", where, {"line": line, "form": form.key})

    def _columns(self) -> Iterator[str]:
        yield from self.map.station
        yield from (one for one in (self.map.version,) if one)
        yield from self.map.only
        yield from self.map.lines.values()
        if self.map.long_lines:
            yield from (self.map.long_lines.name, self.map.long_lines.value)
        if self.map.options:
            options = self.map.options
            yield from (one for one in (options.option, options.votes, options.channel) if one)
        for one in self.map.sums:
            yield from (one.column, *one.within)

    def at(self, number: int) -> str:
        return f"{self.name}row {number}"

    def named(self, number: int, cells: Sequence[str]) -> dict[str, str]:
        if len(cells) > len(self.header) and any(cell.strip() for cell in cells[len(self.header) :]):
            raise Refused("P414", self.at(number), {"cells": len(cells), "headings": len(self.header)})
        if len(cells) < len(self.header):
            raise Refused("P414", self.at(number), {"cells": len(cells), "headings": len(self.header)})
        return {heading: cell.strip() for heading, cell in zip(self.header, cells, strict=False)}

    def sums(self, named: Mapping[str, str]) -> SumRows | None:
        return next((one for one in self.map.sums if named[one.column] == one.value), None)

    def wanted(self, named: Mapping[str, str]) -> bool:
        return all(named[column] in wanted for column, wanted in self.map.only.items())

    def station(self, named: Mapping[str, str]) -> str:
        return self.map.separator.join(named[column] for column in self.map.station)

    def version(self, number: int, named: Mapping[str, str]) -> int:
        if not self.map.version:
            return 1
        version = self._count(number, self.map.version, named[self.map.version]) or 0
        if not 1 <= version <= _MOST_VERSION:
            raise self._refused("P415", number, self.map.version, value=named[self.map.version][:20])
        return version

    def fill(self, draft: _Draft, number: int, named: Mapping[str, str]) -> None:
        """Put what the row says into the draft; every wrong cell of the row is refused at once."""
        problems: list[Problem] = []
        for heading, place, key in self._cells(number, named):
            try:
                count = self._count(number, heading, named[heading])
                kept: dict[str, int] = draft.votes.setdefault(place, {}) if place else draft.values
                if count is not None and kept.get(key, count) != count:
                    raise self._refused("P416", number, heading, key=key)
                if count is not None and self.is_long and key in kept and heading in self._long_headings():
                    raise self._refused("P416", number, heading, key=key)
            except Refused as refused:
                problems.extend(refused.problems)
                continue
            if count is not None:
                kept[key] = count
        if problems:
            raise Refused(problems[0].code, problems[0].where, problems[0].facts, problems)

    def _long_headings(self) -> tuple[str, ...]:
        options, long = self.map.options, self.map.long_lines
        return (*((options.votes,) if options and options.option else ()), *((long.value,) if long else ()))

    def _cells(self, number: int, named: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        """(heading, repeated line or nothing, line or option) of each count in the row."""
        for line, column in self.map.lines.items():
            yield column, "", line
        if self.map.long_lines and (name := named[self.map.long_lines.name]):
            yield self.map.long_lines.value, "", self.map.long_lines.names.get(name, name)
        options = self.map.options
        if options is None:
            return
        line = options.line
        if options.channel:
            channel = named[options.channel]
            if channel not in options.lines:
                raise self._refused("P417", number, options.channel, value=channel[:60])
            line = options.lines[channel]
        for heading, option in self.wide.items():
            yield heading, line, options.names.get(option, option)
        if options.option and named[options.option]:
            yield options.votes, line, options.names.get(named[options.option], named[options.option])

    def _count(self, number: int, heading: str, cell: str) -> int | None:
        text = cell.replace("\u00a0", " ").replace("\u202f", " ")
        if not text:
            return 0 if self.map.blank == "zero" else None
        if text[0] in _FORMULA:
            raise self._refused("P418", number, heading, value=text[:20])
        if self.map.thousands and re.fullmatch(rf"[0-9]{{1,3}}({re.escape(self.map.thousands)}[0-9]{{3}})+", text):
            text = text.replace(self.map.thousands, "")
        if not re.fullmatch(r"[0-9]{1,12}", text):
            raise self._refused("P419", number, heading, value=cell[:20])
        return int(text)

    def _refused(self, code: str, number: int, heading: str, /, **facts: Fact) -> Refused:
        return Refused(code, self.at(number) + f", column {heading}", facts)


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Numbers in the order of their size: 2 before 10."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"[0-9]+|[^0-9]+", text))
