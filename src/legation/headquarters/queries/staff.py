"""Reads of units and their members."""

from legation.base.actors import Actor, OutOfScope
from legation.headquarters.convert.staff import MemberValue, UnitValue, member_value, unit_value
from legation.headquarters.models import Member, Unit
from legation.headquarters.permissions import sees_contacts
from legation.plan.convert import ElectionValue


def units(election: ElectionValue) -> tuple[UnitValue, ...]:
    """The headquarters and working groups of both institutions."""
    return tuple(unit_value(row) for row in Unit.objects.filter(election=election.code).order_by("body", "kind"))


def members(actor: Actor, election: ElectionValue, *, left: bool = False) -> tuple[MemberValue, ...]:
    """Who serves, the heads first. `left`: also who has left. One query."""
    rows = Member.objects.filter(unit__election=election.code)
    if not left:
        rows = rows.filter(left_at__isnull=True)
    rows = rows.select_related("unit", "deputises", "counterpart").order_by("unit__body", "unit__kind", "at", "pk")
    return tuple(member_value(row, contacts=sees_contacts(actor)) for row in rows)


def member(actor: Actor, election: ElectionValue, code: str) -> MemberValue:
    """One member. Unknown: out of scope."""
    row = Member.objects.filter(unit__election=election.code, code=code)
    found = row.select_related("unit", "deputises", "counterpart").first()
    if found is None:
        raise OutOfScope(code)
    return member_value(found, contacts=sees_contacts(actor))
