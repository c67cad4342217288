"""The leaf of an act: what the log keeps of it for ever.

A canonical JSON object that names a body and a role, never a person. The public part stands in it, or is committed to
until it may be opened; the private part is only ever committed to, so that erasing it breaks nothing.
A commitment is SHA-256(salt of 32 bytes, canonical bytes of the part); without the salt it cannot be guessed back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from typing import Any

from legation_core.integrity import canonical
from legation_core.integrity.encoding import from_hex
from legation_core.problems import Refused

VERSION = 1
SALT_SIZE = 32
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,63}", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_FIELDS = frozenset(("v", "at", "kind", "jurisdiction", "election", "lawbook", "body", "role", "public", "private"))
_TEXTS = (
    ("kind", _IDENTIFIER, False, "small letters, digits and underscores"),
    ("jurisdiction", _CODE, False, "a code of letters and digits"),
    ("election", _CODE, True, "a code of letters and digits, or empty"),
    ("lawbook", _HASH, True, "a SHA-256 of 64 hexadecimal digits, or empty"),
    ("body", _IDENTIFIER, False, "small letters, digits and underscores"),
    ("role", _IDENTIFIER, False, "small letters, digits and underscores"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One act. `public` is `None` until it may be opened; then `public_commitment` stands for it, else that is `None`.

    `at`: the instant of the act in UTC to the second, `2024-01-08T12:00:00Z`. `election` and `lawbook` (the SHA-256 of
    the adopted version) are empty for acts outside an election. `private`: a commitment, or `None` for nothing.
    """

    at: str
    kind: str
    jurisdiction: str
    election: str
    lawbook: str
    body: str
    role: str
    public: Mapping[str, Any] | None
    public_commitment: str | None = None
    private: str | None = None

    def __post_init__(self) -> None:
        _check(_fields(self))


def leaf_bytes(leaf: Leaf) -> bytes:
    """The bytes that enter the log. Refuses (V006) a leaf over 16 KiB."""
    return canonical.encode(_fields(leaf))


def read_leaf(content: bytes) -> Leaf:
    """The leaf whose bytes are `content`. Refuses all that `leaf_bytes` would not have written."""
    fields = canonical.decode(content)
    if not isinstance(fields, dict):
        raise Refused("V050", "", {"fields": "every field"})
    _check(fields)
    return Leaf(public_commitment=fields.get("public_commitment"), **{name: fields[name] for name in _FIELDS - {"v"}})


def commit(salt: bytes, part: Mapping[str, Any]) -> str:
    """The commitment to `part`, as 64 hexadecimal digits. `salt`: 32 random bytes, used once."""
    if len(salt) != SALT_SIZE:
        raise Refused("V054", "", {"size": len(salt), "needed": SALT_SIZE})
    return sha256(salt + canonical.encode(part)).hexdigest()


def opens(commitment: str, salt: bytes, part: Mapping[str, Any]) -> bool:
    """Whether `salt` and `part` are what was committed to."""
    return compare_digest(commit(salt, part), commitment)


def _fields(leaf: Leaf) -> dict[str, Any]:
    fields: dict[str, Any] = {name: getattr(leaf, name) for name in _FIELDS - {"v"}}
    if leaf.public_commitment is not None:
        fields["public_commitment"] = leaf.public_commitment
    return fields | {"v": VERSION}


def _check(fields: Mapping[str, Any]) -> None:
    if fields.get("v") != VERSION or isinstance(fields["v"], bool):
        raise Refused("V055", "v", {"version": VERSION})
    _check_names(fields)
    for name, pattern, may_be_empty, form in _TEXTS:
        value = fields[name]
        if not isinstance(value, str) or not (pattern.fullmatch(value) or (may_be_empty and value == "")):
            raise Refused("V051", name, {"form": form})
    _check_instant(fields["at"])
    if fields["public"] is not None and not isinstance(fields["public"], Mapping):
        raise Refused("V051", "public", {"form": "an object, or null"})
    for name in ("public_commitment", "private"):
        if fields.get(name) is not None or (name == "public_commitment" and name in fields):
            from_hex(fields[name] if isinstance(fields[name], str) else "", 32, name)


def _check_names(fields: Mapping[str, Any]) -> None:
    missing, unknown = _FIELDS - set(fields), set(fields) - _FIELDS - {"public_commitment"}
    if missing:
        raise Refused("V050", "", {"fields": ", ".join(sorted(missing))})
    if unknown:
        raise Refused("V056", "", {"fields": ascii(", ".join(sorted(unknown)))[1:81]})
    if (fields["public"] is None) != ("public_commitment" in fields):
        raise Refused("V052", "public")


def _check_instant(value: Any) -> None:
    try:
        well_formed = isinstance(value, str) and _INSTANT.fullmatch(value) is not None
        if well_formed:
            datetime.fromisoformat(value)
    except ValueError:
        well_formed = False
    if not well_formed:
        raise Refused("V051", "at", {"form": "an instant in UTC to the second, such as 2024-01-08T12:00:00Z"})
