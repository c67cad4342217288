"""The Merkle tree of the log: RFC 6962, section 2.1, over SHA-256 (also c2sp.org/merkle-tree).

Every hash is 32 bytes. A `HashAt` gives the hash of the complete subtree of 2**level leaves that starts at
leaf `index * 2**level`; with it any root or proof is a walk over the tree's shape.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256

from legation_core.problems import Refused

HASH_SIZE = 32
MAX_SIZE = 2**63 - 1
"""The largest tree size that the C2SP formats can carry."""
EMPTY_ROOT = sha256(b"").digest()

HashAt = Callable[[int, int], bytes]


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry: the prefix 0x00 keeps it from ever standing for an inner node."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node from those of its two children."""
    return sha256(b"\x01" + left + right).digest()


def split(size: int) -> int:
    """The largest power of two smaller than `size` (at least 2): where a tree of `size` leaves divides."""
    return 1 << ((size - 1).bit_length() - 1)


def range_hash(start: int, end: int, hash_at: HashAt) -> bytes:
    """The Merkle tree hash of the leaves from `start` up to, not including, `end`; `start` is aligned to that width."""
    width = end - start
    if width == 0:
        return EMPTY_ROOT
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return hash_at(level, start >> level)
    middle = start + split(width)
    return node_hash(range_hash(start, middle, hash_at), range_hash(middle, end, hash_at))


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over `leaf_hashes`, in one pass and logarithmic memory."""
    compact = CompactRange()
    for value in leaf_hashes:
        compact.append(value)
    return compact.root()


class CompactRange:
    """The right edge of a growing tree: all that is needed to append leaves and to compute the root.

    `nodes` are the hashes of the complete subtrees that make up the tree, the widest (leftmost) first: as many as
    `size` has ones in binary.
    """

    __slots__ = ("nodes", "size")

    def __init__(self, size: int = 0, nodes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.nodes = list(nodes)
        fits = 0 <= size <= MAX_SIZE and len(self.nodes) == size.bit_count()
        if not fits or any(len(node) != HASH_SIZE for node in self.nodes):
            raise Refused("V060", "", {"size": size, "nodes": len(self.nodes)})

    def append(self, leaf_hash: bytes) -> None:
        """Add the hash of the next leaf; on average one hash of an inner node is computed."""
        nodes, size, merged = self.nodes, self.size, leaf_hash
        while size & 1:
            merged = sha256(b"\x01" + nodes.pop() + merged).digest()
            size >>= 1
        nodes.append(merged)
        self.size += 1

    def root(self) -> bytes:
        """The root of the tree so far."""
        if not self.nodes:
            return EMPTY_ROOT
        merged = self.nodes[-1]
        for node in reversed(self.nodes[:-1]):
            merged = node_hash(node, merged)
        return merged

    def to_bytes(self) -> bytes:
        """Size as 8 bytes, big-endian, then the nodes: for keeping between two runs."""
        return self.size.to_bytes(8, "big") + b"".join(self.nodes)

    @classmethod
    def from_bytes(cls, content: bytes) -> "CompactRange":
        """What `to_bytes` wrote; refuses (V060) anything of another length."""
        nodes = [content[place : place + HASH_SIZE] for place in range(8, len(content), HASH_SIZE)]
        return cls(int.from_bytes(content[:8], "big"), nodes)


class FullTree:
    """Every complete subtree of a tree, in memory: for tests and logs of some 100,000 leaves (64 bytes each)."""

    __slots__ = ("levels",)

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        self.levels: list[list[bytes]] = [[]]
        for value in leaf_hashes:
            self.append(value)

    @property
    def size(self) -> int:
        return len(self.levels[0])

    def append(self, leaf_hash: bytes) -> None:
        """Add the hash of the next leaf and of every subtree that it completes."""
        value, level = leaf_hash, 0
        while True:
            if level == len(self.levels):
                self.levels.append([])
            nodes = self.levels[level]
            nodes.append(value)
            if len(nodes) & 1:
                return
            value, level = node_hash(nodes[-2], nodes[-1]), level + 1

    def hash_at(self, level: int, index: int) -> bytes:
        """The hash of the complete subtree `index` at `level`: a `HashAt`."""
        return self.levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` leaves, or of all."""
        return range_hash(0, self.size if size is None else size, self.hash_at)
