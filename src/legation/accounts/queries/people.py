"""Who somebody is and what they may do."""

from datetime import datetime

from django.db.models import Q

from legation.accounts.convert import grant_value
from legation.accounts.models import RoleGrant, User
from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Actor, Grant, ScopeRef
from legation_core.problems import Refused
from legation_core.values import PersonCode


def grants_of(user_id: int, at: datetime) -> tuple[Grant, ...]:
    """The grants of a person in force at `at`, oldest first."""
    rows = RoleGrant.objects.filter(user_id=user_id, since__lte=at).filter(Q(until__isnull=True) | Q(until__gt=at))
    return tuple(grant_value(row) for row in rows.order_by("since", "pk") if row.role in ROLES)


def actor(user: User, at: datetime, chosen: int = 0) -> Actor | None:
    """The person acting under their grant number `chosen`; `None` when no grant is in force."""
    grants = grants_of(user.pk, at)
    if not grants:
        return None
    grant = grants[chosen] if 0 <= chosen < len(grants) else grants[0]
    return actor_of(user.person, grant, tuple(other for other in grants if other != grant))


def actor_of(person: str, grant: Grant, others: tuple[Grant, ...] = ()) -> Actor:
    role = ROLES[grant.role]
    return Actor(PersonCode(person), role.key, role.bodies, role.permissions, grant, others)


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


def listed(jurisdiction: str, at: datetime) -> list[dict[str, str]]:
    """Every grant in force at `at`, of one jurisdiction or (empty) of all, by person: codes only."""
    rows = RoleGrant.objects.filter(since__lte=at).filter(Q(until__isnull=True) | Q(until__gt=at))
    if jurisdiction:
        rows = rows.filter(jurisdiction=jurisdiction)
    return [
        {
            "person": row.user.code,
            "role": row.role,
            "jurisdiction": row.jurisdiction,
            "scope": f"{row.scope_kind} {row.scope_code}",
            "since": f"{row.since:%Y-%m-%dT%H:%M:%SZ}",
        }
        for row in rows.select_related("user").order_by("user__code", "since", "pk")
    ]
