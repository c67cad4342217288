"""Public keys of the log and of its witnesses, as one line of text that a person can paste (c2sp.org/signed-note).

`NAME+ID+BASE64`: the name, the key id as eight hexadecimal digits, the type byte followed by the key's 32 bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from legation_core.integrity import ed25519
from legation_core.integrity.encoding import from_base64, to_base64
from legation_core.problems import Refused

Sign = Callable[[bytes], bytes]
"""Makes the 64-byte Ed25519 signature of a message; the private key stays with the caller."""


class KeyType(IntEnum):
    """The signature type byte of c2sp.org/signed-note."""

    LOG = 0x01
    """Ed25519 over the text of the note: the signature of the log."""
    WITNESS = 0x04
    """Ed25519 over time and text: a witness's cosignature/v1 (c2sp.org/tlog-cosignature)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A name and an Ed25519 public key with what it may sign."""

    name: str
    type: KeyType
    public_key: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if not ed25519.is_key(self.public_key):
            raise Refused("V024", self.name)

    @property
    def id(self) -> bytes:
        """The first four bytes of SHA-256(name, newline, type, key): tells keys apart, proves nothing."""
        return sha256(self.name.encode() + b"\n" + bytes([self.type]) + self.public_key).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.type]) + self.public_key)}"


def check_name(name: str) -> None:
    """Refuse (V027) a key name that is empty or holds a space, a control character or a plus."""
    if not name or "+" in name or any(character.isspace() or ord(character) < 32 for character in name):
        raise Refused("V027", "", {"name": ascii(name)[1:-1][:80]})


def parse_key(text: str) -> Key:
    """The key that one line describes. Refuses V024 to V027; surrounding spaces and a final newline are allowed."""
    parts = text.strip().split("+", 2)
    if len(parts) != 3:
        raise Refused("V024", ascii(text.strip())[1:41])
    name, key_id, encoded = parts
    check_name(name)
    content = from_base64(encoded)
    if content is None or not content:
        raise Refused("V024", name)
    if content[0] not in set(KeyType):
        raise Refused("V026", name, {"type": f"{content[0]:#04x}"})
    key = Key(name, KeyType(content[0]), content[1:])
    if key_id != key.id.hex():
        raise Refused("V025", name, {"given": ascii(key_id)[1:-1][:16], "expected": key.id.hex()})
    return key
