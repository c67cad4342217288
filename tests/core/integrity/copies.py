"""A published log of tests, and every way in which somebody could tamper with a copy of it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from legation_core.integrity import checkpoint, published, receipts
from legation_core.integrity import proofs as proving
from legation_core.integrity.keys import KeyType
from legation_core.integrity.leaf import Leaf, commit, leaf_bytes
from legation_core.integrity.tree import FullTree, leaf_hash
from legation_core.integrity.verify import Demands
from tests.core.integrity.signing import key_of, signer_of

ORIGIN, WITNESS = "elections.example/log", "court.example/witness"
SEED, WITNESS_SEED, STRANGER_SEED = b"l" * 32, b"w" * 32, b"s" * 32
SIZE, SEEN_SIZE = 600, 300
SALT, SEALED = b"x" * 32, {"votes": 12}
SEALED_AT = 7
KEY, WITNESS_KEY = key_of(ORIGIN, SEED), key_of(WITNESS, WITNESS_SEED, KeyType.WITNESS)


def leaves(size: int = SIZE, story: str = "true") -> list[bytes]:
    """`size` records; those of another `story` differ from the first that was seen on."""
    return [_leaf(index, story if index > SEEN_SIZE - 10 else "true") for index in range(size)]


def _leaf(index: int, story: str) -> bytes:
    sealed = index == SEALED_AT
    return leaf_bytes(
        Leaf(
            at="2024-01-08T12:00:00Z",
            kind="station_created",
            jurisdiction="ZZ",
            election="zz2030",
            lawbook="",
            body="head_of_mission",
            role="mission_head",
            public=None if sealed else {"station": f"{story}-{index}"},
            public_commitment=commit(SALT, SEALED) if sealed else None,
            private=None,
        )
    )


def note_over(content: list[bytes], *, seed: bytes = SEED, origin: str = ORIGIN) -> str:
    """The signed checkpoint over these leaves."""
    body = checkpoint.body(origin, len(content), tree_of(content).root())
    return checkpoint.sign(body, origin, key_of(origin, seed).public_key, signer_of(seed))


def cosigned(note: str, *, seed: bytes = WITNESS_SEED) -> str:
    return checkpoint.cosign(note, WITNESS, key_of(WITNESS, seed).public_key, 1_700_000_000, signer_of(seed))


def tree_of(content: list[bytes]) -> FullTree:
    return FullTree(leaf_hash(one) for one in content)


def publish(folder: Path, content: list[bytes], note: str | None = None) -> Path:
    """Write the log of these leaves into `folder`, in two steps as a log grows, with a receipt and an opened part."""
    half = min(SEEN_SIZE, len(content))
    for file in published.files(content[:half]):
        _write(folder, file)
    for file in published.files(content[half:], half, lambda path: (folder / path).read_bytes()):
        _write(folder, file)
    note = note or cosigned(note_over(content))
    if len(content) > SEALED_AT:
        _write(folder, published.opened(SEALED_AT, SALT, SEALED))
        _write(folder, published.File(published.receipt_path(3), receipt(3, content, note).encode()))
    _write(folder, published.File(published.CHECKPOINT, note.encode()))
    return folder


def receipt(index: int, content: list[bytes], note: str) -> str:
    proof = proving.inclusion(index, len(content), tree_of(content).hash_at)
    return receipts.write(index, proof, checkpoint.parse(note))


def _write(folder: Path, file: published.File) -> None:
    target = folder / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.content)


class Copy(NamedTuple):
    """One way to tamper: what is done to the folder, what the verifier demands, and how the refusal is called."""

    name: str
    tamper: Callable[[Path], None]
    code: str
    demands: Demands = Demands(KEY)


def in_bundle(index: int, change: Callable[[list[bytes], int], None]) -> Callable[[Path], None]:
    """Change the leaves of the bundle in which leaf `index` stands, and nothing else."""

    def tamper(folder: Path) -> None:
        from legation_core.integrity import tiles

        tile = tiles.Tile(tiles.ENTRIES, index // 256, min(256, SIZE - index // 256 * 256))
        content = tiles.split_bundle((folder / tile.path).read_bytes())
        change(content, index % 256)
        (folder / tile.path).write_bytes(tiles.bundle(content))

    return tamper


def flip(path: str, place: int = 40) -> Callable[[Path], None]:
    def tamper(folder: Path) -> None:
        octets = bytearray((folder / path).read_bytes())
        octets[place] ^= 1
        (folder / path).write_bytes(octets)

    return tamper


def rewrite(path: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    return lambda folder: _rewritten(folder / path, change)


def _rewritten(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def with_note(note: str) -> Callable[[Path], None]:
    return lambda folder: _rewritten(folder / published.CHECKPOINT, lambda _: note)


def replaced_by(content: list[bytes], note: str | None = None) -> Callable[[Path], None]:
    """Put another whole log in its place."""

    def tamper(folder: Path) -> None:
        shutil.rmtree(folder)
        publish(folder, content, note)

    return tamper


def replaced_last(record: bytes) -> Callable[[Path], None]:
    """Put a whole log in its place that was signed properly over a last record that should never have been written."""
    return replaced_by([*leaves(SIZE - 1), record])
