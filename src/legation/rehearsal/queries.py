"""Reads of the demonstration: what time it is there, who its cast is."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import OperationalError, ProgrammingError

from legation.accounts import queries as accounts
from legation.accounts.permissions.roles import ROLES, Role
from legation.base import clock
from legation.rehearsal.models import CastMember, DemonstrationClock


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the cast, with the link's token and what one can do as them."""

    person: str
    name: str
    token: str
    does: str
    role: Role | None


def demonstration_now() -> datetime:
    """Election time of the demonstration; real time while there is none."""
    try:
        row = DemonstrationClock.objects.filter(pk=1).first()
    except (OperationalError, ProgrammingError):
        row = None
    return row.at.astimezone(UTC) if row else clock.real()


def loaded_script() -> str:
    """Name of the script that was loaded last; empty when there is none."""
    try:
        row = DemonstrationClock.objects.filter(pk=1).first()
    except (OperationalError, ProgrammingError):
        return ""
    return row.script if row else ""


def cast() -> tuple[Member, ...]:
    """The cast in the order in which a newcomer should meet it."""
    found = []
    for row in CastMember.objects.order_by("order"):
        user = accounts.user(row.person)
        grants = accounts.grants_of(user.pk, demonstration_now())
        role = ROLES[grants[0].role] if grants else None
        found.append(Member(row.person, user.name, row.token, row.does, role))
    return tuple(found)


def person_of(token: str) -> str | None:
    """The person whose link carries `token`."""
    row = CastMember.objects.filter(token=token).first()
    return row.person if row else None
