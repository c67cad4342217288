"""Establishing headquarters and working groups, naming their members, letting them leave."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from legation.accounts.models import User
from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission
from legation.headquarters.actions.shared import begin
from legation.headquarters.models import Member, Unit
from legation.headquarters.permissions import require_own
from legation.headquarters.records.words import FUNCTIONS
from legation.integrity.actions import act
from legation_core.problems import Refused


def establish_unit(
    *,
    election: str,
    kind: str,
    number: str,
    dated: date,
    tasks: str = "",
    paper: str = "",
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> str:
    """Enter the order by which the actor's institution established its headquarters or working group. Its code."""
    with act("unit_established", by=by, at=at) as record:
        value, own = begin(record, by, election, Permission.HEADQUARTERS_KEEP)
        if Unit.objects.filter(election=election, body=own, kind=kind).exists():
            raise Refused("D104", facts={"unit": kind})
        if dated > at.astimezone(ZoneInfo(value.home_zone)).date():
            raise Refused("D119", facts={"given": dated.isoformat()})
        row = Unit.objects.create(
            election_id=election, code=entropy.code(10), body=own, kind=kind, order_number=number.strip(),
            order_date=dated, tasks=tasks.strip(), paper=paper, invented=invented, at=at,
        )  # fmt: skip
        record.public(unit=kind, number=row.order_number, dated=dated.isoformat())
        return row.code


def name_member(
    *,
    election: str,
    unit: str,
    name: str,
    function: str,
    person: str = "",
    deputises: str = "",
    counterpart: str = "",
    telephone: str = "",
    mail: str = "",
    by: Actor,
    at: datetime,
) -> str:
    """Name a member of one's own institution's unit. Names and telephones stay out of every record. Their code."""
    with act("member_named", by=by, at=at) as record:
        value, own = begin(record, by, election, Permission.HEADQUARTERS_KEEP)
        row = Unit.objects.select_for_update().filter(election=election, kind=unit, body=own).first()
        if row is None:
            raise Refused("D103", facts={"unit": unit[:20]})
        if not name.strip() or function not in FUNCTIONS:
            raise Refused("D106")
        _check_account(person.strip(), value.jurisdiction)
        member = Member.objects.create(
            unit=row, code=entropy.code(10), person=person.strip(), name=name.strip(), function=function,
            deputises=_serving(election, deputises, own, same=True),
            counterpart=_serving(election, counterpart, own, same=False),
            telephone=telephone.strip(), mail=mail.strip(), at=at,
        )  # fmt: skip
        record.public(unit=unit, function=function)
        record.private(member=member.code)
        return member.code


def _check_account(person: str, jurisdiction: str) -> None:
    if person and not User.objects.filter(code=person, jurisdiction=jurisdiction, is_active=True).exists():
        raise Refused("D107", facts={"person": person[:40]})


def _serving(election: str, code: str, own: str, *, same: bool) -> Member | None:
    """A member who serves, of one's own institution or of the other (D109)."""
    if not code:
        return None
    rows = Member.objects.select_related("unit").filter(unit__election=election, code=code)
    row = rows.first()
    if row is None:
        raise OutOfScope(code)
    if row.left_at is not None:
        raise Refused("D108")
    if (row.unit.body == own) is not same:
        raise Refused("D105", facts={"bodies": own}) if same else Refused("D109")
    return row


def let_leave(*, election: str, member: str, by: Actor, at: datetime) -> None:
    """Record that a member has left. What they did stays; shifts that they still have stand out in the rota."""
    with act("member_left", by=by, at=at) as record:
        value, _own = begin(record, by, election, Permission.HEADQUARTERS_KEEP)
        rows = Member.objects.select_for_update(of=("self",)).select_related("unit")
        row = rows.filter(unit__election=election, code=member).first()
        if row is None:
            raise OutOfScope(member)
        require_own(by, value.rules, row.unit.body)
        if row.left_at is not None:
            raise Refused("D108")
        row.left_at = at
        row.save(update_fields=["left_at"])
        record.public(unit=row.unit.kind, function=row.function)
        record.private(member=row.code)
