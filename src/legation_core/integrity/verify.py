"""Verification of a published log in a folder, against a key, what was seen before, and witnesses.

Needs nothing but Python's standard library. Without a key it can only say that the copy is consistent in itself.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from legation_core.integrity import auditing, checkpoint, inventory, published, rotation, tiles
from legation_core.integrity.auditing import Audit, safe, within
from legation_core.integrity.checkpoint import Checkpoint
from legation_core.integrity.keys import Key, KeyType
from legation_core.problems import Refused

CHECKPOINT_LIMIT = 64 * 1024
SEEN = "checkpoint seen before"

LIMITS_OF_PROOF = (
    "What this shows: nothing that was recorded has been changed, removed or put in between since it was signed. "
    "What no such proof can show: that what was recorded is true, that paper and people were honest, and that "
    "everything that happened was recorded."
)


@dataclass(frozen=True, slots=True)
class Demands:
    """What is asked beyond consistency: the log's key, a checkpoint seen before, how many of which witnesses.

    `quorum`: how many of the witnesses must have cosigned; `None` is all. Refuses keys of the wrong kind (V134), one
    witness named twice (V135) or with the log's own key (V148), a quorum that cannot be met (V122), and a `seen` that
    is no checkpoint.
    """

    key: Key | None = None
    seen: bytes | None = None
    witnesses: tuple[Key, ...] = ()
    quorum: int | None = None

    def __post_init__(self) -> None:
        wants = [(self.key, KeyType.LOG), *((witness, KeyType.WITNESS) for witness in self.witnesses)]
        for key, wanted in wants:
            if key is not None and key.type is not wanted:
                raise Refused("V134", key.name, {"type": f"{key.type:#04x}", "wanted": f"{wanted:#04x}"})
        own = self.key.public_key if self.key else None
        for named in self.witnesses:
            if named.public_key == own:
                raise Refused("V148", named.name)
        for witness, count in Counter(witness.public_key for witness in self.witnesses).items():
            if count > 1:
                names = " = ".join(one.name for one in self.witnesses if one.public_key == witness)
                raise Refused("V135", "", {"names": names})
        if self.quorum is not None and not 0 <= self.quorum <= len(self.witnesses):
            raise Refused("V122", "", {"quorum": self.quorum, "witnesses": len(self.witnesses)})
        self.seen_checkpoint()

    def seen_checkpoint(self) -> Checkpoint | None:
        """What was seen before, none of its signatures checked."""
        return None if self.seen is None else within(SEEN, partial(checkpoint.parse, self.seen))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A log that was found whole. `origin_checked` is false where no key was given.

    `witnesses`: name and POSIX seconds of each that cosigned. `ahead`: files of records that are not signed for yet.
    """

    origin: str
    size: int
    root: bytes
    origin_checked: bool
    witnesses: tuple[tuple[str, int], ...]
    receipts: int
    opened: int
    ahead: int


class Folder:
    """The files of a published log. Links that lead out, what is no plain file, and what is too large stay unread."""

    def __init__(self, path: Path) -> None:
        with os.scandir(path):
            self._root = path.resolve()

    def read(self, path: str, limit: int) -> bytes:
        """The content of one file, at most `limit` octets."""
        target = self._inside(path)
        if not target.exists():
            raise Refused(_missing(path), path)
        if not target.is_file():
            raise Refused("V137", path)
        with target.open("rb") as file:
            content = file.read(limit + 1)
        if len(content) > limit:
            raise Refused("V111", path, {"size": target.stat().st_size, "limit": limit})
        return content

    def names(self, path: str) -> list[str]:
        """The names in a folder, sorted; none where there is no such folder."""
        target = self._inside(path)
        return sorted(entry.name for entry in target.iterdir()) if target.is_dir() else []

    def has(self, path: str) -> bool:
        return self._inside(path).exists()

    def files(self) -> Iterator[str]:
        """The path of every file below the folder; no link is followed, one that leads out is refused (V112)."""
        waiting = [self._root]
        while waiting:
            for entry in sorted(waiting.pop().iterdir()):
                path = entry.relative_to(self._root).as_posix()
                if entry.is_dir() and not entry.is_symlink():
                    waiting.append(entry)
                else:
                    self._inside(path)
                    yield path

    def _inside(self, path: str) -> Path:
        try:
            target = (self._root / path).resolve()
        except RuntimeError as error:  # CPython before 3.13 says so of links that lead to one another
            raise Refused("V112", safe(path)) from error
        if target.is_symlink() or not target.is_relative_to(self._root):
            raise Refused("V112", safe(path))
        return target


