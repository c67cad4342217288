"""The only source of chance: ids and salts. `secrets` in production, seeded in tests and rehearsals."""

import hashlib
import secrets
from collections.abc import Callable

_source: list[Callable[[int], bytes]] = []


def octets(count: int) -> bytes:
    """`count` bytes nobody can foresee, or the next of the seeded stream."""
    return _source[-1](count) if _source else secrets.token_bytes(count)


def code(length: int = 12) -> str:
    """A code of `length` characters without look-alikes (no 0, 1, i, l, o), for ids and links."""
    alphabet = "23456789abcdefghjkmnpqrstuvwxyz"
    return "".join(alphabet[octet % len(alphabet)] for octet in octets(length))


def use(source: Callable[[int], bytes]) -> Callable[[], None]:
    """Take chance from `source` until the returned function is called."""
    _source.append(source)
    return lambda: _source.remove(source)


class Seeded:
    """A stream of bytes that the seed alone decides: SHA-256 of seed and counter."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._counter = 0
        self._left = b""

    def __call__(self, count: int) -> bytes:
        while len(self._left) < count:
            block = self._counter.to_bytes(8, "big")
            self._left += hashlib.sha256(self._seed + block).digest()
            self._counter += 1
        taken, self._left = self._left[:count], self._left[count:]
        return taken
