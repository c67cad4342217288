"""Rows of inquiries as values."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from legation.coordination.models import Inquiry, InquiryEntry
from legation_core.correspondence.inquiries import OPEN, State
from legation_core.values import Text

SEEN_BY_ASKER = frozenset({"question", "more", "answer", "merged", "reopened", "closed"})
"""Kinds of entry that whoever asked reads; drafts and what the institutions say about them stay at home."""


@dataclass(frozen=True, slots=True)
class InquiryValue:
    id: int
    code: str
    number: int
    election: str
    asker: str
    mission: str
    mission_id: int | None
    cities: Text
    zone: str
    """The asker's clock; empty where the asker has none but that of home."""
    category: str
    urgency: str
    language: str
    subject: str
    state: State
    body: str
    approved_by: str
    assigned_to: str
    drafted_by: str
    asked_at: datetime
    counted_from: datetime
    due_at: datetime
    answered_at: datetime | None
    merged_into: int | None
    reminded: int

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def answered(self) -> bool:
        """Whether there is an answer that can settle others or be published."""
        return self.state in (State.ANSWERED, State.CLOSED) and self.answered_at is not None

    def late(self, now: datetime) -> bool:
        return self.open and self.due_at <= now


@dataclass(frozen=True, slots=True)
class EntryValue:
    kind: str
    text: str
    body: str
    person: str
    at: datetime


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def inquiry_value(row: Inquiry) -> InquiryValue:
    """Needs the mission selected along."""
    post = row.mission
    return InquiryValue(
        id=row.pk,
        code=row.code,
        number=row.number,
        election=row.election_id,
        asker=row.asker,
        mission=post.code if post else "",
        mission_id=row.mission_id,
        cities=Text(post.cities if post else {}),
        zone=post.zone if post else "",
        category=row.category,
        urgency=row.urgency,
        language=row.language,
        subject=row.subject,
        state=State(row.state),
        body=row.body,
        approved_by=row.approved_by,
        assigned_to=row.assigned_to,
        drafted_by=row.drafted_by,
        asked_at=row.asked_at,
        counted_from=row.counted_from,
        due_at=row.due_at,
        answered_at=row.answered_at,
        merged_into=row.merged_into_id,
        reminded=row.reminded,
    )


def entry_value(row: InquiryEntry) -> EntryValue:
    return EntryValue(row.kind, row.text, row.body, row.person, row.at)
