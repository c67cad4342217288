"""Who somebody is and what they may do."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from legation.accounts.convert import grant_value
from legation.accounts.models import RoleGrant, User
from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Actor, Grant, ScopeRef
from legation_core.problems import Refused
from legation_core.values import PersonCode


def numbered_grants(user_id: int, at: datetime) -> dict[int, Grant]:
    """The grants of a person in force at `at` by their numbers, oldest first. One query."""
    rows = RoleGrant.objects.filter(user_id=user_id, since__lte=at).filter(Q(until__isnull=True) | Q(until__gt=at))
    return {row.pk: grant_value(row) for row in rows.order_by("since", "pk") if row.role in ROLES}


def grants_of(user_id: int, at: datetime) -> tuple[Grant, ...]:
    """The grants of a person in force at `at`, oldest first."""
    return tuple(numbered_grants(user_id, at).values())


def actor(user: User, at: datetime, chosen: int | None = None) -> Actor | None:
    """The person acting under their grant of the number `chosen`, or their oldest; `None` when it is not in force."""
    grants = numbered_grants(user.pk, at)
    number = next(iter(grants), None) if chosen is None else chosen
    if number not in grants:
        return None
    others = tuple(grant for other, grant in grants.items() if other != number)
    return actor_of(user.person, grants[number], others, number)


def actor_of(person: str, grant: Grant, others: tuple[Grant, ...] = (), number: int = 0) -> Actor:
    role = ROLES[grant.role]
    return Actor(PersonCode(person), role.key, role.bodies, role.permissions, grant, others, number)


def actor_by_code(person: str, at: datetime, role: str = "") -> Actor:
    """The actor for scripts and the command line: a person by code, in `role` or their first one."""
    user = User.objects.filter(code=person, is_active=True).first()
    grants = grants_of(user.pk, at) if user else ()
    grant = next((grant for grant in grants if role in ("", grant.role)), None)
    if user is None or grant is None:
        raise Refused("A007", facts={"person": person[:40], "role": role[:40] or "-"})
    return actor_of(user.person, grant, tuple(other for other in grants if other != grant))


def actor_in(user: User, role: str, kind: str, code: str, at: datetime) -> Actor | None:
    """The account acting in just that role and scope; `None` where it does not hold it at `at`."""
    if not user.is_active:
        return None
    grants = grants_of(user.pk, at)
    wanted = ScopeRef(kind, code)
    grant = next((one for one in grants if one.role == role and one.scope == wanted), None)
    return actor_of(user.person, grant, tuple(other for other in grants if other != grant)) if grant else None


def actor_again(person: str, role: str, jurisdiction: str, scope: tuple[str, str], at: datetime) -> Actor:
    """A person in the role and scope in which they asked for work; refused where they no longer hold it at `at`."""
    found = User.objects.filter(code=person, is_active=True).first()
    grants = grants_of(found.pk, at) if found else ()
    held = ScopeRef(*scope)
    grant = next((one for one in grants if (one.role, one.jurisdiction, one.scope) == (role, jurisdiction, held)), None)
    if grant is None:
        raise Refused("A007", facts={"person": person[:40], "role": role[:40]})
    return actor_of(person, grant, tuple(other for other in grants if other != grant))


def user(code: str) -> User:
    """The account of a person by code."""
    return User.objects.get(code=code)


def names_of(persons: Collection[str]) -> dict[str, str]:
    """The names of persons by their codes, for staff pages: one query; none where nobody is asked for."""
    rows = User.objects.filter(code__in=persons) if persons else User.objects.none()
    return dict(rows.values_list("code", "name"))


def telephones_of(persons: Collection[str]) -> dict[str, str]:
    """The telephones of persons by their codes, for those who call them: one query; those who gave none left out."""
    rows = User.objects.filter(code__in=persons).exclude(telephone="") if persons else User.objects.none()
    return dict(rows.values_list("code", "telephone"))


def holders(jurisdiction: str, election: str, roles: Collection[str], at: datetime) -> list[tuple[str, str, ScopeRef]]:
    """Whoever holds one of some roles in an election at `at`: person, role, scope; each once, by person. One query."""
    rows = RoleGrant.objects.filter(jurisdiction=jurisdiction, election__in=("", election), role__in=roles)
    rows = rows.filter(since__lte=at, user__is_active=True).filter(Q(until__isnull=True) | Q(until__gt=at))
    found = rows.order_by("user__code", "pk").values_list("user__code", "role", "scope_kind", "scope_code")
    return list(dict.fromkeys((person, role, ScopeRef(kind, code)) for person, role, kind, code in found))


def listed(jurisdiction: str, at: datetime) -> list[dict[str, str]]:
    """Every grant in force at `at`, of one jurisdiction or (empty) of all, by person: codes only."""
    rows = RoleGrant.objects.filter(since__lte=at).filter(Q(until__isnull=True) | Q(until__gt=at))
    if jurisdiction:
        rows = rows.filter(jurisdiction=jurisdiction)
    return [told(row) for row in rows.select_related("user").order_by("user__code", "since", "pk")]


def told(row: RoleGrant) -> dict[str, str]:
    """A grant for the command line: codes and instants, never a name."""
    return {
        "person": row.user.code,
        "role": row.role,
        "jurisdiction": row.jurisdiction,
        "scope": f"{row.scope_kind} {row.scope_code}",
        "since": f"{row.since:%Y-%m-%dT%H:%M:%SZ}",
    }
