"""The only writes to accounts."""

import re
from datetime import datetime

from django.db import transaction

from legation.accounts.models import RoleGrant, User
from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Actor, Grant
from legation.integrity.actions import act
from legation_core.problems import Refused

CODE = re.compile(r"[a-z][a-z0-9-]{1,39}")


def create_account(*, code: str, name: str, grants: tuple[Grant, ...], by: Actor, at: datetime) -> User:
    """Make an account with its grants, each as a record of its own: all of it, or nothing."""
    if not CODE.fullmatch(code):
        raise Refused("A034", facts={"code": code[:60]})
    with transaction.atomic():
        if User.objects.filter(code=code).exists():
            raise Refused("A009", facts={"person": code})
        user = User(code=code, name=name)
        user.set_unusable_password()
        user.save()
        for grant in grants:
            grant_role(user_code=code, grant=grant, by=by, at=at)
    return user


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
