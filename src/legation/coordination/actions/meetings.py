"""The minutes of the daily meeting: drawn up from its matters, signed by a person of each institution."""

from datetime import datetime
from typing import Any

from legation.accounts.actions.joint import jointly
from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.coordination.convert.matters import MatterValue, digest_of
from legation.coordination.models import Minutes
from legation.coordination.permissions.matters import place_of, scopes_of
from legation.coordination.queries import matters as queries
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.models import Election
from legation_core.problems import Refused


def draw_up_minutes(*, election: str, by: Actor, at: datetime) -> int:
    """Draw up the minutes from the agenda as it stands; unsigned ones are drawn up anew. Their number."""
    with act("minutes_drawn_up", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.MATTER_SETTLE, scopes_of(value.jurisdiction, election))
        Election.objects.select_for_update().get(pk=election)
        agenda = queries.agenda(value, at)
        if agenda.empty:
            raise Refused("M111")
        parts = [[part, [_row(one) for one in found]] for part, found in (*agenda.parts, ("settled", agenda.settled))]
        parts = [one for one in parts if one[1]]
        row = Minutes.objects.filter(election=election, signed_at__isnull=True).first()
        if row is None:
            number = Minutes.objects.filter(election=election).count() + 1
            row = Minutes(jurisdiction_id=value.jurisdiction, election_id=election, number=number)
        row.held_at, row.parts, row.digest = at, parts, digest_of([at.isoformat(), parts])
        row.save()
        _about(record, value, row.number)
        record.public(minutes=row.number, matters=sum(len(one[1]) for one in parts), digest=row.digest)
    return row.number


def _row(one: MatterValue) -> dict[str, Any]:
    """What minutes say of a matter: no person stands in it."""
    chosen = next((option.text for option in queries.options(one) if option.number == one.decision), "")
    said = [remark.text for remark in reversed(queries.remarks(one)) if remark.step == "remark"]
    return {
        "code": one.code,
        "title": one.title,
        "text": one.text,
        "place": one.place,
        "state": str(one.state),
        "due": one.due.isoformat(),
        "owned_by": sorted(one.owners),
        "options": [option.text for option in queries.options(one)],
        "decision": chosen,
        "changes": [effect.told for effect in queries.effects(one)],
        "closing": one.closing,
        "said": said,
    }


def _both(*, election: str, number: int, by: Actor, **given: object) -> Place:
    value = plan.election_for(by, election)
    return place_of(by, value.jurisdiction, election, subject=f"minutes:{number}", lawbook=value.book.digest)


@jointly("sign_minutes", _both)
def sign_minutes(*, election: str, number: int, sha256: str, by: Actor, at: datetime) -> None:
    """Sign the minutes as they were read, by their digest: one person of each institution."""
    with act("minutes_signed", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.MATTER_SETTLE, scopes_of(value.jurisdiction, election))
        row = Minutes.objects.select_for_update().filter(election=election, number=number).first()
        if row is None:
            raise OutOfScope(number)
        if row.signed_at is not None:
            raise Refused("M112")
        if row.digest != sha256:
            raise Refused("M113")
        row.signed_at = at
        row.save(update_fields=["signed_at"])
        _about(record, value, number)
        record.public(minutes=number, digest=row.digest)


def _about(record: Record, value: ElectionValue, number: int) -> None:
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"minutes:{number}",
        body=record.by.body,
    )
