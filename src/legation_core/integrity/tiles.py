"""Where the hashes and leaves of the log stand as files (c2sp.org/tlog-tiles).

A tile is a row of up to 256 hashes of one level: level 0 has the hashes of the leaves, level 1 the hash of each full
tile of level 0, and so on. An entry bundle has the leaves themselves, each after its length in two bytes, big-endian.
The rightmost tile of a level is partial until it is full; partial tiles are files of their own and never change.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from legation_core.integrity.tree import HASH_SIZE, range_hash, root
from legation_core.problems import Refused

WIDTH = 256
HEIGHT = 8
"""Levels of the tree in one tile: 2**8 is its width."""
ENTRIES = -1
"""Stands for a level: the row of entry bundles."""
_PATH = re.compile(r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """The first `width` hashes (or leaves) of the tile `index` of `level`."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """The address below the log's prefix, such as `tile/0/x001/x234/067.p/12`."""
        index, groups = self.index, [f"{self.index % 1000:03d}"]
        while index >= 1000:
            index //= 1000
            groups.append(f"x{index % 1000:03d}")
        partial = f".p/{self.width}" if self.width < WIDTH else ""
        row = "entries" if self.level == ENTRIES else str(self.level)
        return "/".join(["tile", row, *reversed(groups)]) + partial

    @property
    def full(self) -> "Tile":
        """The tile of the same place with all its width."""
        return Tile(self.level, self.index)

    @property
    def end(self) -> int:
        """How many items of the row stand up to and with this tile."""
        return self.index * WIDTH + self.width


def tile_at(path: str) -> Tile | None:
    """The tile or bundle whose address is `path`, or `None` where that is spelt otherwise than `Tile.path` does."""
    found = _PATH.fullmatch(path)
    if found is None:
        return None
    row, groups, width = found.groups()
    level = ENTRIES if row == "entries" else int(row)
    tile = Tile(level, int(groups.replace("/", "").replace("x", "")), int(width or WIDTH))
    return tile if tile.path == path else None


def row_size(level: int, size: int) -> int:
    """How many hashes stand at `level` (leaves in the row of bundles) when the log has `size` leaves."""
    return size if level == ENTRIES else size >> (HEIGHT * level)


def levels(size: int) -> range:
    """The levels that have a tile, the row of bundles among them."""
    return range(ENTRIES, (size.bit_length() + HEIGHT - 1) // HEIGHT if size else ENTRIES)


def row(level: int, size: int, since: int = 0) -> Iterator[Tile]:
    """The tiles of a row at `size` leaves that were not there, with this width, at `since` leaves."""
    count = row_size(level, size)
    before = row_size(level, since)
    if count <= before:
        return
    for index in range(before // WIDTH, count // WIDTH):
        yield Tile(level, index)
    if count % WIDTH:
        yield Tile(level, count // WIDTH, count % WIDTH)


def growth(old_size: int, new_size: int) -> Iterator[Tile]:
    """Every tile and bundle to be written when the log grows; nothing written before ever changes."""
    if not 0 <= old_size <= new_size:
        raise Refused("V070", "", {"old_size": old_size, "new_size": new_size})
    for level in levels(new_size):
        yield from row(level, new_size, old_size)


def split_hashes(content: bytes, where: str = "") -> list[bytes]:
    """The hashes of a tile; its length must be a whole number of them, from 1 to 256 (V071)."""
    if not content or len(content) % HASH_SIZE or len(content) > WIDTH * HASH_SIZE:
        raise Refused("V071", where, {"size": len(content)})
    return [content[place : place + HASH_SIZE] for place in range(0, len(content), HASH_SIZE)]


def bundle(leaves: Iterable[bytes]) -> bytes:
    """The bytes of an entry bundle."""
    return b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves)


def split_bundle(content: bytes, where: str = "") -> list[bytes]:
    """The leaves of an entry bundle, in their order. Refuses (V072) one that ends inside a leaf."""
    leaves: list[bytes] = []
    place = 0
    while place < len(content):
        end = place + 2 + int.from_bytes(content[place : place + 2], "big")
        if end > len(content):
            raise Refused("V072", where, {"entry": len(leaves), "missing": end - len(content)})
        leaves.append(content[place + 2 : end])
        place = end
    return leaves


class TileHashes:
    """Any hash of a tree of `size` leaves out of its tiles: what builds proofs without reading a leaf.

    `read` gives the bytes of a path such as `tile/0/000.p/5`. Only the tiles that are needed are read, each once.
    """

    def __init__(self, size: int, read: Callable[[str], bytes]) -> None:
        self._size, self._read = size, read
        self._tiles: dict[tuple[int, int], list[bytes]] = {}

    def hash_at(self, level: int, index: int) -> bytes:
        """The hash of the complete subtree `index` at `level` of the tree: a `HashAt`."""
        row_level, above = divmod(level, HEIGHT)
        if above == 0:
            return self._hashes(row_level, index // WIDTH)[index % WIDTH]
        first = index << above
        return root(self._hashes(row_level, first // WIDTH)[first % WIDTH : first % WIDTH + (1 << above)])

    def root(self) -> bytes:
        """The root of all `size` leaves."""
        return range_hash(0, self._size, self.hash_at)

    def _hashes(self, level: int, index: int) -> list[bytes]:
        if (level, index) not in self._tiles:
            width = min(WIDTH, row_size(level, self._size) - index * WIDTH)
            path = Tile(level, index, width).path
            hashes = split_hashes(self._read(path), path)
            if len(hashes) != width:
                raise Refused("V073", path, {"found": len(hashes), "expected": width})
            self._tiles[level, index] = hashes
        return self._tiles[level, index]
