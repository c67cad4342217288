"""A published log of tests: one full bundle and a partial one, a receipt, an opened part, a witness."""

from functools import cache
from pathlib import Path

from legation_core.integrity import checkpoint, proofs, published, receipts
from legation_core.integrity.keys import Key, KeyType
from legation_core.integrity.leaf import Leaf, commit, leaf_bytes
from legation_core.integrity.tree import FullTree, leaf_hash
from tests.core.integrity.signing import key_of, signer_of

ORIGIN, WITNESS, OTHER_WITNESS = "elections.example/log", "court.example/witness", "university.example/witness"
SEED, WITNESS_SEED, STRANGER_SEED = b"l" * 32, b"w" * 32, b"s" * 32
SIZE, SEEN_SIZE = 300, 270
SALT, SEALED = b"x" * 32, {"votes": 12}
SEALED_AT, RECEIPTED = 7, 3
KEY = key_of(ORIGIN, SEED)
WITNESS_KEY, OTHER_WITNESS_KEY = (
    key_of(WITNESS, WITNESS_SEED, KeyType.WITNESS),
    key_of(OTHER_WITNESS, STRANGER_SEED, KeyType.WITNESS),
)


def leaves(size: int = SIZE, story: str = "true") -> list[bytes]:
    """`size` records; those of another `story` differ from shortly before what was seen."""
    return [_leaf(index, story if index > SEEN_SIZE - 10 else "true") for index in range(size)]


@cache
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


def tree_of(content: list[bytes]) -> FullTree:
    return FullTree(leaf_hash(one) for one in content)


def signed(body: str, *, name: str = ORIGIN, seed: bytes = SEED) -> str:
    return checkpoint.sign(body, name, key_of(name, seed).public_key, signer_of(seed))


def note_over(content: list[bytes], *, seed: bytes = SEED, origin: str = ORIGIN) -> str:
    """The signed checkpoint over these leaves."""
    return signed(checkpoint.body(origin, len(content), tree_of(content).root()), name=origin, seed=seed)


def cosigned(note: str, *, name: str = WITNESS, seed: bytes = WITNESS_SEED) -> str:
    return checkpoint.cosign(note, name, key_of(name, seed).public_key, 1_700_000_000, signer_of(seed))


def receipt(index: int, content: list[bytes], note: str) -> str:
    proof = proofs.inclusion(index, len(content), tree_of(content).hash_at)
    return receipts.write(index, proof, checkpoint.parse(note))


def publish(folder: Path, content: list[bytes], note: str | None = None) -> Path:
    """Write the log of these leaves into `folder`, in two steps as a log grows, with a receipt and an opened part."""
    half = min(SEEN_SIZE, len(content))
    note = note or cosigned(note_over(content))
    for file in published.files(content[:half]):
        write(folder, file.path, file.content)
    for file in published.files(content[half:], half, lambda path: (folder / path).read_bytes()):
        write(folder, file.path, file.content)
    if len(content) > SEALED_AT:
        opened = published.opened(SEALED_AT, SALT, SEALED)
        write(folder, opened.path, opened.content)
        write(folder, published.receipt_path(RECEIPTED), receipt(RECEIPTED, content, note).encode())
    write(folder, published.CHECKPOINT, note.encode())
    return folder


def write(folder: Path, path: str, content: bytes) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def stranger(name: str = ORIGIN) -> Key:
    return key_of(name, STRANGER_SEED)
