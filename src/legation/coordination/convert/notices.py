"""Rows of broadcasts and of choices about mail as values."""

from dataclasses import dataclass
from datetime import datetime

from legation.coordination.models import Broadcast, BroadcastReceipt, MailChoice
from legation_core.correspondence.notices import Choice, How


@dataclass(frozen=True, slots=True)
class BroadcastValue:
    id: int
    code: str
    election: str
    title: str
    text: str
    audience: str
    urgent: bool
    read_by: datetime
    body: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class ReceiptValue:
    id: int
    person: str
    role: str
    scope_kind: str
    scope_code: str
    read_at: datetime | None
    phoned_at: datetime | None
    phoned_note: str

    @property
    def place(self) -> str:
        return self.scope_code.rpartition("/")[2]


def broadcast_value(row: Broadcast) -> BroadcastValue:
    return BroadcastValue(
        id=row.pk,
        code=row.code,
        election=row.election_id,
        title=row.title,
        text=row.text,
        audience=row.audience,
        urgent=row.urgent,
        read_by=row.read_by,
        body=row.body,
        sent_at=row.sent_at,
    )


def receipt_value(row: BroadcastReceipt) -> ReceiptValue:
    return ReceiptValue(
        row.pk, row.person, row.role, row.scope_kind, row.scope_code, row.read_at, row.phoned_at, row.phoned_note
    )


def choice_value(row: MailChoice) -> Choice:
    return Choice(How(row.how), row.zone, row.quiet_from, row.quiet_to, row.daily_at)
