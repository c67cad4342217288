"""The audit of a published log, as pure steps over what a reader gives: tiles, leaves, parts opened later, receipts.

Every step refuses with a code of its own at the first thing that is wrong, and looks twice before it says which of two
files that disagree was changed. One bundle and one tile a level are held.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Never, Protocol, TypeVar

from legation_core.integrity import leaf, published, receipts, tiles
from legation_core.integrity.checkpoint import Checkpoint
from legation_core.integrity.comparing import check_bundle
from legation_core.integrity.keys import Key
from legation_core.integrity.tiles import ENTRIES, WIDTH, Tile
from legation_core.integrity.tree import HASH_SIZE, CompactRange, leaf_hash, root
from legation_core.problems import Fact, Refused

TILE_LIMIT = WIDTH * HASH_SIZE
BUNDLE_LIMIT = WIDTH * (2 + 16 * 1024)
SMALL_LIMIT = 64 * 1024
T = TypeVar("T")
EVERY = 10_000
"""Leaves between two words about progress."""


class Reader(Protocol):
    """What the audit reads from: a folder, or whatever holds the files of a published log."""

    def read(self, path: str, limit: int) -> bytes:
        """The content of a file; refuses what is missing, larger than `limit`, or lies outside."""

    def names(self, path: str) -> list[str]:
        """The names in a folder, sorted; none where there is no such folder."""

    def has(self, path: str) -> bool:
        """Whether there is such a file."""

    def files(self) -> Iterator[str]:
        """The path of every file, with `/` between its parts."""


@dataclass(slots=True)
class Audit:
    """What an audit goes through and finds.

    `roots`: the root of this log at each of `sizes`, filled on the way. `receipted`: the hash of each leaf that has a
    receipt.
    """

    reader: Reader
    checkpoint: Checkpoint
    tell: Callable[[str], None] = lambda text: None
    sizes: set[int] = field(default_factory=set)
    roots: dict[int, bytes] = field(default_factory=dict)
    receipted: dict[int, bytes] = field(default_factory=dict)
    receipts: int = 0
    opened: int = 0


def check_tiles(audit: Audit) -> None:
    """Every full tile hashes to its place in the level above, and the top gives the root of the checkpoint."""
    size = audit.checkpoint.size
    for level in tiles.levels(size):
        if level == ENTRIES:
            continue
        for tile in tiles.row(level, size):
            hashes = _hashes(audit.reader, tile)
            if tile.width == WIDTH:
                _check_above(audit, tile, hashes)
    if tiles.TileHashes(size, partial(audit.reader.read, limit=TILE_LIMIT)).root() != audit.checkpoint.root:
        _refuse_root(audit)


def check_others(audit: Audit) -> None:
    """Files of a place at other sizes of the log, and what stands there now: one is the beginning of the other."""
    for level in tiles.levels(audit.checkpoint.size):
        for tile in tiles.row(level, audit.checkpoint.size):
            folder = f"{tile.full.path}.p"
            for path in (tile.full.path, *(f"{folder}/{name}" for name in audit.reader.names(folder))):
                other = tiles.tile_at(path)
                if other is not None and other != tile and (other.width < WIDTH or audit.reader.has(path)):
                    _check_shared(audit.reader, tile, other)


def _check_above(audit: Audit, tile: Tile, hashes: list[bytes]) -> None:
    index = tile.index // WIDTH
    above = Tile(tile.level + 1, index, _width(tile.level + 1, index, audit.checkpoint.size))
    if _hashes(audit.reader, above)[tile.index % WIDTH] == root(hashes):
        return
    # Below level 0 stand the leaves, below any other tiles already checked: they tell which of the two is wrong.
    if tile.level == 0 and _hashed(audit.reader, Tile(ENTRIES, tile.index)) != hashes:
        _refuse("V116", tile.path)
    _refuse("V140", above.path, below=tile.path)


def _refuse_root(audit: Audit) -> Never:
    """Name what does not fit: the last tile, where the leaves themselves do give the root; else the checkpoint."""
    size = audit.checkpoint.size
    last = Tile(0, size // WIDTH, size % WIDTH)
    if last.width:
        hashes = _hashed(audit.reader, Tile(ENTRIES, last.index, last.width))
        content = {last.path: b"".join(hashes)}
        mended = tiles.TileHashes(size, lambda path: content.get(path) or audit.reader.read(path, TILE_LIMIT))
        if len(hashes) == last.width and mended.root() == audit.checkpoint.root:
            _refuse("V141", last.path)
    _refuse("V109", published.CHECKPOINT, size=size)


def list_receipts(audit: Audit, indexes: Iterable[int]) -> list[tuple[int, receipts.Receipt]]:
    """The receipts published of these leaves. The sizes that they speak of join those to remember."""
    found = []
    for index in sorted(indexes):
        receipt = _receipt(audit.reader, index)
        audit.sizes.add(receipt.checkpoint.size)
        audit.receipted[index] = b""
        found.append((index, receipt))
    return found


def check_leaves(audit: Audit, opened: Container[int]) -> None:
    """Every leaf is well formed and the one that the tiles speak of; the part of each in `opened` fits it."""
    size, grown = audit.checkpoint.size, CompactRange()
    _remember_root(audit, grown)
    for tile in tiles.row(ENTRIES, size):
        for index, content in _leaves(audit, tile, grown):
            logged = within(f"record {index}", partial(leaf.read_leaf, content))
            if index in opened:
                _check_opened(audit, index, logged)


def check_receipts(audit: Audit, listed: list[tuple[int, receipts.Receipt]], key: Key | None) -> None:
    """Every published receipt leads from its leaf to a root that this log really had."""
    for index, receipt in listed:
        path = published.receipt_path(index)
        last = receipt.checkpoint
        if last.origin != audit.checkpoint.origin:
            _refuse("V147", path, origin=safe(last.origin))
        within(path, partial(receipts.verify_hash, receipt, audit.receipted[index], key))
        if last.size > audit.checkpoint.size:
            _refuse("V136", path, size=audit.checkpoint.size, seen=last.size)
        if last.root != audit.roots[last.size]:
            _refuse("V126", path, size=last.size)
        audit.receipts += 1


def _leaves(audit: Audit, tile: Tile, grown: CompactRange) -> list[tuple[int, bytes]]:
    """The leaves of one bundle with their indexes, once they are those of the tile."""
    first = tile.index * WIDTH
    logged = _hashes(audit.reader, Tile(0, tile.index, tile.width))
    content = _bundle(audit.reader, tile)
    check_bundle(tile.path, first, [leaf_hash(one) for one in content], logged)
    for index, value in enumerate(logged, first):
        grown.append(value)
        _remember_root(audit, grown)
        if index in audit.receipted:
            audit.receipted[index] = value
        if grown.size % EVERY == 0:
            audit.tell(f"{grown.size} of {audit.checkpoint.size} records verified")
    return list(enumerate(content, first))


def _receipt(reader: Reader, index: int) -> receipts.Receipt:
    path = published.receipt_path(index)
    content = reader.read(path, SMALL_LIMIT)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise Refused("V128", path) from error
    receipt = within(path, partial(receipts.parse, text))
    if receipt.index != index:
        _refuse("V125", path, index=receipt.index)
    return receipt


def _check_opened(audit: Audit, index: int, logged: leaf.Leaf) -> None:
    path = published.opened_path(index)
    content = audit.reader.read(path, SMALL_LIMIT)
    named, salt, part = within(path, partial(published.read_opened, content))
    if named != index:
        _refuse("V131", path, index=named)
    if logged.public_commitment is None:
        _refuse("V145", path)
    if not leaf.opens(logged.public_commitment, salt, part):
        _refuse("V130", path)
    audit.opened += 1


def _hashes(reader: Reader, tile: Tile) -> list[bytes]:
    hashes = tiles.split_hashes(reader.read(tile.path, TILE_LIMIT), tile.path)
    if len(hashes) != tile.width:
        _refuse("V073", tile.path, found=len(hashes), expected=tile.width)
    return hashes


def _bundle(reader: Reader, tile: Tile) -> list[bytes]:
    return tiles.split_bundle(reader.read(tile.path, BUNDLE_LIMIT), tile.path)


def _hashed(reader: Reader, tile: Tile) -> list[bytes]:
    return [leaf_hash(one) for one in _bundle(reader, tile)]


def _check_shared(reader: Reader, tile: Tile, other: Tile) -> None:
    read = _bundle if tile.level == ENTRIES else _hashes
    items, others, shared = read(reader, tile), read(reader, other), min(tile.width, other.width)
    if len(others) != other.width:
        _refuse("V073", other.path, found=len(others), expected=other.width)
    if others[:shared] != items[:shared]:
        _refuse("V119", other.path)


def _width(level: int, index: int, size: int) -> int:
    return min(WIDTH, tiles.row_size(level, size) - index * WIDTH)


def _remember_root(audit: Audit, grown: CompactRange) -> None:
    if grown.size in audit.sizes:
        audit.roots[grown.size] = grown.root()


def within(where: str, step: Callable[[], T]) -> T:
    """What `step` gives; where it refuses, the place is named from outside in."""
    try:
        return step()
    except Refused as refused:
        inside = f"{where}, {refused.problem.where}" if refused.problem.where else where
        raise Refused(refused.code, inside, refused.problem.facts) from refused


def safe(text: str) -> str:
    """A text of a stranger that does nothing to a terminal."""
    return ascii(text)[1:-1][:80]


def _refuse(code: str, where: str, **facts: Fact) -> Never:
    raise Refused(code, where, facts)
