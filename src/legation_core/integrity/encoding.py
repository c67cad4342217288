"""Base 64 and hexadecimal with exactly one spelling each, so that no two texts carry the same bytes."""

import binascii
from base64 import b64decode, b64encode

from legation_core.problems import Refused


def to_base64(content: bytes) -> str:
    """Standard Base 64 with padding (RFC 4648, section 4)."""
    return b64encode(content).decode()


def from_base64(text: str) -> bytes | None:
    """The bytes of `text`, or `None` where it is not exactly what `to_base64` writes. A caller names the place."""
    try:
        content = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return content if to_base64(content) == text else None


def from_hex(text: str, size: int, where: str) -> bytes:
    """`size` bytes from lower-case hexadecimal digits; refused as V053 with their place otherwise."""
    if len(text) != 2 * size or not set(text) <= set("0123456789abcdef"):
        raise Refused("V053", where, {"digits": 2 * size})
    return bytes.fromhex(text)
