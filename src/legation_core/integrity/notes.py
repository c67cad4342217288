"""Signed notes: a text, an empty line, then one line a signature (c2sp.org/signed-note)."""

from collections.abc import Iterator
from dataclasses import dataclass

from legation_core.integrity.encoding import from_base64, to_base64
from legation_core.integrity.keys import Key, check_name
from legation_core.problems import Refused

MAX_BYTES = 64 * 1024
MAX_SIGNATURES = 100
"""The specification demands that at least 16 be read."""
_DASH = "\N{EM DASH} "


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: what follows the key id is `value`, its form depending on the key's type."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {to_base64(self.key_id + self.value)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and its signatures, none of them checked yet."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        return self.text + "\n" + "".join(str(signature) for signature in self.signatures)

    def by(self, key: Key) -> Iterator[bytes]:
        """The values of the signatures that say they are of `key`: both name and id must match."""
        return (found.value for found in self.signatures if (found.name, found.key_id) == (key.name, key.id))

    def signed(self, signature: Signature) -> "Note":
        """This note with one more signature, in place of an older one of the same key."""
        kept = [old for old in self.signatures if (old.name, old.key_id) != (signature.name, signature.key_id)]
        return Note(self.text, (*kept, signature))


def parse(content: bytes | str) -> Note:
    """The note in `content`. Refuses V020 to V023, V027; a note without a signature is not refused here."""
    text = _readable(content)
    body, blank, block = text.rpartition("\n\n")
    if not blank or (block and not block.endswith("\n")):
        raise Refused("V021")
    lines = block.split("\n")[:-1]
    if len(lines) > MAX_SIGNATURES:
        raise Refused("V023", "", {"limit": MAX_SIGNATURES})
    return Note(body + "\n", tuple(_signature(line, place) for place, line in enumerate(lines, 1)))


def _readable(content: bytes | str) -> str:
    encoded = content.encode() if isinstance(content, str) else content
    if len(encoded) > MAX_BYTES:
        raise Refused("V019", "", {"size": len(encoded), "limit": MAX_BYTES})
    try:
        text = encoded.decode()
    except UnicodeDecodeError as error:
        raise Refused("V020", f"byte {error.start}") from error
    for place, character in enumerate(text):
        if character < " " and character != "\n":
            raise Refused("V028", f"character {place}", {"character": f"{ord(character):#04x}"})
    return text


def _signature(line: str, place: int) -> Signature:
    where = f"signature line {place}"
    name, space, encoded = line.removeprefix(_DASH).rpartition(" ")
    content = from_base64(encoded)
    if not line.startswith(_DASH) or not space or content is None or len(content) < 5:
        raise Refused("V022", where)
    check_name(name)
    return Signature(name, content[:4], content[4:])
