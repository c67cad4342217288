"""A signer for tests only (RFC 8032, section 5.1.6): the core verifies and never signs. Not constant in time."""

from collections.abc import Callable
from hashlib import sha512

from legation_core.integrity import ed25519
from legation_core.integrity.keys import Key, KeyType


def public_of(seed: bytes) -> bytes:
    """The public key of a private key of 32 bytes."""
    scalar, _ = _halves(seed)
    return _times_base(scalar)


def signer_of(seed: bytes) -> Callable[[bytes], bytes]:
    """The function that signs with `seed`."""
    scalar, prefix = _halves(seed)
    public = _times_base(scalar)

    def sign(message: bytes) -> bytes:
        nonce = int.from_bytes(sha512(prefix + message).digest(), "little") % ed25519.ORDER
        commitment = _times_base(nonce)
        challenge = int.from_bytes(sha512(commitment + public + message).digest(), "little")
        return commitment + ((nonce + challenge * scalar) % ed25519.ORDER).to_bytes(32, "little")

    return sign


def key_of(name: str, seed: bytes, kind: KeyType = KeyType.LOG) -> Key:
    return Key(name, kind, public_of(seed))


def _halves(seed: bytes) -> tuple[int, bytes]:
    digest = sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254
    return scalar, digest[32:]


def _times_base(scalar: int) -> bytes:
    return ed25519._encoded(ed25519._combination(scalar, ed25519._BASE, 0, ed25519._NEUTRAL))
