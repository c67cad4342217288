"""The only writes to accounts: `making` accounts, `granting` roles, `inviting`, `factors`, `coming_back`, ..."""

from legation.accounts.actions.coming_back import ask_re_enrolment, confirm_re_enrolment, refuse_re_enrolment
from legation.accounts.actions.factors import (
    add_authenticator,
    add_key,
    print_codes,
    remove_factor,
    set_password,
    use_invitation,
)
from legation.accounts.actions.granting import end_role, give_role, grant_role
from legation.accounts.actions.identities import record_identity
from legation.accounts.actions.inviting import (
    Letter,
    first_account,
    invite_again,
    invite_person,
    record_telephone,
    withdraw_invitation,
)
from legation.accounts.actions.making import create_account
from legation.accounts.actions.persons import join_accounts

__all__ = [
    "Letter",
    "add_authenticator",
    "add_key",
    "ask_re_enrolment",
    "confirm_re_enrolment",
    "create_account",
    "end_role",
    "first_account",
    "give_role",
    "grant_role",
    "invite_again",
    "invite_person",
    "join_accounts",
    "print_codes",
    "record_identity",
    "record_telephone",
    "refuse_re_enrolment",
    "remove_factor",
    "set_password",
    "use_invitation",
    "withdraw_invitation",
]
