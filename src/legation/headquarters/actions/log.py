"""The log of headquarters: calls, orders and notes, and what became of them."""

from datetime import datetime

from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission
from legation.headquarters.actions.shared import begin
from legation.headquarters.models import Entry
from legation.headquarters.permissions import require_own
from legation.integrity.actions import act
from legation.missions.models import Mission
from legation_core.problems import Refused
from legation_core.register.folding import fold


def keep_entry(
    *,
    election: str,
    kind: str,
    text: str,
    mission: str = "",
    with_whom: str = "",
    happened_at: datetime | None = None,
    follow_up: bool = False,
    due: datetime | None = None,
    by: Actor,
    at: datetime,
) -> str:
    """Keep a call, an order or a note. What was said stays private. Its code."""
    with act("entry_kept", by=by, at=at) as record:
        value, own = begin(record, by, election, Permission.DUTY_KEEP)
        if not text.strip():
            raise Refused("D115")
        row = Entry.objects.create(
            election_id=election, code=entropy.code(10), body=own, kind=kind,
            mission=_mission(value.jurisdiction, mission), with_whom=with_whom.strip(), text=text.strip(),
            happened_at=happened_at or at, at=at, follow_up=follow_up or due is not None, due=due,
            sorting=fold(f"{mission} {with_whom} {text}"),
        )  # fmt: skip
        record.public(entry=row.code, follow_up="yes" if row.follow_up else "no")
        record.private(mission=mission)
        return row.code


def _mission(jurisdiction: str, code: str) -> Mission | None:
    if not code:
        return None
    row = Mission.objects.filter(jurisdiction=jurisdiction, code=code).first()
    if row is None:
        raise OutOfScope(code)
    return row


def close_entry(*, election: str, entry: str, outcome: str, by: Actor, at: datetime) -> None:
    """Close an entry that was to be followed up, with its outcome."""
    with act("entry_closed", by=by, at=at) as record:
        value, own = begin(record, by, election, Permission.DUTY_KEEP)
        row = Entry.objects.select_for_update().filter(election=election, code=entry, body=own).first()
        if row is None:
            raise OutOfScope(entry)
        require_own(by, value.rules, row.body)
        if not row.follow_up or row.closed_at is not None:
            raise Refused("D116")
        if not outcome.strip():
            raise Refused("D117")
        row.closed_at, row.outcome = at, outcome.strip()[:1000]
        row.save(update_fields=["closed_at", "outcome"])
        record.public(entry=row.code)
