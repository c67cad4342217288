"""Roles and ways to sign in as people read them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.accounts.permissions.roles import ROLES
from legation_core.access.factors import Factor

FACTORS: dict[str, str | Promise] = {
    Factor.PASSKEY: _("Passkey"),
    Factor.PASSWORD: _("Password"),
    Factor.AUTHENTICATOR: _("App on the telephone"),
    Factor.HARDWARE_KEY: _("Hardware key"),
    Factor.PRINTED_CODES: _("Printed codes"),
}


def factor_in_words(key: str) -> str:
    """The way to sign in by its key; an unknown one by its key, readable."""
    return str(FACTORS.get(key, key.replace("_", " ")))


def role_in_words(key: str) -> str:
    """The role's title, as a name in quotes; an unknown one by its key, readable."""
    return f"“{ROLES[key].title}”" if key in ROLES else key.replace("_", " ")
