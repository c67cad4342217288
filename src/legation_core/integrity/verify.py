"""Verification of a published log in a folder, against a key, what was seen before, and witnesses.

Needs nothing but Python's standard library. Without a key it can only say that the copy is consistent in itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation_core.integrity import auditing, checkpoint, published
from legation_core.integrity.auditing import Audit
from legation_core.integrity.checkpoint import Checkpoint
from legation_core.integrity.keys import Key
from legation_core.problems import Fact, Refused

CHECKPOINT_LIMIT = 64 * 1024

LIMITS_OF_PROOF = (
    "What this shows: nothing that was recorded has been changed, removed or put in between since it was signed. "
    "What no such proof can show: that what was recorded is true, that paper and people were honest, and that "
    "everything that happened was recorded."
)


@dataclass(frozen=True, slots=True)
class Demands:
    """What is asked beyond consistency: the log's key, a checkpoint seen before, how many of which witnesses."""

    key: Key | None = None
    seen: bytes | None = None
    witnesses: tuple[Key, ...] = ()
    quorum: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A log that was found whole. `origin_checked` is false where no key was given."""

    origin: str
    size: int
    root: bytes
    origin_checked: bool
    witnesses: tuple[str, ...]
    receipts: int
    opened: int


class Folder:
    """The files of a published log. Links that lead out and files that are too large are refused unread."""

    def __init__(self, path: Path) -> None:
        self._root = path.resolve()

    def read(self, path: str, limit: int) -> bytes:
        """The content of one file, at most `limit` octets."""
        target = self._inside(path)
        if not target.is_file():
            raise Refused("V110", path)
        if target.stat().st_size > limit:
            raise Refused("V111", path, {"size": target.stat().st_size, "limit": limit})
        return target.read_bytes()

    def names(self, path: str) -> list[str]:
        target = self._inside(path)
        return sorted(entry.name for entry in target.iterdir()) if target.is_dir() else []

    def _inside(self, path: str) -> Path:
        target = (self._root / path).resolve()
        if not target.is_relative_to(self._root):
            raise Refused("V112", path)
        return target


def verify(path: Path, demands: Demands, tell: Callable[[str], None] = lambda text: None) -> Verdict:
    """The verdict over the published log in `path`; refused, by code, at the first thing that is wrong."""
    folder = Folder(path)
    current = checkpoint.parse(folder.read(published.CHECKPOINT, CHECKPOINT_LIMIT))
    _check_origin(current, demands.key)
    cosigned = _check_witnesses(current, demands.witnesses, demands.quorum)
    seen = _seen(current, demands)
    audit = Audit(folder, current, tell, frozenset({seen.size}) if seen else frozenset())
    if current.size:
        auditing.check_tiles(audit)
    auditing.check_leaves(audit)
    if seen and audit.roots[seen.size] != seen.root:
        raise Refused("V107", "", {"seen": seen.size})
    auditing.check_receipts(audit, demands.key)
    return Verdict(
        current.origin, current.size, current.root, demands.key is not None, cosigned, audit.receipts, audit.opened
    )


def _check_origin(current: Checkpoint, key: Key | None) -> None:
    if key is None:
        return
    if current.origin != key.name:
        raise Refused("V102", published.CHECKPOINT, {"origin": ascii(current.origin)[1:-1][:80], "key": key.name})
    if not checkpoint.is_signed(current, key):
        raise Refused("V101", published.CHECKPOINT, {"key": key.name, "id": key.id.hex()})


def _check_witnesses(current: Checkpoint, witnesses: Sequence[Key], quorum: int | None) -> tuple[str, ...]:
    cosigned = tuple(witness.name for witness in witnesses if checkpoint.is_signed(current, witness))
    needed = len(witnesses) if quorum is None else quorum
    if len(cosigned) < needed:
        missing = ", ".join(witness.name for witness in witnesses if witness.name not in cosigned)
        facts: dict[str, Fact] = {"found": len(cosigned), "needed": needed, "missing": missing or "-"}
        raise Refused("V120", published.CHECKPOINT, facts)
    return cosigned


def _seen(current: Checkpoint, demands: Demands) -> Checkpoint | None:
    """The checkpoint seen before, when it can be the beginning of this one."""
    if demands.seen is None:
        return None
    seen = checkpoint.parse(demands.seen)
    if demands.key is not None and not checkpoint.is_signed(seen, demands.key):
        raise Refused("V108", "", {"key": demands.key.name})
    if seen.origin != current.origin:
        raise Refused("V104", "", {"origin": ascii(current.origin)[1:-1][:80], "seen": ascii(seen.origin)[1:-1][:80]})
    if seen.size > current.size:
        raise Refused("V105", "", {"size": current.size, "seen": seen.size})
    if seen.size == current.size and seen.root != current.root:
        raise Refused("V106", "", {"size": current.size})
    return seen
