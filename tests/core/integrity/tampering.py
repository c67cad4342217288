"""What somebody can do to a copy of a published log. Each gives a function that does it to the folder."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from legation_core.integrity import published, tiles
from tests.core.integrity import copies

Tamper = Callable[[Path], object]


def nothing(folder: Path) -> None:
    """The copy is whole; what is demanded of it is not met."""


def in_bundle(index: int, change: Callable[[list[bytes], int], object]) -> Tamper:
    """Change the leaves of the bundle in which leaf `index` stands, and nothing else."""

    def tamper(folder: Path) -> None:
        width = min(tiles.WIDTH, copies.SIZE - index // tiles.WIDTH * tiles.WIDTH)
        path = folder / tiles.Tile(tiles.ENTRIES, index // tiles.WIDTH, width).path
        content = tiles.split_bundle(path.read_bytes())
        change(content, index % tiles.WIDTH)
        path.write_bytes(tiles.bundle(content))

    return tamper


def with_leaf(index: int, content: bytes) -> Tamper:
    """A log that was built and signed over this leaf: it fits the tree and is still no leaf."""
    whole = copies.leaves()
    whole[index] = content
    return replaced_by(whole)


def replaced_by(content: list[bytes], note: str | None = None) -> Tamper:
    """Put another whole log in its place."""

    def tamper(folder: Path) -> None:
        shutil.rmtree(folder)
        copies.publish(folder, content, note)

    return tamper


def flip(path: str, place: int = 40) -> Tamper:
    def tamper(folder: Path) -> None:
        octets = bytearray((folder / path).read_bytes())
        octets[place] ^= 1
        (folder / path).write_bytes(octets)

    return tamper


def cut(path: str, octets: int) -> Tamper:
    return lambda folder: (folder / path).write_bytes((folder / path).read_bytes()[:-octets])


def gone(path: str) -> Tamper:
    return lambda folder: (folder / path).unlink()


def moved(old: str, new: str) -> Tamper:
    return lambda folder: (folder / old).rename(folder / new)


def put(path: str, content: bytes | str) -> Tamper:
    octets = content.encode() if isinstance(content, str) else content
    return lambda folder: copies.write(folder, path, octets)


def huge(path: str) -> Tamper:
    """A terabyte that takes no room on the disk."""
    return lambda folder: os.truncate(folder / path, 2**40)


def linked(path: str, target: str) -> Tamper:
    def tamper(folder: Path) -> None:
        (folder / path).unlink(missing_ok=True)
        (folder / path).symlink_to(target)

    return tamper


def piped(path: str) -> Tamper:
    """A named pipe: who opens it waits for ever."""

    def tamper(folder: Path) -> None:
        (folder / path).unlink()
        os.mkfifo(folder / path)

    return tamper


def rewritten(path: str, change: Callable[[str], str]) -> Tamper:
    def tamper(folder: Path) -> None:
        before = (folder / path).read_text(encoding="utf-8")
        after = change(before)
        assert after != before
        (folder / path).write_text(after, encoding="utf-8")

    return tamper


def with_note(note: str) -> Tamper:
    return put(published.CHECKPOINT, note)


def with_receipt(text: str, index: int = copies.RECEIPTED) -> Tamper:
    return put(published.receipt_path(index), text)
