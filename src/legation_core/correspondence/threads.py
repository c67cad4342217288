"""To which inquiry a mail belongs: by a token that only mail of this system carries, whatever a mail says of itself.

The token is an authentication code over the inquiry's code (HMAC-SHA-256, RFC 2104), written into the address to which
one replies and into the identifiers of our messages. Whoever has it received mail of that inquiry. A mail is added to
an inquiry where it carries the token of that one alone and comes from an address that is on record for whoever asked;
every other mail waits for a person.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable
from enum import StrEnum

TOKEN = re.compile(r"(?<![a-z0-9])([a-z0-9]{8,16})\.([a-z2-7]{26})(?![a-z2-7])")


class Outcome(StrEnum):
    ADDED = "added"
    WAITING = "waiting"
    """A person decides what becomes of it."""
    AUTOMATIC = "automatic"
    """Sent by a machine: kept, and never answered, so that two machines do not answer each other."""
    TOO_LARGE = "too_large"


def token(code: str, secret: bytes) -> str:
    """The token of an inquiry: 26 letters and digits that survive any mail system."""
    octets = hmac.new(secret, b"inquiry:" + code.encode(), hashlib.sha256).digest()[:16]
    return base64.b32encode(octets).decode().rstrip("=").lower()


def marked(code: str, secret: bytes) -> str:
    """The inquiry's code with its token, as it stands in addresses and identifiers."""
    return f"{code}.{token(code, secret)}"


def codes_in(texts: Iterable[str], secret: bytes) -> frozenset[str]:
    """The codes of inquiries whose right token stands in these addresses and identifiers."""
    found = [match for text in texts for match in TOKEN.findall(text.lower())]
    return frozenset(code for code, given in found if hmac.compare_digest(token(code, secret), given))


def outcome(
    *, codes: Iterable[str], sender: str, known: Iterable[str], automatic: bool, too_large: bool
) -> tuple[Outcome, str]:
    """What becomes of a mail, and the code of the inquiry to which it is added.

    `known`: the addresses on record for whoever asked that inquiry.
    """
    found = sorted(set(codes))
    if automatic:
        return Outcome.AUTOMATIC, ""
    if too_large:
        return Outcome.TOO_LARGE, ""
    if len(found) == 1 and sender and sender in set(known):
        return Outcome.ADDED, found[0]
    return Outcome.WAITING, ""
