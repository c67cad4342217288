"""What proves who somebody is, and what of it is enough (docs/states/account.md)."""

from collections.abc import Iterable
from enum import StrEnum

from legation_core.problems import Refused


class Factor(StrEnum):
    PASSKEY = "passkey"
    """Two in one: the device, and the finger, face or PIN that opens it."""
    PASSWORD = "password"  # noqa: S105
    AUTHENTICATOR = "authenticator"
    """An app that shows a new six-digit code every half minute (RFC 6238)."""
    HARDWARE_KEY = "hardware_key"
    PRINTED_CODES = "printed_codes"


SECOND = frozenset({Factor.AUTHENTICATOR, Factor.HARDWARE_KEY, Factor.PRINTED_CODES})
"""What may stand beside a password."""


def enough(factors: Iterable[Factor]) -> bool:
    """Whether somebody with `factors` proves who they are by two of them."""
    held = frozenset(factors)
    return Factor.PASSKEY in held or (Factor.PASSWORD in held and bool(held & SECOND))


def check_removal(held: Iterable[Factor], left: Iterable[Factor]) -> None:
    """Refuses (A209) a removal after which the account could not be opened any more."""
    if enough(held) and not enough(left):
        raise Refused("A209")
