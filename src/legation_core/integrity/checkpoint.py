"""Checkpoints: what the log says of itself at one size, signed by the log and cosigned by witnesses.

Text: origin, size, root in Base 64, extension lines (c2sp.org/tlog-checkpoint). Log signature: Ed25519 over that text.
Witness: Ed25519 over `cosignature/v1`, `time SECONDS` and that text (c2sp.org/tlog-cosignature).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legation_core.integrity import ed25519, notes
from legation_core.integrity.encoding import from_base64, to_base64
from legation_core.integrity.keys import Key, KeyType, Sign
from legation_core.integrity.notes import Note, Signature
from legation_core.integrity.tree import HASH_SIZE, MAX_SIZE
from legation_core.problems import Refused

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
MAX_TIME = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The tree of the log `origin` at `size` leaves. `note` carries the signatures, none of them checked yet."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...]
    note: Note


def body(origin: str, size: int, root: bytes, extensions: Sequence[str] = ()) -> str:
    """The text that is signed. Refuses V031 to V034 where a line could not be read back."""
    lines = [origin, str(size), to_base64(root), *extensions]
    text = "".join(f"{line}\n" for line in lines)
    if _fields(text) != (origin, size, root, tuple(extensions)):  # a line break inside a line would say something else
        raise Refused("V031", "line 1")
    return text


def sign(body: str, name: str, public_key: bytes, sign: Sign) -> str:
    """The whole checkpoint: `body`, an empty line, and the signature of the log of `name` and `public_key`."""
    key = Key(name, KeyType.LOG, public_key)
    return str(Note(body).signed(Signature(name, key.id, _made(sign, body.encode(), key))))


def cosign(text: str, name: str, public_key: bytes, time: int, sign: Sign) -> str:
    """The checkpoint `text` with the cosignature of the witness `name`. `time`: POSIX seconds of the check."""
    checkpoint = parse(text)
    key = Key(name, KeyType.WITNESS, public_key)
    value = _made(sign, cosigned(checkpoint.note.text, time), key)
    return str(checkpoint.note.signed(Signature(name, key.id, time.to_bytes(8, "big") + value)))


def cosigned(body: str, time: int) -> bytes:
    """What a witness signs."""
    if not 0 <= time <= MAX_TIME:
        raise Refused("V035", "", {"time": time})
    return f"cosignature/v1\ntime {time}\n{body}".encode()


def parse(text: str | bytes) -> Checkpoint:
    """The checkpoint in `text`. Refuses what is not a note (V019 to V028) or not a checkpoint (V030 to V034)."""
    note = notes.parse(text)
    origin, size, root, extensions = _fields(note.text)
    return Checkpoint(origin, size, root, extensions, note)


def is_signed(checkpoint: Checkpoint, key: Key) -> bool:
    """Whether `key` signed. A signature under its name and id that does not verify is refused (V103)."""
    values = list(checkpoint.note.by(key))
    for value in values:
        if not _verifies(checkpoint.note.text, key, value):
            raise Refused("V103" if key.type is KeyType.LOG else "V121", key.name, {"id": key.id.hex()})
    return bool(values)


def cosigned_at(checkpoint: Checkpoint, witness: Key) -> int:
    """The POSIX seconds that a witness who cosigned (`is_signed`) gave; the latest where there are several."""
    return max(int.from_bytes(value[:8], "big") for value in checkpoint.note.by(witness))


def _made(sign: Sign, message: bytes, key: Key) -> bytes:
    """A signature, checked before it leaves: a wrong key here would otherwise be found only by readers."""
    value = sign(message)
    if not ed25519.verify(key.public_key, message, value):
        raise Refused("V036", key.name)
    return value


def _verifies(text: str, key: Key, value: bytes) -> bool:
    if key.type is KeyType.LOG:
        return ed25519.verify(key.public_key, text.encode(), value)
    time = int.from_bytes(value[:8], "big")
    return time <= MAX_TIME and ed25519.verify(key.public_key, cosigned(text, time), value[8:])


def _fields(text: str) -> tuple[str, int, bytes, tuple[str, ...]]:
    lines = text.split("\n")[:-1]
    if len(lines) < 3:
        raise Refused("V030", "", {"lines": len(lines)})
    origin, size, encoded, *extensions = lines
    if not origin:
        raise Refused("V031", "line 1")
    if not _SIZE.fullmatch(size) or int(size) > MAX_SIZE:
        raise Refused("V032", "line 2")
    root = from_base64(encoded)
    if root is None or len(root) != HASH_SIZE:
        raise Refused("V033", "line 3")
    if "" in extensions:
        raise Refused("V034", f"line {4 + extensions.index('')}")
    return origin, int(size), root, tuple(extensions)
