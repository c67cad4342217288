"""What the role bar of every page shows."""

from typing import Any

from django.http import HttpRequest

from legation.accounts.permissions.roles import ROLES


def acting(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"acting": None}
    role = ROLES[actor.role]
    return {
        "acting": {
            "person": request.user.name,  # type: ignore[union-attr]
            "title": role.title,
            "description": role.description,
            "side": role.side,
            "scope": actor.grant.scope,
            "jurisdiction": actor.grant.jurisdiction,
            "others": len(actor.other_grants),
        }
    }
