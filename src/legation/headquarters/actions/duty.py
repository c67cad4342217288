"""The rota of duty: assigning shifts, taking them out again."""

from collections.abc import Sequence
from datetime import datetime

from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission
from legation.headquarters.actions.shared import begin
from legation.headquarters.models import HandOver, Member, Shift
from legation.headquarters.permissions import require_own
from legation.integrity.actions import act
from legation_core.duty.rota import check_shift
from legation_core.problems import Refused

Wanted = Sequence[tuple[str, datetime, datetime]]
"""Member, first instant, last instant."""


def assign_duty(*, election: str, shifts: Wanted, by: Actor, at: datetime) -> tuple[str, ...]:
    """Put shifts of one's own institution into the rota. What clashes is kept and shown as a problem. Their codes."""
    with act("duty_assigned", by=by, at=at) as record:
        _value, own = begin(record, by, election, Permission.HEADQUARTERS_KEEP)
        if not shifts:
            raise Refused("D102")
        wanted = {code for code, _starts, _ends in shifts}
        rows = Member.objects.filter(unit__election=election, unit__body=own, code__in=wanted)
        found = {row.code: row for row in rows}
        made = []
        for member, starts, ends in shifts:
            check_shift(starts, ends)
            if member not in found:
                raise OutOfScope(member)
            if found[member].left_at is not None:
                raise Refused("D108")
            made.append(
                Shift(
                    election_id=election, code=entropy.code(10), body=own, member=found[member], starts=starts,
                    ends=ends, at=at,
                )
            )  # fmt: skip
        Shift.objects.bulk_create(made)
        record.public(
            shifts=len(made), starts=_told(min(one.starts for one in made)), ends=_told(max(one.ends for one in made))
        )
        record.private(members=" ".join(sorted(wanted)))
        return tuple(one.code for one in made)


def remove_shift(*, election: str, shift: str, by: Actor, at: datetime) -> None:
    """Take a shift out of the rota. One that was handed over stays (D118)."""
    with act("shift_removed", by=by, at=at) as record:
        value, _own = begin(record, by, election, Permission.HEADQUARTERS_KEEP)
        row = locked(election, shift)
        require_own(by, value.rules, row.body)
        if HandOver.objects.filter(shift=row).exists():
            raise Refused("D118")
        row.removed_at = at
        row.save(update_fields=["removed_at"])
        record.public(starts=_told(row.starts), ends=_told(row.ends))
        record.private(shift=row.code)


def locked(election: str, shift: str) -> Shift:
    """A shift of the rota, locked until the act ends. Unknown: out of scope."""
    rows = Shift.objects.select_for_update(of=("self",)).select_related("member")
    row = rows.filter(election=election, code=shift, removed_at__isnull=True).first()
    if row is None:
        raise OutOfScope(shift)
    return row


def _told(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%MZ}"
