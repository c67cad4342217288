"""Row to core value: grants and actors."""

from legation.accounts.models import RoleGrant
from legation.base.actors import Grant, ScopeRef


def grant_value(row: RoleGrant) -> Grant:
    return Grant(
        role=row.role,
        jurisdiction=row.jurisdiction,
        election=row.election,
        scope=ScopeRef(row.scope_kind, row.scope_code),
        since=row.since,
        until=row.until,
    )
