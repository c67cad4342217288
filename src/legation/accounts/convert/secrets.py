"""Secrets in the form in which they are kept: codes as keyed hashes, what must be read again as sealed text.

The key is a file beside the log's, not in the database: who steals a copy of the tables can test no code.
"""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet

from legation.base import entropy
from legation.integrity import keys

PURPOSE = "factors"


def digest(text: str) -> str:
    """The keyed hash of a code as typed: hyphens, spaces and capitals make no difference."""
    plain = "".join(text.split()).replace("-", "").lower()
    return hmac.new(keys.secret(PURPOSE), plain.encode(), hashlib.sha256).hexdigest()


def sealed(text: str) -> str:
    return _box().encrypt(text.encode()).decode()


def unsealed(text: str) -> str:
    return _box().decrypt(text.encode()).decode()


def _box() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(keys.secret(PURPOSE)))


def new_code(groups: int) -> str:
    """A code in groups of four, without look-alikes: five groups are 99 bits, three are 59."""
    return "-".join(entropy.code(4) for _ in range(groups))
