"""Rows to values: grants as the system has them, and as the rules of the core have them."""

from legation.accounts.models import RoleGrant
from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Grant, ScopeRef
from legation_core.powers.grants import Holding


def grant_value(row: RoleGrant) -> Grant:
    return Grant(
        role=row.role,
        jurisdiction=row.jurisdiction,
        election=row.election,
        scope=ScopeRef(row.scope_kind, row.scope_code),
        since=row.since,
        until=row.until,
    )


def holding(grant: Grant) -> Holding:
    """A grant as the rules of granting see it."""
    return Holding(
        role=grant.role,
        kinds=ROLES[grant.role].bodies,
        place=f"{grant.scope.kind} {grant.scope.code}",
        election=grant.election,
        since=grant.since,
        until=grant.until,
    )
