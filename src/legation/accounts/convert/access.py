"""Rows of signing in to core values."""

from allauth.mfa.models import Authenticator

from legation.accounts.models import Invitation, User
from legation_core.access import invitations
from legation_core.access.factors import Factor


def invitation_value(row: Invitation) -> invitations.Invitation:
    return invitations.Invitation(invitations.Purpose(row.purpose), row.expires, row.used, row.withdrawn)


def factor_of(row: Authenticator) -> Factor:
    """Which of the factors a row of django-allauth is; a key that asked for finger or PIN is a passkey."""
    if row.type == Authenticator.Type.TOTP:
        return Factor.AUTHENTICATOR
    return Factor.PASSKEY if row.data.get("passkey") else Factor.HARDWARE_KEY


def has_password(user: User) -> bool:
    return user.has_usable_password()
