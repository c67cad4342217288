"""Handing a shift over: who leaves proposes it with what is open, who comes confirms it. In that moment it is done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from legation.accounts.actions.joint import jointly
from legation.accounts.models import User
from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, Permission
from legation.headquarters.actions.duty import locked
from legation.headquarters.actions.shared import begin
from legation.headquarters.convert.duty import core_shift
from legation.headquarters.models import HandOver, Member, Shift
from legation.headquarters.permissions import own_institution, require_own, scopes_of
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation_core.duty.handing_over import check_incoming, check_leaving, check_taking
from legation_core.powers.four_eyes import Needs
from legation_core.problems import Refused


def _place(*, election: str, shift: str, by: Actor, **given: object) -> Place:
    """Two persons of the institution whose shift it is."""
    value = plan.election_for(by, election)
    own = own_institution(by, value.rules)
    return Place(
        needs=Needs(value.book.bodies[own].kind if own else by.body),
        jurisdiction=value.jurisdiction,
        body=own or by.body,
        election=election,
        lawbook=value.book.digest,
        subject=f"shift:{shift}",
        scopes=scopes_of(value.jurisdiction, election),
    )


def _who_comes(given: Mapping[str, Any], by: Actor) -> None:
    """Refuse (D113) everybody but the member whose shift takes over."""
    row = Shift.objects.filter(election=given["election"], code=given["incoming"]).select_related("member").first()
    check_taking(_person(row.member) if row else "", by.person)


@jointly("hand_over_shift", _place, _who_comes)
def hand_over_shift(
    *, election: str, shift: str, incoming: str, open_items: list[str], text: str, by: Actor, at: datetime
) -> None:
    """Hand one's shift over to the one that stays, with the open entries and a few words."""
    with act("shift_handed_over", by=by, at=at) as record:
        value, _own = begin(record, by, election, Permission.DUTY_KEEP, f"shift:{shift}")
        row = locked(election, shift)
        require_own(by, value.rules, row.body)
        if HandOver.objects.filter(shift=row).exists():
            raise Refused("D114")
        check_leaving(core_shift(row), _person(row.member), by.person, at)
        there = Shift.objects.filter(election=election, removed_at__isnull=True).select_related("member")
        check_incoming([core_shift(one) for one in there], core_shift(row), incoming)
        taken_by = next(one for one in there if one.code == incoming)
        HandOver.objects.create(shift=row, incoming=taken_by, text=text.strip(), items=list(open_items), at=at)
        record.public(ended=f"{row.ends:%Y-%m-%dT%H:%MZ}", open_items=len(open_items))
        record.private(shift=row.code, incoming=incoming)


def _person(member: Member) -> str:
    """The natural person behind a member's account; empty where they have none."""
    return User.objects.filter(code=member.person).values_list("person", flat=True).first() or ""
