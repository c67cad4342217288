"""Which files a published log has: those that the checkpoint accounts for, those ahead of it, and no other.

A name with a dot in front is of a writing cut short, and says nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Never

from legation_core.integrity import published, tiles
from legation_core.integrity.tiles import ENTRIES
from legation_core.problems import Fact, Refused


@dataclass(slots=True)
class Inventory:
    """The leaves that have a receipt or an opened part, and how many tiles and bundles the checkpoint does not cover.

    `ahead`: such files are left by a publication that was cut short before its checkpoint.
    """

    receipts: set[int] = field(default_factory=set)
    opened: set[int] = field(default_factory=set)
    ahead: int = 0


def take(paths: Iterable[str], size: int) -> Inventory:
    """What stands beside a checkpoint of `size` leaves.

    Refuses a stray (V127), records that are not there though the checkpoint speaks of them (V143), and receipts (V124)
    and parts (V144) of leaves that it does not cover.
    """
    found, records = Inventory(), 0
    for path in paths:
        tile = tiles.tile_at(path)
        if tile is not None:
            found.ahead += tile.end > tiles.row_size(tile.level, size)
            records = max(records, tile.end if tile.level == ENTRIES else 0)
        elif not (path == published.CHECKPOINT or _is_unfinished(path) or _is_beside(path, found)):
            _refuse("V127", ascii(path)[1:-1][:80])
    if records < size:
        _refuse("V143", "tile/entries", size=size, found=records)
    for code, address, indexes in (
        ("V124", published.receipt_path, found.receipts),
        ("V144", published.opened_path, found.opened),
    ):
        if indexes and max(indexes) >= size:
            _refuse(code, address(max(indexes)), size=size)
    return found


def _is_unfinished(path: str) -> bool:
    return path.rpartition("/")[2].startswith(".")


def _is_beside(path: str, found: Inventory) -> bool:
    """Whether `path` is that of a receipt or opened part, in its only spelling; its leaf is then remembered."""
    folder, _, name = path.partition("/")
    digits = name.partition(".")[0]
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 18):
        return False
    is_receipt = folder == "receipts"
    (found.receipts if is_receipt else found.opened).add(int(digits))
    return path == (published.receipt_path if is_receipt else published.opened_path)(int(digits))


def _refuse(code: str, where: str, **facts: Fact) -> Never:
    raise Refused(code, where, facts)
