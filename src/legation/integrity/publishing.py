"""The log as static files: `legation log publish DIR`. All or nothing; the checkpoint last, each by rename."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.integrity import signer, tiles
from legation.integrity.checkpoints import leaf_octets
from legation.integrity.models import SealedPart
from legation_core.integrity import canonical, checkpoint, published, tree
from legation_core.integrity import tiles as rows
from legation_core.integrity.published import File
from legation_core.problems import Refused

OPENED = re.compile(r"opened/(0|[1-9][0-9]{0,14})\.json", re.ASCII)


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication wrote."""

    size: int
    files: int


def publish(folder: Path) -> Published:
    """Write the log up to the checkpoint signed last into `folder`; files that are there and right stay untouched.

    Every leaf is hashed again on the way: rows that no longer give the signed root are refused, and no file takes its
    place before the root is known to be right.
    """
    note = signer.last_note()
    if not note:
        raise Refused("V907")
    last = checkpoint.parse(note)
    staged: list[tuple[Path, Path]] = []
    try:
        for file in _files(last):
            staged += _staged(folder, file)
    except Refused:
        for waiting, _target in staged:
            waiting.unlink(missing_ok=True)
        raise
    staged += _staged(folder, File(published.CHECKPOINT, note.encode()))
    for waiting, target in staged:
        waiting.replace(target)
    return Published(last.size, len(staged))


def _files(last: checkpoint.Checkpoint) -> Iterator[File]:
    grown = tree.CompactRange()

    def hashed() -> Iterator[bytes]:
        for octets in leaf_octets(0, last.size):
            grown.append(tree.leaf_hash(octets))
            yield octets

    yield from published.files(hashed())
    if grown.root() != last.root:
        raise Refused("V908", facts={"size": last.size})
    for row in SealedPart.objects.filter(opened_at__isnull=False, leaf__index__lt=last.size).order_by("pk"):
        yield _opening(row)


def _opening(row: SealedPart) -> File:
    return published.opened(row.pk, bytes(row.salt), canonical.decode(bytes(row.octets)))


def content(path: str) -> bytes | None:
    """The octets of the published file at `path`, out of rows: those that `publish` writes. `None` where there is none.

    Partial tiles of fewer leaves are there too, for readers who come with an earlier checkpoint.
    """
    note = signer.last_note()
    if not note:
        return None
    if path == published.CHECKPOINT:
        return note.encode()
    size = checkpoint.parse(note).size
    tile = rows.tile_at(path)
    if tile is None:
        return _opened(path, size)
    if tile.end > rows.row_size(tile.level, size):
        return None
    if tile.level == rows.ENTRIES:
        return rows.bundle(leaf_octets(tile.index * rows.WIDTH, tile.end))
    return tiles.content(path)


def _opened(path: str, size: int) -> bytes | None:
    found = OPENED.fullmatch(path)
    if found is None or int(found[1]) >= size:
        return None
    row = SealedPart.objects.filter(pk=int(found[1]), opened_at__isnull=False).first()
    return None if row is None else _opening(row).content


def _staged(folder: Path, file: File) -> list[tuple[Path, Path]]:
    """The file beside its place, to be renamed once all is known to be right; nothing where it is there already."""
    target = folder / file.path
    if target.exists() and target.read_bytes() == file.content:
        return []
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(f".{target.name}.new")
    with waiting.open("wb") as out:
        out.write(file.content)
        out.flush()
        os.fsync(out.fileno())
    return [(waiting, target)]
