"""Roots and proofs against another implementation, pymerkle, and against themselves at every size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from legation_core.integrity import proofs, tiles, tree
from legation_core.integrity.published import files
from legation_core.problems import Refused

ENTRIES = st.lists(st.binary(max_size=40), min_size=1, max_size=80)


def full(entries: list[bytes]) -> tree.FullTree:
    return tree.FullTree(tree.leaf_hash(entry) for entry in entries)


@given(entries=ENTRIES)
def test_the_root_is_the_oracles_at_every_size(entries: list[bytes]) -> None:
    oracle, grown = InmemoryTree(algorithm="sha256"), tree.CompactRange()
    for entry in entries:
        oracle.append_entry(entry)
        grown.append(tree.leaf_hash(entry))
        assert grown.root() == oracle.get_root()
    assert full(entries).root() == tree.root(tree.leaf_hash(entry) for entry in entries) == grown.root()


@given(entries=ENTRIES, data=st.data())
def test_an_inclusion_proof_is_the_oracles(entries: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(entries) - 1))
    oracle = InmemoryTree(algorithm="sha256")
    for entry in entries:
        oracle.append_entry(entry)
    ours = proofs.inclusion(index, len(entries), full(entries).hash_at)
    theirs = oracle.prove_inclusion(index + 1).path
    assert sorted([tree.leaf_hash(entries[index]), *ours]) == sorted(theirs)
    proofs.verify_inclusion(tree.leaf_hash(entries[index]), index, len(entries), oracle.get_root(), ours)


@given(entries=ENTRIES, data=st.data())
def test_a_longer_tree_is_proved_to_continue_a_shorter(entries: list[bytes], data: st.DataObject) -> None:
    old = data.draw(st.integers(1, len(entries)))
    old_root, new_root = full(entries[:old]).root(), full(entries).root()
    proof = proofs.consistency(old, len(entries), full(entries).hash_at)
    proofs.verify_consistency(old, len(entries), old_root, new_root, proof)
    if old < len(entries):
        with pytest.raises(Refused):
            proofs.verify_consistency(old, len(entries), new_root, old_root, proof)


@given(entries=ENTRIES, data=st.data())
def test_a_changed_entry_is_never_proved(entries: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(entries) - 1))
    proof = proofs.inclusion(index, len(entries), full(entries).hash_at)
    with pytest.raises(Refused, match="V064"):
        proofs.verify_inclusion(tree.leaf_hash(entries[index] + b"!"), index, len(entries), full(entries).root(), proof)


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 512, 1000, 65_537])
def test_tiles_give_the_root_however_the_log_grew(size: int) -> None:
    leaves = [number.to_bytes(4, "big") for number in range(size)]
    half = size // 2
    store: dict[str, bytes] = {file.path: file.content for file in files(leaves[:half])}
    store |= {file.path: file.content for file in files(leaves[half:], half, store.__getitem__)}
    assert store.keys() >= {file.path for file in files(leaves)}
    assert tiles.TileHashes(size, store.__getitem__).root() == tree.root(map(tree.leaf_hash, leaves))


def test_a_tile_beyond_a_thousand_is_named_in_groups() -> None:
    assert tiles.Tile(0, 1_234_067, 12).path == "tile/0/x001/x234/067.p/12"
    assert tiles.Tile(tiles.ENTRIES, 5).path == "tile/entries/005"
