"""Situation reports as values."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from legation.headquarters.models import Report
from legation_core.integrity import canonical

LIMIT = 1 << 20
"""Octets of a report at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section: what is told, with its figure where it has one; `new` since the last report."""

    text: str
    figure: str = ""
    new: bool = False

    @property
    def plain(self) -> dict[str, Any]:
        return {"text": str(self.text), "figure": str(self.figure), "new": self.new}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report in one language, what is new on top."""

    key: str
    title: str
    lines: tuple[Line, ...]

    @property
    def plain(self) -> dict[str, Any]:
        return {"key": self.key, "title": self.title, "lines": [one.plain for one in self.lines]}


@dataclass(frozen=True, slots=True)
class ReportValue:
    """A report. `content` is what is signed: sections by language."""

    number: int
    since: datetime | None
    until: datetime
    content: Mapping[str, Sequence[Mapping[str, Any]]]
    digest: str
    body: str
    signed_at: datetime | None

    def sections(self, language: str) -> tuple[Section, ...]:
        """The sections in a language in which the report was drawn up, else in its first."""
        found = self.content.get(language) or next(iter(self.content.values()), ())
        return tuple(Section(one["key"], one["title"], tuple(Line(**line) for line in one["lines"])) for one in found)

    def new_lines(self, language: str) -> tuple[tuple[str, Line], ...]:
        """What is new, with the title of its section: what stands on top."""
        return tuple((one.title, line) for one in self.sections(language) for line in one.lines if line.new)

    @property
    def octets(self) -> bytes:
        """The document as it is frozen."""
        return octets_of(self.content)


def octets_of(content: Mapping[str, Any]) -> bytes:
    return canonical.encode(content, LIMIT)


def digest_of(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(octets_of(content)).hexdigest()


def report_value(row: Report) -> ReportValue:
    return ReportValue(row.number, row.since, row.until, row.content, row.digest, row.body, row.signed_at)
