"""Granting roles: who may do what, in which scope, from when."""

from datetime import datetime

from legation.accounts.models import RoleGrant, User
from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Actor, Grant
from legation.integrity.actions import act
from legation_core.problems import Refused


def grant_role(*, user_code: str, grant: Grant, by: Actor, at: datetime) -> None:
    """Grant a role. The role's scope kind is fixed by the role."""
    with act("role_granted", by=by, at=at) as record:
        user = User.objects.select_for_update().filter(code=user_code).first()
        if user is None:
            raise Refused("A010", facts={"person": user_code[:40]})
        _check_scope(grant)
        if RoleGrant.objects.filter(user=user, role=grant.role, scope_code=grant.scope.code, until=None).exists():
            raise Refused("A006")
        RoleGrant.objects.create(
            user=user,
            role=grant.role,
            jurisdiction=grant.jurisdiction,
            election=grant.election,
            scope_kind=grant.scope.kind,
            scope_code=grant.scope.code,
            since=grant.since,
            until=grant.until,
        )
        record.about(jurisdiction=grant.jurisdiction, election=grant.election)
        record.public(granted_role=grant.role, scope_kind=grant.scope.kind, scope_code=grant.scope.code)
        record.private(granted_to=user.code)


def _check_scope(grant: Grant) -> None:
    wanted = ROLES[grant.role].scope_kind
    if wanted != grant.scope.kind:
        raise ValueError(f"{grant.role} is granted for a {wanted}, not a {grant.scope.kind}")
    if not grant.scope.code.rpartition("/")[2]:
        raise Refused("A011", facts={"role": grant.role, "kind": wanted})