def _missing(path: str) -> str:
    if path == published.CHECKPOINT:
        return "V138"
    return "V142" if path.startswith("tile/entries/") else "V110"


def verify(path: Path, demands: Demands, tell: Callable[[str], None] = lambda text: None) -> Verdict:
    """The verdict over the published log in `path`; refused, by code, at the first thing that is wrong.

    Raises `OSError` where the folder or a file in it cannot be read. `tell` hears of progress.
    """
    folder = Folder(path)
    noted = folder.read(published.CHECKPOINT, CHECKPOINT_LIMIT)
    current = within(published.CHECKPOINT, partial(checkpoint.parse, noted))
    _check_origin(folder, current, demands.key)
    cosigned = _check_witnesses(current, demands)
    seen = _seen(current, demands)
    audit = Audit(folder, current, tell, {seen.size} if seen else set())
    found = inventory.take(folder.files(), current.size)
    listed = auditing.list_receipts(audit, found.receipts)
    auditing.check_tiles(audit)
    auditing.check_leaves(audit, found.opened)
    auditing.check_others(audit)
    if seen and audit.roots[seen.size] != seen.root:
        raise Refused("V107", SEEN, {"seen": seen.size})
    auditing.check_receipts(audit, listed, demands.key)
    known = demands.key is not None
    counts = (audit.receipts, audit.opened, found.ahead)
    return Verdict(current.origin, current.size, current.root, known, cosigned, *counts)


def _check_origin(folder: Folder, current: Checkpoint, key: Key | None) -> None:
    if not current.note.signatures:
        raise Refused("V139", published.CHECKPOINT)
    if key is None:
        return
    if current.origin != key.name:
        raise Refused("V102", published.CHECKPOINT, {"origin": ascii(current.origin)[1:-1][:80], "key": key.name})
    if not checkpoint.is_signed(current, key):
        handed = rotation.heir(key, _leaves(folder, current.size))
        if handed and checkpoint.is_signed(current, handed[1]):
            raise Refused("V150", published.CHECKPOINT, {"index": handed[0], "new": str(handed[1])})
        raise Refused("V101", published.CHECKPOINT, {"key": key.name, "id": key.id.hex()})


def _leaves(folder: Folder, size: int) -> Iterator[tuple[int, bytes]]:
    """The leaves of the copy with their indexes, up to the first bundle that cannot be read; none of them checked."""
    for tile in tiles.row(tiles.ENTRIES, size):
        try:
            content = tiles.split_bundle(folder.read(tile.path, auditing.BUNDLE_LIMIT), tile.path)
        except Refused:
            return
        yield from enumerate(content, tile.index * tiles.WIDTH)


def _check_witnesses(current: Checkpoint, demands: Demands) -> tuple[tuple[str, int], ...]:
    cosigned = [witness for witness in demands.witnesses if checkpoint.is_signed(current, witness)]
    needed = len(demands.witnesses) if demands.quorum is None else demands.quorum
    if len(cosigned) < needed:
        missing = ", ".join(witness.name for witness in demands.witnesses if witness not in cosigned)
        code = "V120" if demands.quorum is None else "V146"
        raise Refused(code, published.CHECKPOINT, {"found": len(cosigned), "needed": needed, "missing": missing})
    return tuple((witness.name, checkpoint.cosigned_at(current, witness)) for witness in cosigned)


def _seen(current: Checkpoint, demands: Demands) -> Checkpoint | None:
    """The checkpoint seen before, when it can be the beginning of this one."""
    seen = demands.seen_checkpoint()
    if seen is None:
        return None
    if seen.origin != current.origin:
        raise Refused("V104", SEEN, {"origin": safe(current.origin), "seen": safe(seen.origin)})
    if demands.key is not None and not checkpoint.is_signed(seen, demands.key):
        raise Refused("V108", SEEN, {"key": demands.key.name})
    if seen.size > current.size:
        raise Refused("V105", published.CHECKPOINT, {"size": current.size, "seen": seen.size})
    if seen.size == current.size and seen.root != current.root:
        raise Refused("V106", published.CHECKPOINT, {"size": current.size})
    return seen
