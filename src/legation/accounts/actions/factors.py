"""Setting up and removing what a person signs in with. Each is an act of that person, named by kind only."""

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db import transaction

from legation.accounts.convert.access import factor_of, invitation_value
from legation.accounts.convert.secrets import digest, new_code, sealed
from legation.accounts.models import Invitation, PrintedCode, User
from legation.accounts.queries import access
from legation.base import clock
from legation.integrity.actions import act
from legation_core.access.factors import Factor, check_removal
from legation_core.access.invitations import check_use
from legation_core.problems import Refused

LEAST, MOST = 12, 256
"""Characters of a password (NIST SP 800-63B, 3.1.1.2: length and a list of common ones, nothing else)."""
PRINTED = 10
"""Codes on a sheet."""


def use_invitation(*, typed: str) -> User:
    """Use up the invitation that `typed` opens; of two at once only one succeeds."""
    with transaction.atomic():
        row = Invitation.objects.select_for_update().filter(digest=digest(typed)).first()
        check_use(invitation_value(row) if row else None, clock.real())
        if row is None or not row.user.is_active:
            raise Refused("A200")
        row.used = clock.real()
        row.save(update_fields=["used"])
        return row.user


def set_password(*, user: User, password: str, at: datetime) -> None:
    """Set the password. Long, and not a common one; nothing else is asked of it."""
    if not LEAST <= len(password) <= MOST:
        raise Refused("A210", facts={"length": len(password), "least": LEAST})
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError as error:
        raise Refused("A211") from error
    with act("sign_in_set_up", by=access.self_actor(user, at), at=at) as record:
        locked = User.objects.select_for_update().get(pk=user.pk)
        locked.set_password(password)
        locked.save(update_fields=["password"])
        record.about(jurisdiction=user.jurisdiction)
        record.public(factor=Factor.PASSWORD)
    user.password = locked.password


def add_authenticator(*, user: User, secret: str, code: str, at: datetime) -> None:
    """Keep the secret of an app, once one of its codes proves that both sides have it."""
    if not totp.validate_totp_code(secret, code):
        raise Refused("A212")
    with act("sign_in_set_up", by=access.self_actor(user, at), at=at) as record:
        Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": sealed(secret)})
        record.about(jurisdiction=user.jurisdiction)
        record.public(factor=Factor.AUTHENTICATOR)


def add_key(*, user: User, credential: dict[str, Any], name: str, passkey: bool, at: datetime) -> None:
    """Keep a passkey, or a hardware key for the second step, that the browser has just made."""
    with act("sign_in_set_up", by=access.self_actor(user, at), at=at) as record:
        data = {"name": name.strip()[:60], "credential": credential, "passkey": passkey}
        Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)
        record.about(jurisdiction=user.jurisdiction)
        record.public(factor=Factor.PASSKEY if passkey else Factor.HARDWARE_KEY)


def print_codes(*, user: User, at: datetime) -> tuple[str, ...]:
    """Ten new one-time codes; those before are void. They are shown once and kept as keyed hashes."""
    codes = tuple(new_code(3) for _ in range(PRINTED))
    with act("sign_in_set_up", by=access.self_actor(user, at), at=at) as record:
        PrintedCode.objects.select_for_update().filter(user=user).delete()
        PrintedCode.objects.bulk_create([PrintedCode(user=user, digest=digest(code)) for code in codes])
        record.about(jurisdiction=user.jurisdiction)
        record.public(factor=Factor.PRINTED_CODES)
    return codes


def remove_factor(*, user: User, number: int, at: datetime) -> None:
    """Remove a passkey, key or app. The last way to sign in stays (A209)."""
    with act("sign_in_removed", by=access.self_actor(user, at), at=at) as record:
        User.objects.select_for_update().get(pk=user.pk)
        row = Authenticator.objects.select_for_update().filter(user=user, pk=number).first()
        if row is None:
            raise Refused("A006")
        held = access.held(user)
        check_removal((one.factor for one in held), (one.factor for one in held if one.number != number))
        record.about(jurisdiction=user.jurisdiction)
        record.public(factor=factor_of(row))
        row.delete()


def forget_all(user: User) -> None:
    """Make everything void that the person signed in with. Called inside an act."""
    Authenticator.objects.filter(user=user).delete()
    PrintedCode.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.save(update_fields=["password"])
