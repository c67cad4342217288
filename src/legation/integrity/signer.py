"""The signer: signs only a log that continues what it signed before. Its memory is a file outside the database.

A database restored from an old backup therefore cannot fork the log: see `recovery`.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from legation.integrity import keys
from legation_core.integrity import checkpoint
from legation_core.integrity.tree import CompactRange
from legation_core.problems import Refused

_seen: dict[Path, tuple[int, int]] = {}


def _memory() -> Path:
    return Path(settings.STATE_DIR) / "last-checkpoint"


def last_note() -> str:
    """The checkpoint signed last, or an empty text before the first."""
    try:
        return _memory().read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def origin() -> str:
    """The name of the log: that of the settings, or of a demonstration that was built anew."""
    try:
        return (Path(settings.STATE_DIR) / "origin").read_text(encoding="utf-8")
    except FileNotFoundError:
        return str(settings.LOG_ORIGIN)


def begin_anew(name: str) -> None:
    """Forget what was signed and give the log another name. Only for demonstrations: there the old log is gone."""
    _memory().unlink(missing_ok=True)
    _write(Path(settings.STATE_DIR) / "origin", name)


def signed_size() -> int:
    """How many leaves the checkpoint signed last covers. Costs one `stat` when nothing changed."""
    path = _memory()
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
    if _seen.get(path, (0, 0))[0] != changed:
        _seen[path] = (changed, checkpoint.parse(path.read_text(encoding="utf-8")).size)
    return _seen[path][1]


@contextmanager
def alone() -> Iterator[None]:
    """Only one signer at a time on this machine."""
    folder = Path(settings.STATE_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "signer.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def sign(tree: CompactRange, before: CompactRange) -> str:
    """Sign the checkpoint of `tree`, which grew out of `before`. Refused unless `before` is what was signed last."""
    note = last_note()
    if note:
        last = checkpoint.parse(note)
        if tree.size < last.size:
            raise Refused("V901", facts={"size": tree.size, "signed": last.size})
        if (before.size, before.root()) != (last.size, last.root):
            raise Refused("V906", facts={"signed": last.size})
    body = checkpoint.body(origin(), tree.size, tree.root())
    private = keys.private_key("log")
    signed = checkpoint.sign(body, origin(), keys.public_octets("log"), private.sign)
    _remember(signed)
    return signed


def _remember(note: str) -> None:
    _write(_memory(), note)


def _write(path: Path, text: str) -> None:
    """Write `text` by rename, so that a power cut leaves the old or the new."""
    waiting = path.with_suffix(".new")
    with waiting.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(path)
