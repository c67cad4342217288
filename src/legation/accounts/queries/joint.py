"""Reads of joint acts: those that an actor sees, and those that wait for them."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from legation.accounts.convert.joint import JointValue, core_act, joint_value, scopes_of
from legation.accounts.models import JointAct
from legation.base.actors import Actor, OutOfScope, Permission
from legation_core.powers import four_eyes

SHOWN = 200
"""So many of those that ended are looked through for the page."""


def one(by: Actor, code: str, now: datetime) -> JointValue:
    """A joint act that the actor sees. Of others: out of scope."""
    row = _rows(by).filter(code=code).first()
    if row is None or not _sees(by, row):
        raise OutOfScope(code)
    return joint_value(row, now)


def waiting_ones(by: Actor, now: datetime, election: str = "") -> tuple[JointValue, ...]:
    """Every joint act in sight that waits for a second person, the one due first in front. One query."""
    rows = _rows(by).filter(ended="").order_by("due", "pk")
    if election:
        rows = rows.filter(election__in=("", election))
    return tuple(value for value in _values(by, rows, now) if value.is_open)


def ended_ones(by: Actor, now: datetime) -> tuple[JointValue, ...]:
    """Those in sight that wait no more, the last first."""
    rows = _rows(by).order_by("-proposed_at", "-pk")[:SHOWN]
    return tuple(value for value in _values(by, rows, now) if not value.is_open)


def may_second(by: Actor, value: JointValue) -> bool:
    """Whether the actor may be the second person of an act that waits."""
    return (
        value.is_open
        and Permission.JOINT_CONFIRM in by.permissions
        and by.reaches(value.scopes)
        and four_eyes.may_second(value.core, by=by.person, bodies=by.bodies)
    )


def _rows(by: Actor) -> QuerySet[JointAct]:
    rows = JointAct.objects.filter(jurisdiction=by.grant.jurisdiction).select_related("user")
    return rows.filter(election__in=("", by.grant.election)) if by.grant.election else rows


def _sees(by: Actor, row: JointAct) -> bool:
    own = row.user.person == by.person
    return own or (by.reaches(scopes_of(row)) and four_eyes.sees(core_act(row), by.bodies))


def _values(by: Actor, rows: QuerySet[JointAct], now: datetime) -> Iterator[JointValue]:
    return (joint_value(row, now) for row in rows if _sees(by, row))
