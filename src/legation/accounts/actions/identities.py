"""Which identity of an institution's own sign-in belongs to whom: recorded in advance by an act, never guessed."""

from datetime import datetime

from django.conf import settings

from legation.accounts.models import KnownIdentity, User
from legation.accounts.permissions import scopes_of
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation_core.problems import Refused


def record_identity(*, person: str, issuer: str, subject: str, by: Actor, at: datetime) -> None:
    """Record under which issuer and subject a person signs in. Both are compared octet by octet."""
    with act("identity_recorded", by=by, at=at) as record:
        user = User.objects.select_for_update().filter(code=person, is_active=True).first()
        if user is None or user.jurisdiction != by.grant.jurisdiction:
            raise OutOfScope(person)
        require(by, Permission.PEOPLE_RE_ENROL, scopes_of(user.jurisdiction))
        known = [one.issuer for one in settings.INSTITUTIONS]
        if issuer not in known:
            raise Refused("A215", facts={"issuer": issuer[:80], "issuers": ", ".join(known) or "-"})
        if KnownIdentity.objects.filter(issuer=issuer, subject=subject, ended__isnull=True).exists():
            raise Refused("A214")
        KnownIdentity.objects.create(user=user, issuer=issuer, subject=subject)
        record.about(jurisdiction=user.jurisdiction)
        record.public(issuer=issuer)
        record.private(of=person)
