"""The only writes to accounts."""

from datetime import datetime

from legation.accounts.models import RoleGrant, User
from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Actor, Grant
from legation.integrity.actions import act


def create_account(*, code: str, name: str, grants: tuple[Grant, ...], by: Actor, at: datetime) -> User:
    """Make an account with its grants, each as a record of its own."""
    user = User(code=code, name=name)
    user.set_unusable_password()
    user.save()
    for grant in grants:
        grant_role(user_code=code, grant=grant, by=by, at=at)
    return user


def grant_role(*, user_code: str, grant: Grant, by: Actor, at: datetime) -> None:
    """Grant a role. The role's scope kind is fixed by the role."""
    with act("role_granted", by=by, at=at) as record:
        user = User.objects.select_for_update().get(code=user_code)
        if ROLES[grant.role].scope_kind != grant.scope.kind:
            raise ValueError(f"{grant.role} is granted for a {ROLES[grant.role].scope_kind}, not a {grant.scope.kind}")
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
