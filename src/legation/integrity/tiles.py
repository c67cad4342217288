"""The hashes of the log by tile, out of rows: what a proof needs without reading the whole log.

The hashes of leaves stand beside the leaves. Of the rows above them each full tile leaves one hash, kept when a
checkpoint is signed; where it is not kept yet it is computed. Nothing here is trusted: whoever builds a proof out of
these hashes checks it against the signed root.
"""

from legation.integrity.models import Leaf, TileHash
from legation_core.integrity import tiles, tree
from legation_core.integrity.tiles import WIDTH


def keep(size: int) -> None:
    """Keep the hash of each full tile of a log of `size` leaves that is not kept yet."""
    for level in range(1, tiles.levels(size).stop):
        start = TileHash.objects.filter(level=level).count()
        for first in range(start, tiles.row_size(level, size), WIDTH):
            end = min(first + WIDTH, tiles.row_size(level, size))
            rows = [TileHash(level=level, index=index, hash=_computed(level, index)) for index in range(first, end)]
            TileHash.objects.bulk_create(rows, ignore_conflicts=True)


def hashes(size: int) -> tiles.TileHashes:
    """Any hash of the tree of the first `size` leaves; a tile costs one query, and is read only when it is needed."""
    return tiles.TileHashes(size, content)


def content(path: str) -> bytes:
    """The octets of the tile of hashes at `path`. The caller asks for none beyond the log."""
    tile = tiles.tile_at(path)
    if tile is None:
        raise ValueError(path)
    return b"".join(_hashes(tile.level, tile.index * WIDTH, tile.end))


def _hashes(level: int, start: int, end: int) -> list[bytes]:
    """The hashes of a level from `start` up to `end`."""
    if level == 0:
        rows = Leaf.objects.filter(index__gte=start, index__lt=end).order_by("index").values_list("hash", flat=True)
        return [bytes(value) for value in rows]
    standing = TileHash.objects.filter(level=level, index__gte=start, index__lt=end).values_list("index", "hash")
    kept = {index: bytes(value) for index, value in standing}
    return [kept[index] if index in kept else _computed(level, index) for index in range(start, end)]


def _computed(level: int, index: int) -> bytes:
    """The root of the full tile `index` of the level below."""
    return tree.root(_hashes(level - 1, index * WIDTH, (index + 1) * WIDTH))
