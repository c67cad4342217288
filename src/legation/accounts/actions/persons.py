"""Which accounts are of one natural person: what four eyes count."""

from datetime import datetime

from legation.accounts.models import User
from legation.accounts.permissions import scopes_of
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation_core.problems import Refused


def join_accounts(*, first: str, second: str, by: Actor, at: datetime) -> None:
    """Record that two accounts are of one person, and every account of either with them. It can only take power away.

    Whoever may invite people of the jurisdiction may record it; nothing takes it back.
    """
    with act("accounts_joined", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.PEOPLE_INVITE, scopes_of(jurisdiction))
        rows = User.objects.select_for_update().filter(code__in=(first, second), jurisdiction=jurisdiction)
        found = {user.code: user for user in rows.order_by("pk")}
        missing = next((code for code in (first, second) if code not in found), "")
        if missing:
            raise OutOfScope(missing)
        one, other = found[first].person, found[second].person
        if one == other:
            raise Refused("A511")
        User.objects.filter(person=other).update(person=one)
        record.about(jurisdiction=jurisdiction)
        record.private(first=first, second=second)
