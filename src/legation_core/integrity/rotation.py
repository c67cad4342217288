"""The hand-over of the log's key: a record of the log in which the old key signs which key comes after it.

The record's public part holds both keys as verifiers type them, and the old key's signature over the statement. Whoever
trusts the old key can so find the new one in the log itself; nobody who lacks the old key can write such a record.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from legation_core.integrity import ed25519, leaf
from legation_core.integrity.encoding import from_base64, to_base64
from legation_core.integrity.keys import Key, KeyType, Sign, parse_key
from legation_core.problems import Refused

KIND = "key_rotated"
_MARK = b'"kind":"key_rotated"'


def statement(old: Key, new: Key) -> bytes:
    """What the old key signs: a line that says what this is, then both keys, each on a line of its own."""
    return f"legation/key-rotation/v1\n{old}\n{new}\n".encode()


def part(old: Key, new: Key, sign: Sign) -> dict[str, str]:
    """The public part of the record. `sign` is the old key's; a signature that does not fit is refused (V036)."""
    signature = sign(statement(old, new))
    if not ed25519.verify(old.public_key, statement(old, new), signature):
        raise Refused("V036", old.name)
    return {"old": str(old), "new": str(new), "signature": to_base64(signature)}


def heir(key: Key, leaves: Iterable[tuple[int, bytes]]) -> tuple[int, Key] | None:
    """The last key to which `key` was handed on by records among `leaves` (index, content), and the record's index.

    `None` where there is none. A record whose statement `key` or its heir did not sign hands nothing on.
    """
    found: tuple[int, Key] | None = None
    for index, content in leaves:
        own = found[1] if found else key
        if _MARK in content and (new := _new(own, content)) is not None:
            found = index, new
    return found


def _new(own: Key, content: bytes) -> Key | None:
    try:
        record = leaf.read_leaf(content)
        return _signed(own, record.public or {}) if record.kind == KIND else None
    except Refused:  # no record of the form; the audit of the leaves says so by itself
        return None


def _signed(own: Key, said: Mapping[str, Any]) -> Key | None:
    """The new key, where `own` signed that it comes next, under the same name and for the same purpose."""
    if said.get("old") != str(own):
        return None
    new, signature = parse_key(str(said.get("new"))), from_base64(str(said.get("signature")))
    fits = (new.name, new.type) == (own.name, KeyType.LOG)
    return new if fits and signature and ed25519.verify(own.public_key, statement(own, new), signature) else None
