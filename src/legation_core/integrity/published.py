"""The published log as files: which, where and with what bytes. Writing them is the caller's.

Order matters to a reader who comes in between: leaves and tiles first, the checkpoint that speaks of them last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from legation_core.integrity import canonical, tiles
from legation_core.integrity.leaf import SALT_SIZE, commit
from legation_core.integrity.tiles import ENTRIES, WIDTH, Tile, row_size
from legation_core.integrity.tree import leaf_hash, root
from legation_core.problems import Refused

CHECKPOINT = "checkpoint"
"""Where the newest checkpoint stands."""
OPENED_LIMIT = canonical.MAX_BYTES + 256
"""The longest file of an opened part: the longest part, with its index and salt."""


class File(NamedTuple):
    """One file to write: `path` below the folder of the log, with `/` between its parts."""

    path: str
    content: bytes


def growth(old_size: int, new_size: int) -> Iterator[str]:
    """The paths to be written when the log grows from `old_size` to `new_size` leaves, without the checkpoint."""
    return (tile.path for tile in tiles.growth(old_size, new_size))


def files(leaves: Iterable[bytes], old_size: int = 0, read: Callable[[str], bytes] | None = None) -> Iterator[File]:
    """Bundles and tiles for a log of `old_size` leaves that grows by `leaves` (their bytes), in the order of writing.

    `read` gives what was published before, by path; it is asked only for the partial files at `old_size`, at most one a
    row. One bundle and one tile a level are held in memory. The paths are those of `growth`.
    """
    rows = _Rows(old_size, read)
    for leaf in leaves:
        yield from rows.append(leaf)
    yield from rows.partial()


def receipt_path(index: int) -> str:
    """Where the receipt of leaf `index` stands, if the log publishes it."""
    return f"receipts/{index}.tlog-proof"


def opened_path(index: int) -> str:
    """Where the public part of leaf `index` stands once it is open."""
    return f"opened/{index}.json"


def opened(index: int, salt: bytes, part: Mapping[str, Any]) -> File:
    """The file that opens the public part of leaf `index`: canonical JSON of index, part and salt (hexadecimal)."""
    commit(salt, part)
    return File(
        opened_path(index), canonical.encode({"index": index, "public": part, "salt": salt.hex()}, OPENED_LIMIT)
    )


def read_opened(content: bytes) -> tuple[int, bytes, dict[str, Any]]:
    """Index, salt and part out of such a file. Refuses V074 where it has another shape."""
    fields = canonical.decode(content, OPENED_LIMIT)
    if not isinstance(fields, dict) or set(fields) != {"index", "public", "salt"}:
        raise Refused("V074")
    index, part, salt = fields["index"], fields["public"], fields["salt"]
    is_whole = isinstance(index, int) and not isinstance(index, bool) and index >= 0
    if not is_whole or not isinstance(part, dict) or not isinstance(salt, str) or not _is_salt(salt):
        raise Refused("V074")
    return index, bytes.fromhex(salt), part


def _is_salt(digits: str) -> bool:
    return len(digits) == 2 * SALT_SIZE and set(digits) <= set("0123456789abcdef")


class _Rows:
    """The right edge of every row: the leaves of the last bundle, the hashes of the last tile of each level."""

    def __init__(self, size: int, read: Callable[[str], bytes] | None) -> None:
        self._size, self._start = size, size
        self._rows: dict[int, list[bytes]] = {}
        for level in tiles.levels(size):
            count = row_size(level, size)
            self._rows[level] = (
                self._published(Tile(level, count // WIDTH, count % WIDTH), read) if count % WIDTH else []
            )

    def append(self, leaf: bytes) -> Iterator[File]:
        self._row(ENTRIES).append(leaf)
        self._row(0).append(leaf_hash(leaf))
        self._size += 1
        if self._size % WIDTH == 0:
            yield self._closed(ENTRIES)
            yield from self._closed_tiles()

    def partial(self) -> Iterator[File]:
        for level in sorted(self._rows):
            count = row_size(level, self._size)
            if count % WIDTH and count > row_size(level, self._start):
                yield File(Tile(level, count // WIDTH, count % WIDTH).path, self._content(level))

    def _closed_tiles(self) -> Iterator[File]:
        level = 0
        while len(self._row(level)) == WIDTH:
            self._row(level + 1).append(root(self._row(level)))
            yield self._closed(level)
            level += 1

    def _closed(self, level: int) -> File:
        content = self._content(level)
        self._rows[level] = []
        return File(Tile(level, row_size(level, self._size) // WIDTH - 1).path, content)

    def _content(self, level: int) -> bytes:
        return tiles.bundle(self._row(level)) if level == ENTRIES else b"".join(self._row(level))

    def _row(self, level: int) -> list[bytes]:
        return self._rows.setdefault(level, [])

    @staticmethod
    def _published(tile: Tile, read: Callable[[str], bytes] | None) -> list[bytes]:
        if read is None:
            raise Refused("V075", tile.path)
        content = read(tile.path)
        items = (
            tiles.split_bundle(content, tile.path) if tile.level == ENTRIES else tiles.split_hashes(content, tile.path)
        )
        if len(items) != tile.width:
            raise Refused("V073", tile.path, {"found": len(items), "expected": tile.width})
        return items
