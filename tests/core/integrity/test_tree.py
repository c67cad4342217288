"""The tree: hashes of RFC 6962, and the right edge that is kept between two runs."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.integrity import proofs, tree
from legation_core.integrity.tree import CompactRange
from legation_core.problems import Refused

ENTRIES = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    bytes(range(0x50, 0x58)),
    bytes(range(0x60, 0x70)),
]
"""The entries that implementations of RFC 6962 have in common for their tests."""
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(9))
def test_the_known_roots(size: int) -> None:
    assert tree.root(map(tree.leaf_hash, ENTRIES[:size])).hex() == ROOTS[size]


def test_a_leaf_never_hashes_as_a_node() -> None:
    left, right = bytes(32), bytes([1]) * 32
    assert tree.node_hash(left, right) == sha256(b"\x01" + left + right).digest()
    assert tree.leaf_hash(left + right) == sha256(b"\x00" + left + right).digest()


@given(size=st.integers(0, 300), more=st.integers(0, 40))
def test_what_was_kept_between_two_runs_goes_on_as_if_never_put_down(size: int, more: int) -> None:
    kept, whole = CompactRange(), CompactRange()
    for number in range(size + more):
        if number == size:
            kept = CompactRange.from_bytes(kept.to_bytes())
        for one in (kept, whole):
            one.append(tree.leaf_hash(b"%d" % number))
    assert (kept.size, kept.nodes, kept.root()) == (whole.size, whole.nodes, whole.root())


@pytest.mark.parametrize(
    ("size", "nodes"), [(1, []), (0, [bytes(32)]), (3, [bytes(32)]), (1, [bytes(31)]), (-1, []), (2**63, [bytes(32)])]
)
def test_a_right_edge_that_fits_no_tree_is_refused(size: int, nodes: list[bytes]) -> None:
    with pytest.raises(Refused, match="V060"):
        CompactRange(size, nodes)


@pytest.mark.parametrize("content", [b"\0" * 7 + b"\1", b"\0" * 7 + b"\1" + bytes(33)])
def test_kept_octets_of_another_length_are_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="V060"):
        CompactRange.from_bytes(content)


@given(size=st.integers(1, 200), data=st.data())
def test_a_subtree_is_proved_to_belong_to_the_tree_and_a_leaf_to_it(size: int, data: st.DataObject) -> None:
    full = tree.FullTree(tree.leaf_hash(b"%d" % number) for number in range(size))
    start = data.draw(st.integers(0, size - 1))
    width = data.draw(st.integers(1, min(size - start, start & -start or size)))
    end = start + width
    assert proofs.is_subtree(start, end)
    index = data.draw(st.integers(start, end - 1))
    part = tree.range_hash(start, end, full.hash_at)
    proof = proofs.subtree_consistency(start, end, size, full.hash_at)
    proofs.verify_subtree_consistency(start, end, size, part, full.root(), proof)
    path = proofs.subtree_inclusion(index, start, end, full.hash_at)
    proofs.verify_subtree_inclusion(full.hash_at(0, index), index, start, end, part, path)


@pytest.mark.parametrize(("index", "size", "code"), [(3, 3, "V061"), (-1, 3, "V061"), (0, 0, "V063")])
def test_no_proof_is_made_of_a_leaf_that_is_not_there(index: int, size: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        proofs.inclusion(index, size, tree.FullTree([bytes(32)] * 3).hash_at)


@pytest.mark.parametrize(("old", "new"), [(0, 3), (3, 2), (-1, 3)])
def test_no_proof_is_made_between_trees_that_cannot_continue_one_another(old: int, new: int) -> None:
    with pytest.raises(Refused, match="V062"):
        proofs.consistency(old, new, tree.FullTree([bytes(32)] * 3).hash_at)
