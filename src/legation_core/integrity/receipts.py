"""Receipts: one leaf's proof and the checkpoint it leads to, as text that stands alone (c2sp.org/tlog-proof).

Line 1 names the format, `index N` the leaf, then one hash a line in Base 64, an empty line, and the checkpoint. Other
programs may put a line `extra BASE64` before the index; nobody signs it, so it is read over.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legation_core.integrity import checkpoint as checkpoints
from legation_core.integrity import proofs
from legation_core.integrity.checkpoint import Checkpoint
from legation_core.integrity.encoding import from_base64, to_base64
from legation_core.integrity.keys import Key
from legation_core.integrity.tree import HASH_SIZE, leaf_hash
from legation_core.problems import Refused

HEAD = "c2sp.org/tlog-proof@v1"
MAX_HASHES = 63
"""The deepest proof that a tree of fewer than 2**63 leaves can need."""
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt holds; nothing of it is checked before `verify`."""

    index: int
    proof: tuple[bytes, ...]
    checkpoint: Checkpoint


def write(index: int, proof: Sequence[bytes], checkpoint: Checkpoint) -> str:
    """The receipt as text."""
    lines = [HEAD, f"index {index}", *(to_base64(one) for one in proof), ""]
    return "\n".join(lines) + "\n" + str(checkpoint.note)


def parse(text: str) -> Receipt:
    """The receipt in `text`. Refuses (V080) what is not one; the checkpoint in it as `checkpoint.parse` does."""
    head, gap, note = text.partition("\n\n")
    lines = head.split("\n")
    extra = (
        len(lines) > 1 and lines[1].startswith("extra ") and from_base64(lines[1].removeprefix("extra ")) is not None
    )
    start = 2 if extra else 1
    found = _INDEX.fullmatch(lines[start]) if len(lines) > start else None
    hashes = [from_base64(line) for line in lines[start + 1 :]]
    if not gap or lines[0] != HEAD or found is None or len(hashes) > MAX_HASHES:
        raise Refused("V080", "", {"head": HEAD})
    if any(one is None or len(one) != HASH_SIZE for one in hashes):
        raise Refused("V080", "", {"head": HEAD})
    return Receipt(int(found[1]), tuple(one for one in hashes if one is not None), checkpoints.parse(note))


def verify(receipt: Receipt, leaf: bytes, key: Key | None) -> None:
    """Refuse unless `key` is the log's (V102) and signed (V081), and the proof leads from `leaf` to the root (V064)."""
    verify_hash(receipt, leaf_hash(leaf), key)


def verify_hash(receipt: Receipt, hash_of_leaf: bytes, key: Key | None) -> None:
    """As `verify`, for a leaf whose hash is known. Without a key the origin stays unchecked."""
    last = receipt.checkpoint
    if key is not None and last.origin != key.name:
        raise Refused("V102", "", {"origin": ascii(last.origin)[1:-1][:80], "key": key.name})
    if key is not None and not checkpoints.is_signed(last, key):
        raise Refused("V081", key.name)
    proofs.verify_inclusion(hash_of_leaf, receipt.index, last.size, last.root, receipt.proof)
