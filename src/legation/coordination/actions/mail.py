"""Taking mail in: added to its inquiry, kept for a person, accepted as an inquiry, dismissed; addresses on record."""

import re
from datetime import datetime

from legation.accounts.queries import actor_of
from legation.base.actors import Actor, Grant, OutOfScope, Permission, ScopeRef, require
from legation.coordination.actions import inquiries
from legation.coordination.models import IncomingMail, Inquiry, MailAddress
from legation.coordination.permissions.inquiries import scopes_of
from legation.coordination.queries.mail import address_of
from legation.integrity.actions import act
from legation.missions.models import Mission
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.readers.mail import Mail
from legation_core.correspondence.inquiries import State, next_state
from legation_core.correspondence.threads import codes_in, outcome
from legation_core.problems import Refused

ADDRESS = re.compile(r"[^@\s<>,;:\"]{1,64}@[a-z0-9.-]{1,128}")


def take_in(*, election: str, mail: Mail, secret: bytes, own: str, too_large: bool = False, at: datetime) -> str:
    """Keep a mail once and do with it what its token allows. Gives what became of it; the second time, `twice`."""
    if IncomingMail.objects.filter(election=election, identity=mail.identity).exists():
        return "twice"
    value = plan.election(election)
    by = worker(value.jurisdiction, at)
    with act("mail_taken_in", by=by, at=at) as record:
        row, known = _thread_of(value, mail, secret)
        become, code = outcome(
            codes=[row.code] if row else [], sender=mail.sender, known=[known],
            automatic=mail.automatic or mail.sender == own, too_large=too_large,
        )  # fmt: skip
        kept, made = IncomingMail.objects.get_or_create(
            election_id=election, identity=mail.identity,
            defaults={
                "sender": mail.sender, "subject": mail.subject, "text": mail.text, "at": at,
                "attachments": list(mail.attachments), "state": become, "inquiry": row if code else None,
            },
        )  # fmt: skip
        if made and code and row:
            _add(row, mail, at)
        record.about(jurisdiction=value.jurisdiction, election=election, subject=f"mail:{kept.pk}")
        record.private(identity=mail.identity, outcome=str(become))
    return str(become)


def _thread_of(value: ElectionValue, mail: Mail, secret: bytes) -> tuple[Inquiry | None, str]:
    """The one inquiry whose token the mail carries, locked, and the address on record of whoever asked it."""
    codes = codes_in(mail.marks, secret)
    if len(codes) != 1:
        return None, ""
    row = Inquiry.objects.select_for_update().filter(election=value.code, code__in=codes).first()
    if row is None or row.state == State.CLOSED:
        return None, ""
    return row, address_of(row.mission_id)


def _add(row: Inquiry, mail: Mail, at: datetime) -> None:
    row.state = next_state(State(row.state), "add")
    named = f"\n\n[{', '.join(mail.attachments)}]" if mail.attachments else ""
    inquiries.say(row, "more", f"{mail.text or mail.subject or '-'}{named}", "head_of_mission", "", at)


def accept(
    *, election: str, number: int, category: str, urgency: str, language: str, mission: str, by: Actor, at: datetime
) -> str:
    """Accept a mail that waits as an inquiry of a mission, or of one's own institution. Gives its code."""
    with act("mail_accepted", by=by, at=at) as record:
        value, row = _waiting(by, election, number)
        code = inquiries.ask(
            election=election, category=category, urgency=urgency, language=language, mission=mission,
            subject=row.subject or row.text[:80] or "-", text=row.text or row.subject or "-", by=by, at=at,
        )  # fmt: skip
        row.state, row.inquiry = "accepted", Inquiry.objects.get(code=code)
        row.save(update_fields=["state", "inquiry"])
        record.about(jurisdiction=value.jurisdiction, election=election, subject=f"mail:{row.pk}")
        record.public(inquiry=code)
    return code


def dismiss(*, election: str, number: int, reason: str, by: Actor, at: datetime) -> None:
    """Put a mail aside, with the reason."""
    with act("mail_dismissed", by=by, at=at) as record:
        value, row = _waiting(by, election, number)
        if not reason.strip():
            raise Refused("Q109")
        row.state = "dismissed"
        row.save(update_fields=["state"])
        record.about(jurisdiction=value.jurisdiction, election=election, subject=f"mail:{row.pk}")
        record.private(reason=reason.strip()[:2000])


def keep_address(*, election: str, mission: str, address: str, by: Actor, at: datetime) -> None:
    """Keep at which address a mission is told of its inquiries; none: an empty one."""
    with act("mail_address_kept", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.MISSION_CHANGE, scopes_of(value.jurisdiction, election, mission))
        post = Mission.objects.select_for_update().filter(jurisdiction=value.jurisdiction, code=mission).first()
        if post is None:
            raise OutOfScope(mission)
        wanted = address.strip().lower()
        if wanted and (not ADDRESS.fullmatch(wanted) or _taken(wanted, post)):
            raise Refused("Q117")
        if wanted:
            MailAddress.objects.update_or_create(mission=post, defaults={"address": wanted})
        else:
            MailAddress.objects.filter(mission=post).delete()
        record.about(jurisdiction=value.jurisdiction, election=election, subject=f"mission:{mission}")
        record.private(mission=mission)


def worker(jurisdiction: str, at: datetime) -> Actor:
    """The system itself, which takes mail in."""
    return actor_of("worker", Grant("operator", jurisdiction, "", ScopeRef("jurisdiction", jurisdiction), at))


def _taken(address: str, post: Mission) -> bool:
    return MailAddress.objects.filter(address=address).exclude(mission=post).exists()


def _waiting(by: Actor, election: str, number: int) -> tuple[ElectionValue, IncomingMail]:
    value = plan.election_for(by, election)
    require(by, Permission.INQUIRY_ANSWER, scopes_of(value.jurisdiction, election))
    rows = IncomingMail.objects.select_for_update().filter(election=election, state__in=["waiting", "too_large"])
    row = rows.filter(pk=number).first()
    if row is None:
        raise OutOfScope(number)
    return value, row
