"""Sending and acknowledging broadcasts, telephoning who has not read one, and choosing how to be told by mail."""

from datetime import datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from legation.accounts import queries as accounts
from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.coordination.convert.matters import digest_of
from legation.coordination.models import Broadcast, BroadcastReceipt, MailChoice
from legation.coordination.queries.broadcasts import AUDIENCES
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import scopes_of
from legation_core.correspondence.notices import How
from legation_core.problems import Refused


def send_broadcast(
    *,
    election: str,
    title: str,
    text: str,
    audience: str,
    urgent: bool = False,
    read_by: datetime,
    by: Actor,
    at: datetime,
) -> str:
    """Send a broadcast to everybody who belongs to the audience now. Gives its code."""
    with act("broadcast_sent", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.BROADCAST_SEND, scopes_of(value.jurisdiction, election))
        if not title.strip() or not text.strip():
            raise Refused("B101")
        if read_by <= at:
            raise Refused("B103", facts={"given": f"{read_by:%Y-%m-%dT%H:%MZ}"})
        found = accounts.holders(value.jurisdiction, election, AUDIENCES.get(audience, frozenset()), at)
        if not found:
            raise Refused("B102")
        row = Broadcast.objects.create(
            jurisdiction_id=value.jurisdiction, election_id=election, code=entropy.code(10), title=title.strip(),
            text=text.strip(), audience=audience, urgent=urgent, read_by=read_by, body=by.body, sent_at=at,
        )  # fmt: skip
        BroadcastReceipt.objects.bulk_create(
            BroadcastReceipt(
                broadcast=row, person=person, role=role, scope_kind=scope.kind, scope_code=scope.code,
                read_at=at if person == by.person else None,
            )
            for person, role, scope in found
        )  # fmt: skip
        _about(record, value, row.code)
        record.public(reference=row.code, recipients=len(found), digest=digest_of([row.title, row.text]))
    return row.code


def acknowledge(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Say that one has read a broadcast, in the role and place to which it went. Repeated, it stands as it was."""
    with act("broadcast_read", by=by, at=at) as record:
        value = plan.election_for(by, election)
        scope = by.grant.scope
        row = BroadcastReceipt.objects.select_for_update().filter(
            broadcast__code=code, broadcast__election=election, person=by.person, role=by.role,
            scope_kind=scope.kind, scope_code=scope.code,
        ).first()  # fmt: skip
        if row is None:
            raise OutOfScope(code)
        row.read_at = row.read_at or at
        row.save(update_fields=["read_at"])
        _about(record, value, code)
        record.public(reference=code)


def telephoned(*, election: str, receipt: int, note: str, by: Actor, at: datetime) -> None:
    """Note that somebody who had not read a broadcast was told by telephone."""
    with act("broadcast_telephoned", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.BROADCAST_SEND, scopes_of(value.jurisdiction, election))
        rows = BroadcastReceipt.objects.select_for_update(of=("self",)).select_related("broadcast")
        row = rows.filter(pk=receipt, broadcast__election=election).first()
        if row is None:
            raise OutOfScope(receipt)
        if not note.strip():
            raise Refused("B105")
        row.phoned_at, row.phoned_note = at, note.strip()[:300]
        row.save(update_fields=["phoned_at", "phoned_note"])
        _about(record, value, row.broadcast.code)
        record.public(reference=row.broadcast.code)
        record.private(note=digest_of(row.phoned_note))


def choose_mail(
    *, mail: str, how: How, zone: str, quiet_from: time, quiet_to: time, daily_at: time, by: Actor, at: datetime
) -> None:
    """Say where to, when and when not one is told by mail that something waits."""
    with act("mail_chosen", by=by, at=at) as record:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise Refused("B104", facts={"zone": zone[:64] or "–"}) from None
        MailChoice.objects.update_or_create(
            person=by.person,
            defaults={
                "mail": mail.strip(), "how": how, "zone": zone, "quiet_from": quiet_from, "quiet_to": quiet_to,
                "daily_at": daily_at,
            },
        )  # fmt: skip
        record.about(jurisdiction=by.grant.jurisdiction, subject="mail", body=by.body)
        record.public(mail_when=str(how))


def mailed(*, jurisdiction: str, persons: list[str], by: Actor, at: datetime) -> None:
    """Keep that mails went to these persons: what waited for them until now is told."""
    with act("notices_mailed", by=by, at=at) as record:
        rows = MailChoice.objects.select_for_update().filter(person__in=persons)
        count = rows.update(told_at=at)
        record.about(jurisdiction=jurisdiction, subject="mail", body=by.body)
        record.public(mails=count)


def _about(record: Record, value: ElectionValue, code: str) -> None:
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"broadcast:{code}",
        body=record.by.body,
    )
