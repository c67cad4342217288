"""Rows of papers as values."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from legation.coordination.models import Paper, PaperLink, PaperVersion
from legation_core.lawbook.papers import Kind, State

Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a paper says."""

    title: str
    text: str
    addressee: str = ""
    table: Table = ()
    language: str = "en"
    template: str = ""
    file: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 over everything it says, in one fixed writing."""
        parts = [self.title, self.addressee, self.text, [list(row) for row in self.table], self.language, self.file]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class VersionValue:
    version: int
    content: Content
    digest: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PaperValue:
    """A paper with the version in force."""

    id: int
    code: str
    election: str
    kind: Kind
    body: str
    mission: str
    author: str
    """The body; of a mission or a district commission also which one."""
    addressee_body: str
    state: State
    number: str
    dated: date | None
    answers: int | None
    drafted_at: datetime
    sorting: str
    current: VersionValue

    @property
    def draft(self) -> bool:
        """Not signed: every writing of it is marked so."""
        return not self.number

    @property
    def content(self) -> Content:
        return self.current.content


@dataclass(frozen=True, slots=True)
class LinkValue:
    kind: str
    code: str


def version_value(row: PaperVersion) -> VersionValue:
    table = tuple(tuple(str(cell) for cell in cells) for cells in row.table)
    content = Content(row.title, row.text, row.addressee, table, row.language, row.template, row.file)
    return VersionValue(row.version, content, row.digest, row.reason, row.at)


def paper_value(row: Paper, current: PaperVersion) -> PaperValue:
    return PaperValue(
        id=row.pk,
        code=row.code,
        election=row.election_id,
        kind=Kind(row.kind),
        body=row.body,
        mission=row.mission.code if row.mission else "",
        author=row.author,
        addressee_body=row.addressee_body,
        state=State(row.state),
        number=row.number,
        dated=row.dated,
        answers=row.answers_id,
        drafted_at=row.drafted_at,
        sorting=row.sorting,
        current=version_value(current),
    )


def link_value(row: PaperLink) -> LinkValue:
    return LinkValue(row.kind, row.code)
