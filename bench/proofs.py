"""The log's mathematics against plain hashing of the same bytes, and the core's Ed25519 against a C library's."""

import hashlib
from dataclasses import asdict

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bench.pairs import Pair, pair
from legation_core.integrity import ed25519, proofs, tree

SIZE = 100_000
CHECKS = 50


def raw(_where: str) -> list[dict[str, object]]:
    return [asdict(one) for one in measured()]


def measured() -> list[Pair]:
    entries = [b"%0400d" % number for number in range(SIZE)]
    whole = tree.FullTree(tree.leaf_hash(entry) for entry in entries)
    root, places = whole.root(), range(0, SIZE, SIZE // 1000)

    def appends() -> None:
        grown = tree.CompactRange()
        for entry in entries:
            grown.append(tree.leaf_hash(entry))

    def hashes() -> None:
        for entry in entries:
            hashlib.sha256(entry).digest()

    def prove_and_verify() -> None:
        for place in places:
            proof = proofs.inclusion(place, SIZE, whole.hash_at)
            proofs.verify_inclusion(tree.leaf_hash(entries[place]), place, SIZE, root, proof)

    def same_hashes() -> None:
        for _ in places:
            value = entries[0]
            for _ in range(SIZE.bit_length()):
                value = hashlib.sha256(value).digest()

    key = Ed25519PrivateKey.generate()
    public = key.public_key()
    octets = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    signature = key.sign(b"message")

    def ours() -> None:
        for _ in range(CHECKS):
            ed25519.verify(octets, b"message", signature)

    def theirs() -> None:
        for _ in range(CHECKS):
            public.verify(signature, b"message")

    return [
        pair("append a leaf to the tree", appends, "SHA-256 of the same entry", hashes, unit="leaves", per_run=SIZE),
        pair(
            "build and verify an inclusion proof, 100,000 leaves", prove_and_verify,
            "as many SHA-256 as the proof is deep", same_hashes, unit="proofs", per_run=len(places),
        ),
        pair("verify Ed25519 in the core", ours, "verify Ed25519 with cryptography", theirs, unit="signatures", per_run=CHECKS),
    ]  # fmt: skip
