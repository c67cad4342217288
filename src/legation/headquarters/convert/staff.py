"""Units and members as values."""

from dataclasses import dataclass
from datetime import date, datetime

from legation.headquarters.models import Member, Unit


@dataclass(frozen=True, slots=True)
class UnitValue:
    code: str
    body: str
    kind: str
    order_number: str
    order_date: date
    paper: str
    tasks: str
    invented: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class MemberValue:
    """A member; `telephone` and `mail` are empty for whoever only reads."""

    code: str
    unit: str
    body: str
    person: str
    name: str
    function: str
    deputises: str
    """Name of whom they stand in for."""
    counterpart: str
    """Name of whom they turn to at the other institution."""
    telephone: str
    mail: str
    at: datetime
    left_at: datetime | None


def unit_value(row: Unit) -> UnitValue:
    return UnitValue(
        row.code, row.body, row.kind, row.order_number, row.order_date, row.paper, row.tasks, row.invented, row.at
    )


def member_value(row: Member, *, contacts: bool) -> MemberValue:
    return MemberValue(
        code=row.code,
        unit=row.unit.code,
        body=row.unit.body,
        person=row.person,
        name=row.name,
        function=row.function,
        deputises=row.deputises.name if row.deputises else "",
        counterpart=row.counterpart.name if row.counterpart else "",
        telephone=row.telephone if contacts else "",
        mail=row.mail if contacts else "",
        at=row.at,
        left_at=row.left_at,
    )
