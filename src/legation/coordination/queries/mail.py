"""Reads of mail about inquiries: what waits for a person, and where a mission is told."""

from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import OutOfScope
from legation.coordination.models import IncomingMail, InquiryEntry, MailAddress
from legation.plan.convert import ElectionValue


@dataclass(frozen=True, slots=True)
class MailValue:
    number: int
    sender: str
    mission: str
    """Code of the mission that has this address on record; a sender can be forged."""
    subject: str
    text: str
    attachments: tuple[str, ...]
    state: str
    at: datetime


def waiting(election: ElectionValue) -> list[MailValue]:
    """Mail that waits for a person, the oldest first: two queries."""
    rows = IncomingMail.objects.filter(election=election.code, state__in=["waiting", "too_large"]).order_by("at", "pk")
    known = senders(election)
    return [_value(row, known.get(row.sender, "")) for row in rows]


def one(election: ElectionValue, number: int) -> MailValue:
    """One mail that waits. Any other is out of scope."""
    found = [each for each in waiting(election) if each.number == number]
    if not found:
        raise OutOfScope(number)
    return found[0]


def senders(election: ElectionValue) -> dict[str, str]:
    """The code of the mission by its address on record."""
    rows = MailAddress.objects.filter(mission__jurisdiction=election.jurisdiction)
    return dict(rows.values_list("address", "mission__code"))


def address_of(mission: int | None) -> str:
    """The address on record of a mission; empty where there is none."""
    return MailAddress.objects.filter(mission=mission or 0).values_list("address", flat=True).first() or ""


def _value(row: IncomingMail, mission: str) -> MailValue:
    return MailValue(
        row.pk,
        row.sender,
        mission,
        row.subject,
        row.text,
        tuple(str(one) for one in row.attachments),
        row.state,
        row.at,
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom a mail tells of an entry of which inquiry."""

    election: str
    code: str
    number: int
    entry: int
    address: str


def telling(entry: str) -> Telling | None:
    """Who is told of the entry of this number; nobody where no address is on record."""
    row = InquiryEntry.objects.filter(pk=int(entry)).select_related("inquiry").first()
    address = address_of(row.inquiry.mission_id) if row else ""
    if row is None or not address:
        return None
    return Telling(row.inquiry.election_id, row.inquiry.code, row.inquiry.number, row.pk, address)
