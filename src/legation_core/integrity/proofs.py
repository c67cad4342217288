"""Proofs that a leaf or a run of leaves is part of a tree, and that one tree is the beginning of another.

Inclusion and consistency are RFC 6962, sections 2.1.1 and 2.1.2. Both are cases of one more general proof, that the
subtree [start, end) belongs to a tree of `size` leaves (draft-ietf-plants-merkle-tree-certs, section 4): a leaf is the
subtree [index, index + 1), an older tree is [0, old_size). So one walk builds and checks all four.
"""

from collections.abc import Sequence
from typing import Never

from legation_core.integrity.tree import EMPTY_ROOT, HASH_SIZE, MAX_SIZE, HashAt, node_hash, range_hash, split
from legation_core.problems import Fact, Refused


def is_subtree(start: int, end: int) -> bool:
    """Whether [start, end) is a subtree: `start` is a multiple of the number of its leaves rounded up to 2**n."""
    if not 0 <= start < end <= MAX_SIZE:
        return False
    return start % (1 << (end - start - 1).bit_length()) == 0


def inclusion(index: int, size: int, hash_at: HashAt) -> list[bytes]:
    """The hashes from the sibling of leaf `index` up to the child of the root of the tree of `size` leaves."""
    return subtree_inclusion(index, 0, size, hash_at)


def consistency(old_size: int, new_size: int, hash_at: HashAt) -> list[bytes]:
    """The proof that the tree of `old_size` leaves (at least one) begins the tree of `new_size` leaves."""
    if not 0 < old_size <= new_size:
        _refuse("V062", old_size=old_size, new_size=new_size)
    return subtree_consistency(0, old_size, new_size, hash_at)


def subtree_inclusion(index: int, start: int, end: int, hash_at: HashAt) -> list[bytes]:
    """The proof that leaf `index` belongs to the subtree [start, end); `index` counts from the log's first leaf."""
    _check_leaf(index, start, end)
    spans = _spans(index - start, index - start + 1, end - start, whole=True)
    return [range_hash(start + left, start + right, hash_at) for left, right in spans]


def subtree_consistency(start: int, end: int, size: int, hash_at: HashAt) -> list[bytes]:
    """The proof that the subtree [start, end) belongs to the tree of `size` leaves."""
    _check_subtree(start, end, size)
    return [range_hash(left, right, hash_at) for left, right in _spans(start, end, size, whole=True)]


def verify_inclusion(leaf_hash: bytes, index: int, size: int, root: bytes, proof: Sequence[bytes]) -> None:
    """Refuse (V061, V064) unless `proof` leads from the leaf at `index` to `root` of the tree of `size` leaves."""
    verify_subtree_inclusion(leaf_hash, index, 0, size, root, proof)


def verify_consistency(old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Refuse (V062, V065) unless `proof` shows that the old tree begins the new one.

    Nothing can be proved from an empty tree to a larger one; that any tree extends it needs no proof.
    """
    if not 0 <= old_size <= new_size <= MAX_SIZE or (old_size == 0 and new_size > 0):
        _refuse("V062", old_size=old_size, new_size=new_size)
    if old_size == 0:
        if proof or old_root != EMPTY_ROOT or new_root != EMPTY_ROOT:
            _refuse("V065", start=0, end=0, size=0)
        return
    verify_subtree_consistency(0, old_size, new_size, old_root, new_root, proof)


def verify_subtree_inclusion(
    leaf_hash: bytes, index: int, start: int, end: int, root: bytes, proof: Sequence[bytes]
) -> None:
    """Refuse (V061, V063, V064) unless `proof` leads from the leaf at `index` to `root` of the subtree [start, end)."""
    _check_leaf(index, start, end)
    span = (index - start, index - start + 1, end - start)
    if len(leaf_hash) != HASH_SIZE or not _leads(*span, leaf_hash, root, proof):
        _refuse("V064", index=index, size=end - start)


def verify_subtree_consistency(
    start: int, end: int, size: int, subtree_root: bytes, root: bytes, proof: Sequence[bytes]
) -> None:
    """Refuse (V063, V065) unless `proof` shows that `subtree_root` over [start, end) belongs to `root` over `size`.

    An empty subtree belongs to every tree, so there only its own root and the emptiness of the proof are checked.
    """
    if start == end and 0 <= start <= size:
        if proof or subtree_root != EMPTY_ROOT:
            _refuse("V065", start=start, end=end, size=size)
        return
    _check_subtree(start, end, size)
    if not _leads(start, end, size, subtree_root, root, proof):
        _refuse("V065", start=start, end=end, size=size)


def _spans(start: int, end: int, size: int, *, whole: bool) -> list[tuple[int, int]]:
    """The runs of leaves whose hashes make up the proof, lowest first.

    `whole`: the verifier knows the hash of the run that the walk ends in, so it is left out.
    """
    if (start, end) == (0, size):
        return [] if whole else [(0, size)]
    middle = split(size)
    if end <= middle:
        return [*_spans(start, end, middle, whole=whole), (middle, size)]
    lower = (start - middle, whole) if start >= middle else (0, False)
    right = _spans(lower[0], end - middle, size - middle, whole=lower[1])
    return [*((left + middle, far + middle) for left, far in right), (0, middle)]


def _leads(start: int, end: int, size: int, known: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether `proof` rebuilds both `known` over [start, end) and `root` over `size` leaves, with nothing left over."""
    if len(proof) != len(_spans(start, end, size, whole=True)) or any(len(node) != HASH_SIZE for node in proof):
        return False
    return _rebuilt(start, end, size, known, list(proof), whole=True) == (known, root)


def _rebuilt(start: int, end: int, size: int, known: bytes, proof: list[bytes], *, whole: bool) -> tuple[bytes, bytes]:
    """The hashes of [start, end) and of all `size` leaves, from `proof`, which is used up from its end, the top."""
    if (start, end) == (0, size):
        value = known if whole else proof.pop()
        return value, value
    middle, sibling = split(size), proof.pop()
    if end <= middle:
        part, all_leaves = _rebuilt(start, end, middle, known, proof, whole=whole)
        return part, node_hash(all_leaves, sibling)
    if start >= middle:
        part, all_leaves = _rebuilt(start - middle, end - middle, size - middle, known, proof, whole=whole)
        return part, node_hash(sibling, all_leaves)
    part, all_leaves = _rebuilt(0, end - middle, size - middle, known, proof, whole=False)
    return node_hash(sibling, part), node_hash(sibling, all_leaves)


def _check_leaf(index: int, start: int, end: int) -> None:
    if not is_subtree(start, end):
        _refuse("V063", start=start, end=end, size=end)
    if not start <= index < end:
        _refuse("V061", index=index, start=start, end=end)


def _check_subtree(start: int, end: int, size: int) -> None:
    if end > size or size > MAX_SIZE or not is_subtree(start, end):
        _refuse("V063", start=start, end=end, size=size)


def _refuse(code: str, **facts: Fact) -> Never:
    raise Refused(code, "", facts)
