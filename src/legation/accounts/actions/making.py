"""Making accounts."""

import re
from datetime import datetime

from django.db import transaction

from legation.accounts.actions.granting import grant_role
from legation.accounts.models import User
from legation.base.actors import Actor, Grant
from legation_core.problems import Refused

CODE = re.compile(r"[a-z][a-z0-9-]{1,39}")
PAGES = frozenset({"give", "invite", "re-enrol"})
"""Parts of addresses below those of people that are no person."""


def create_account(
    *, code: str, name: str, grants: tuple[Grant, ...], by: Actor, at: datetime, jurisdiction: str = ""
) -> User:
    """Make an account with its grants, each as a record of its own: all of it, or nothing.

    `jurisdiction` is for an account that gets its role later.
    """
    if not CODE.fullmatch(code):
        raise Refused("A034", facts={"code": code[:60]})
    if code in PAGES:
        raise Refused("A225", facts={"code": code})
    with transaction.atomic():
        if User.objects.filter(code=code).exists():
            raise Refused("A009", facts={"person": code})
        user = User(code=code, name=name, jurisdiction=grants[0].jurisdiction if grants else jurisdiction)
        user.set_unusable_password()
        user.save()
        for grant in grants:
            grant_role(user_code=code, grant=grant, by=by, at=at)
    return user
