"""A witness: cosigns a checkpoint only when it continues what the witness saw before. Runs where the log does not.

The witness reads nothing but the published folder: it needs no database and no account.
"""

from pathlib import Path

from legation.integrity import keys
from legation_core.integrity import checkpoint, proofs, tiles
from legation_core.integrity.keys import Key, KeyType, parse_key
from legation_core.problems import Refused


def vkey(name: str) -> str:
    """The public key of this witness, as verifiers type it after `--witness`."""
    return str(Key(name, KeyType.WITNESS, keys.public_octets("witness")))


def cosign(folder: Path, log_key: str, name: str, memory: Path, seconds: int) -> int:
    """Add the cosignature to the published checkpoint and remember it; the size it covers.

    `seconds` is the POSIX time that the cosignature carries. Refused: not signed by the log, smaller than seen, a fork.
    """
    path = folder / "checkpoint"
    text = path.read_text(encoding="utf-8")
    current = checkpoint.parse(text)
    if not checkpoint.is_signed(current, parse_key(log_key)):
        raise Refused("V911", str(path))
    _check_growth(folder, current, memory)
    signed = checkpoint.cosign(text, name, keys.public_octets("witness"), seconds, keys.private_key("witness").sign)
    for target, content in ((memory, str(current.note)), (path, signed)):
        waiting = target.with_name(f".{target.name}.new")
        waiting.write_text(content, encoding="utf-8")
        waiting.replace(target)
    return current.size


def _check_growth(folder: Path, current: checkpoint.Checkpoint, memory: Path) -> None:
    """The tree of `current` really has its root, and the tree seen before is its beginning."""
    hashes = tiles.TileHashes(current.size, lambda path: (folder / path).read_bytes())
    if hashes.root() != current.root:
        raise Refused("V912", str(folder), {"size": current.size})
    if not memory.exists():
        return
    seen = checkpoint.parse(memory.read_text(encoding="utf-8"))
    if current.origin != seen.origin or current.size < seen.size:
        raise Refused("V913", str(folder), {"size": current.size, "seen": seen.size})
    if seen.size:
        proof = proofs.consistency(seen.size, current.size, hashes.hash_at)
        proofs.verify_consistency(seen.size, current.size, seen.root, current.root, proof)
