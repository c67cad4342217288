"""The audit of a published log, as pure steps over what a reader gives: tiles, leaves, parts opened later, receipts.

Every step refuses with a code of its own at the first thing that is wrong. One bundle and one tile a level are held.
"""

from collections.abc import Callable
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


@dataclass(slots=True)
class Audit:
    """What an audit goes through and finds.

    `roots`: the root of this log at each of `sizes`, filled on the way. `receipted`: the hash of each leaf that has a
    receipt. `ahead`: files of records that the checkpoint does not cover yet, as a publication cut short leaves them.
    """

    reader: Reader
    checkpoint: Checkpoint
    tell: Callable[[str], None] = lambda text: None
    sizes: set[int] = field(default_factory=set)
    roots: dict[int, bytes] = field(default_factory=dict)
    receipted: dict[int, bytes] = field(default_factory=dict)
    receipts: int = 0
    opened: int = 0
    ahead: int = 0


def check_tiles(audit: Audit) -> None:
    """Every full tile hashes to its place in the level above, and the top gives the root of the checkpoint."""
    size = audit.checkpoint.size
    for level in tiles.levels(size):
        if level == ENTRIES:
            continue
        for tile in tiles.row(level, size):
            hashes = _hashes(audit.reader, tile)
            if tile.width == WIDTH:
                above = Tile(level + 1, tile.index // WIDTH, _width(level + 1, tile.index // WIDTH, size))
                if _hashes(audit.reader, above)[tile.index % WIDTH] != root(hashes):
                    _refuse("V116", tile.path)
            _check_partials(audit, tile, tiles.split_hashes, hashes)
    top = tiles.TileHashes(size, lambda path: audit.reader.read(path, TILE_LIMIT))
    if top.root() != audit.checkpoint.root:
        _refuse("V109", published.CHECKPOINT, size=size)


def list_receipts(audit: Audit) -> list[tuple[int, receipts.Receipt]]:
    """The published receipts by the index in their name. The sizes that they speak of join those to remember."""
    found = []
    for index in sorted(_indexes(audit.reader.names("receipts"), ".tlog-proof", "receipts")):
        _check_covered(audit, index, published.receipt_path(index))
        receipt = _receipt(audit.reader, index)
        audit.sizes.add(receipt.checkpoint.size)
        audit.receipted[index] = b""
        found.append((index, receipt))
    return found


def check_leaves(audit: Audit) -> None:
    """Every leaf is well formed and the one that the tiles speak of, and every part that was opened fits its leaf."""
    size, grown = audit.checkpoint.size, CompactRange()
    opened = _indexes(audit.reader.names("opened"), ".json", "opened")
    for index in sorted(opened):
        _check_covered(audit, index, published.opened_path(index))
    _remember_root(audit, grown)
    for tile in tiles.row(ENTRIES, size):
        for index, content in _leaves(audit, tile, grown):
            logged = _within(f"record {index}", partial(leaf.read_leaf, content))
            if index in opened:
                _check_opened(audit, index, logged)


def check_receipts(audit: Audit, listed: list[tuple[int, receipts.Receipt]], key: Key | None) -> None:
    """Every published receipt leads from its leaf to a root that this log really had."""
    for index, receipt in listed:
        path = published.receipt_path(index)
        last = receipt.checkpoint
        if last.origin != audit.checkpoint.origin:
            _refuse("V104", path, origin=_safe(audit.checkpoint.origin), seen=_safe(last.origin))
        _within(path, partial(receipts.verify_hash, receipt, audit.receipted[index], key))
        if last.size > audit.checkpoint.size:
            _refuse("V136", path, size=audit.checkpoint.size, seen=last.size)
        if last.root != audit.roots[last.size]:
            _refuse("V126", path, size=last.size)
        audit.receipts += 1


def _leaves(audit: Audit, tile: Tile, grown: CompactRange) -> list[tuple[int, bytes]]:
    """The leaves of one bundle with their indexes, once they are those of the tile."""
    first = tile.index * WIDTH
    logged = _hashes(audit.reader, Tile(0, tile.index, tile.width))
    content = tiles.split_bundle(audit.reader.read(tile.path, BUNDLE_LIMIT), tile.path)
    check_bundle(tile.path, first, [leaf_hash(one) for one in content], logged)
    _check_partials(audit, tile, tiles.split_bundle, content)
    for index, value in enumerate(logged, first):
        grown.append(value)
        _remember_root(audit, grown)
        if index in audit.receipted:
            audit.receipted[index] = value
        if grown.size % EVERY == 0:
            audit.tell(f"{grown.size} of {audit.checkpoint.size} records verified")
    return list(enumerate(content, first))


def _check_covered(audit: Audit, index: int, path: str) -> None:
    if index >= audit.checkpoint.size:
        _refuse("V124", path, size=audit.checkpoint.size)


def _receipt(reader: Reader, index: int) -> receipts.Receipt:
    path = published.receipt_path(index)
    content = reader.read(path, SMALL_LIMIT)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise Refused("V128", path) from error
    receipt = _within(path, partial(receipts.parse, text))
    if receipt.index != index:
        _refuse("V125", path, index=receipt.index)
    return receipt


def _check_opened(audit: Audit, index: int, logged: leaf.Leaf) -> None:
    path = published.opened_path(index)
    content = audit.reader.read(path, SMALL_LIMIT)
    named, salt, part = _within(path, partial(published.read_opened, content))
    if named != index or logged.public_commitment is None:
        _refuse("V131", path, index=named)
    if not leaf.opens(logged.public_commitment, salt, part):
        _refuse("V130", path)
    audit.opened += 1


def _hashes(reader: Reader, tile: Tile) -> list[bytes]:
    hashes = tiles.split_hashes(reader.read(tile.path, TILE_LIMIT), tile.path)
    if len(hashes) != tile.width:
        _refuse("V073", tile.path, found=len(hashes), expected=tile.width)
    return hashes


def _check_partials(audit: Audit, tile: Tile, split: Callable[[bytes, str], list[bytes]], items: list[bytes]) -> None:
    """Partial files of other sizes and what stands here now: one is the beginning of the other."""
    folder = f"{tile.full.path}.p"
    for name in audit.reader.names(folder):
        path = f"{folder}/{name}"
        if not (name.isascii() and name.isdecimal()) or path == tile.path:
            continue
        other = split(audit.reader.read(path, BUNDLE_LIMIT), path)
        if len(other) != int(name):
            _refuse("V073", path, found=len(other), expected=int(name))
        shared = min(len(other), len(items))
        if other[:shared] != items[:shared]:
            _refuse("V119", path)
        audit.ahead += len(other) > len(items)


def _indexes(names: list[str], ending: str, folder: str) -> frozenset[int]:
    """The numbers that the files of a folder are named for. A name with a dot in front is of a writing cut short."""
    found = set()
    for name in names:
        if name.startswith("."):
            continue
        stem = name.removesuffix(ending)
        if stem == name or not stem.isascii() or not stem.isdecimal() or len(stem) > 18 or str(int(stem)) != stem:
            _refuse("V127", f"{folder}/{_safe(name)}")
        found.add(int(stem))
    return frozenset(found)


def _width(level: int, index: int, size: int) -> int:
    return min(WIDTH, tiles.row_size(level, size) - index * WIDTH)


def _remember_root(audit: Audit, grown: CompactRange) -> None:
    if grown.size in audit.sizes:
        audit.roots[grown.size] = grown.root()


def _within(where: str, step: Callable[[], T]) -> T:
    """What `step` gives; where it refuses, the place is named from outside in."""
    try:
        return step()
    except Refused as refused:
        inside = f"{where}, {refused.problem.where}" if refused.problem.where else where
        raise Refused(refused.code, inside, refused.problem.facts) from refused


def _safe(text: str) -> str:
    """A text of a stranger that does nothing to a terminal."""
    return ascii(text)[1:-1][:80]


def _refuse(code: str, where: str, **facts: Fact) -> Never:
    raise Refused(code, where, facts)
