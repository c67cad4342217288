"""The audit of a published log, as pure steps over what a reader gives: tiles, leaves, parts opened later, receipts.

Every step refuses with a code of its own at the first thing that is wrong. One bundle and one tile a level are held.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Never, Protocol, TypeVar

from legation_core.integrity import leaf, published, receipts, tiles
from legation_core.integrity.checkpoint import Checkpoint
from legation_core.integrity.keys import Key
from legation_core.integrity.tiles import ENTRIES, WIDTH, Tile
from legation_core.integrity.tree import CompactRange, leaf_hash, root
from legation_core.problems import Fact, Refused

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
    """What an audit goes through and finds. `roots` are those of the sizes asked for."""

    reader: Reader
    checkpoint: Checkpoint
    tell: Callable[[str], None] = lambda text: None
    sizes: frozenset[int] = frozenset()
    roots: dict[int, bytes] = field(default_factory=dict)
    hashes: dict[int, bytes] = field(default_factory=dict)
    receipts: int = 0
    opened: int = 0


def check_tiles(audit: Audit) -> None:
    """Every full tile hashes to its place in the level above, and the top gives the root of the checkpoint."""
    size, reader = audit.checkpoint.size, audit.reader
    for level in tiles.levels(size):
        if level == ENTRIES:
            continue
        for tile in tiles.row(level, size):
            hashes = _hashes(reader, tile)
            if tile.width == WIDTH:
                above = Tile(level + 1, tile.index // WIDTH, _width(level + 1, tile.index // WIDTH, size))
                if _hashes(reader, above)[tile.index % WIDTH] != root(hashes):
                    _refuse("V116", tile.path)
            _check_partials(reader, tile, tiles.split_hashes, hashes)
    top = tiles.TileHashes(size, lambda path: reader.read(path, WIDTH * 32))
    if top.root() != audit.checkpoint.root:
        _refuse("V109", published.CHECKPOINT, size=size)


def check_leaves(audit: Audit) -> None:
    """Every leaf is well formed and is the one that the tiles speak of; parts and receipts that name it fit it."""
    size, grown = audit.checkpoint.size, CompactRange()
    opened = _indexes(audit.reader.names("opened"), ".json", "opened")
    receipted = _indexes(audit.reader.names("receipts"), ".tlog-proof", "receipts")
    _remember_root(audit, grown)
    for tile in tiles.row(ENTRIES, size):
        hashes = _hashes(audit.reader, Tile(0, tile.index, tile.width))
        for place, content in enumerate(_bundle(audit.reader, tile)):
            index = tile.index * WIDTH + place
            _check_leaf(index, content, hashes, place)
            grown.append(hashes[place])
            _remember_root(audit, grown)
            if index in opened:
                _check_opened(audit, index, content)
            if index in receipted:
                audit.hashes[index] = hashes[place]
            if grown.size % EVERY == 0:
                audit.tell(f"{grown.size} of {size} records verified")
    beyond = [index for index in (*opened, *receipted) if index >= size]
    if beyond:
        _refuse("V124", str(min(beyond)), size=size)


def check_receipts(audit: Audit, key: Key | None) -> None:
    """Every published receipt leads from its leaf to a root that this log really had."""
    for index, hash_of_leaf in sorted(audit.hashes.items()):
        path = published.receipt_path(index)
        receipt = _readable(partial(_receipt, audit.reader, path), path)
        if receipt.index != index:
            _refuse("V125", path, index=receipt.index)
        _readable(partial(receipts.verify_hash, receipt, hash_of_leaf, key), path)
        _check_known_root(audit, receipt, path)
        audit.receipts += 1


def _receipt(reader: Reader, path: str) -> receipts.Receipt:
    return receipts.parse(reader.read(path, SMALL_LIMIT).decode())


def _check_known_root(audit: Audit, receipt: receipts.Receipt, path: str) -> None:
    if receipt.checkpoint.size == audit.checkpoint.size and receipt.checkpoint.root != audit.checkpoint.root:
        _refuse("V126", path, size=receipt.checkpoint.size)


def _check_leaf(index: int, content: bytes, hashes: list[bytes], place: int) -> None:
    where, own = f"record {index}", leaf_hash(content)
    if own != hashes[place]:
        _refuse_place(where, own, hashes, place)
    _readable(lambda: leaf.read_leaf(content), where)


def _refuse_place(where: str, own: bytes, hashes: list[bytes], place: int) -> Never:
    """Name what was done to the leaves: one stands twice, they stand in another order, or one was altered."""
    if place and own == hashes[place - 1]:
        _refuse("V118", where)
    if own in hashes:
        _refuse("V117", where, place=hashes.index(own) - place)
    _refuse("V115", where)


def _check_opened(audit: Audit, index: int, content: bytes) -> None:
    path = published.opened_path(index)
    octets = audit.reader.read(path, SMALL_LIMIT)
    named, salt, part = _readable(lambda: published.read_opened(octets), path)
    commitment = leaf.read_leaf(content).public_commitment
    if named != index or commitment is None:
        _refuse("V131", path, index=named)
    if not leaf.opens(commitment, salt, part):
        _refuse("V130", path)
    audit.opened += 1


def _bundle(reader: Reader, tile: Tile) -> Iterator[bytes]:
    leaves = tiles.split_bundle(reader.read(tile.path, BUNDLE_LIMIT), tile.path)
    if len(leaves) < tile.width:
        _refuse("V113", tile.path, found=len(leaves), expected=tile.width)
    if len(leaves) > tile.width:
        _refuse("V114", tile.path, found=len(leaves), expected=tile.width)
    _check_partials(reader, tile, tiles.split_bundle, leaves)
    yield from leaves


def _hashes(reader: Reader, tile: Tile) -> list[bytes]:
    hashes = tiles.split_hashes(reader.read(tile.path, WIDTH * 32), tile.path)
    if len(hashes) != tile.width:
        _refuse("V073", tile.path, found=len(hashes), expected=tile.width)
    return hashes


def _check_partials(reader: Reader, tile: Tile, split: Callable[[bytes, str], list[bytes]], items: list[bytes]) -> None:
    """Partial files left from smaller sizes are beginnings of what stands there now; none is beyond the checkpoint."""
    folder = f"{tile.full.path}.p"
    for name in reader.names(folder):
        if not name.isdecimal() or f"{folder}/{name}" == tile.path:
            continue
        if int(name) > tile.width:
            _refuse("V123", f"{folder}/{name}", width=tile.width)
        earlier = split(reader.read(f"{folder}/{name}", BUNDLE_LIMIT), f"{folder}/{name}")
        if earlier != items[: int(name)]:
            _refuse("V119", f"{folder}/{name}")


def _indexes(names: list[str], ending: str, folder: str) -> frozenset[int]:
    found = set()
    for name in names:
        stem = name.removesuffix(ending)
        if stem == name or not stem.isdecimal() or len(stem) > 18:
            _refuse("V127", f"{folder}/{ascii(name)[1:-1][:60]}")
        found.add(int(stem))
    return frozenset(found)


def _width(level: int, index: int, size: int) -> int:
    return min(WIDTH, tiles.row_size(level, size) - index * WIDTH)


def _remember_root(audit: Audit, grown: CompactRange) -> None:
    if grown.size in audit.sizes:
        audit.roots[grown.size] = grown.root()


def _readable(step: Callable[[], T], where: str) -> T:
    try:
        return step()
    except UnicodeDecodeError as error:
        raise Refused("V128", where) from error
    except Refused as refused:
        inside = f"{where}, {refused.problem.where}" if refused.problem.where else where
        raise Refused(refused.code, inside, refused.problem.facts) from refused


def _refuse(code: str, where: str, **facts: Fact) -> Never:
    raise Refused(code, where, facts)
