"""After the restore of an old backup: the leaves that were signed and published since come back into the log.

The acts themselves are lost with the rows; their records are not, so the log goes on without a fork and everybody
can see what must be done again.
"""

from pathlib import Path

from django.db import transaction

from legation.integrity import signer
from legation.integrity.checkpoints import leaf_octets
from legation.integrity.models import Head, Leaf
from legation_core.integrity import checkpoint, leaf, tiles, tree
from legation_core.problems import Refused


def recover(folder: Path) -> int:
    """Append the published leaves that the database lacks; how many. Refused unless the result is what was signed."""
    note = signer.last_note()
    if not note:
        raise Refused("V907")
    last = checkpoint.parse(note)
    with signer.alone(), transaction.atomic():
        head = Head.objects.select_for_update().get(pk=1)
        missing = _published(folder, head.size, last.size)
        grown = tree.CompactRange()
        for octets in leaf_octets(0, head.size):
            grown.append(tree.leaf_hash(octets))
        for index, octets in enumerate(missing, start=head.size):
            grown.append(tree.leaf_hash(octets))
            _store(index, octets)
        if (grown.size, grown.root()) != (last.size, last.root):
            raise Refused("V909", facts={"size": last.size})
        head.size = max(head.size, last.size)
        head.save(update_fields=["size"])
    return len(missing)


def _published(folder: Path, start: int, end: int) -> list[bytes]:
    found: list[bytes] = []
    for first in range(start - start % tiles.WIDTH, end, tiles.WIDTH):
        width = min(tiles.WIDTH, end - first)
        tile = tiles.Tile(tiles.ENTRIES, first // tiles.WIDTH, width % tiles.WIDTH)
        entries = tiles.split_bundle((folder / tile.path).read_bytes(), tile.path)
        found += entries[max(start - first, 0) :]
    return found


def _store(index: int, octets: bytes) -> None:
    content = leaf.read_leaf(octets)
    Leaf.objects.create(
        index=index,
        octets=octets,
        hash=tree.leaf_hash(octets),
        kind=content.kind,
        at=content.at,
        jurisdiction=content.jurisdiction,
        election=content.election,
        subject="",
    )
