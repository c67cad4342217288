"""A protocol as it was read from the paper. Nothing here changes a figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from legation_core.lawbook.model import Form, FormLine
from legation_core.problems import Problem
from legation_core.values import StationKey, Text

Value = int | datetime
MOST_COUNT = 99_999_999
"""No station of any country counts more; what is larger is a slip of the pen or of a column."""


@dataclass(frozen=True, slots=True)
class Protocol:
    """One version of the protocol of a station. A line without a value is left out, never set to zero."""

    values: Mapping[str, Value]
    """Lines and figures by key."""
    votes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Votes by line and option, for the lines that are repeated for each option."""
    closing: datetime | None = None
    """The instant at which the station closed."""
    previous: "Protocol | None" = None
    """The version before."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A protocol with what names it: its station and its version."""

    station: StationKey
    protocol: Protocol
    version: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation that does not hold. It names the article and what to do next; it voids nothing."""

    code: str
    severity: str
    source: str
    lines: tuple[str, ...]
    """Keys of the lines to mark."""
    left: int
    right: int
    """Both sides of the comparison, over one denominator; seconds since 1970 for instants."""
    typist: Text
    typist_next: Text
    supervisor: Text
    supervisor_next: Text

    @property
    def difference(self) -> int:
        return self.left - self.right


def repeated(form: Form) -> tuple[FormLine, ...]:
    """The lines that are repeated for each option."""
    return tuple(line for line in form.lines if line.kind == "each_candidate")


def misshapen(form: Form, options: tuple[str, ...], protocol: Protocol) -> Iterator[Problem]:
    """What makes `protocol` no protocol of this form: lines or options too many or too few, counts that are none."""
    kinds = {line.key: line.kind for line in (*form.lines, *form.figures)}
    for key in protocol.values:
        if kinds.get(key, "each_candidate") == "each_candidate":
            yield Problem("P101", key, {"line": key, "form": form.key})
    for line in form.lines:
        if line.kind != "each_candidate":
            yield from _wrong_value(line, protocol.values.get(line.key))
            continue
        given = protocol.votes.get(line.key, {})
        for option in options:
            yield from _wrong_count(f"{line.key} {option}", given.get(option), line.number)
        for option in given:
            if option not in options:
                yield Problem("P103", line.key, {"option": option, "line": line.number})
    figures = (figure for figure in form.figures if figure.key in protocol.values)
    for figure in figures:
        yield from _wrong_value(figure, protocol.values[figure.key])


def _wrong_value(line: FormLine, value: Value | None) -> Iterator[Problem]:
    if line.kind == "instant" and (value is None or isinstance(value, datetime)):
        return  # whoever types the paper may find no time on it; relations with it are then not checked
    if isinstance(value, datetime):
        yield Problem("P105", line.key, {"line": line.number or line.key})
    else:
        yield from _wrong_count(line.key, value, line.number or line.key)


def _wrong_count(where: str, value: int | None, number: str) -> Iterator[Problem]:
    if value is None:
        yield Problem("P102", where, {"line": number})
    elif not 0 <= value <= MOST_COUNT:
        yield Problem("P104", where, {"line": number, "value": str(value)[:20], "most": MOST_COUNT})
