"""Growing the tree over new leaves and signing it."""

from collections.abc import Iterator

from legation.base import clock
from legation.integrity import signer, tiles
from legation.integrity.models import Checkpoint, Head, Leaf
from legation_core.integrity import checkpoint, tree
from legation_core.problems import Refused

CHUNK = 2_000


def sign_if_grown() -> int | None:
    """Sign a checkpoint when there are leaves beyond the last one; its size, or `None` when nothing was new."""
    with signer.alone():
        size = Head.objects.get(pk=1).size
        signed = signer.signed_size()
        if size < signed:
            raise Refused("V901", facts={"size": size, "signed": signed})
        if size == signed:
            return None
        before = _range_at(signed)
        grown = tree.CompactRange(before.size, before.nodes)
        for octets in leaf_octets(signed, size):
            grown.append(tree.leaf_hash(octets))
        note = signer.sign(grown, before)
        _keep(grown, note)
        tiles.keep(size)
        return size


def _range_at(size: int) -> tree.CompactRange:
    """The tree of the first `size` leaves: as kept with its checkpoint, or computed anew."""
    kept = Checkpoint.objects.filter(size=size).first()
    if kept is not None:
        nodes = bytes(kept.nodes)
        return tree.CompactRange(size, [nodes[at : at + 32] for at in range(0, len(nodes), 32)])
    fresh = tree.CompactRange()
    for octets in leaf_octets(0, size):
        fresh.append(tree.leaf_hash(octets))
    return fresh


def leaf_octets(start: int, end: int) -> Iterator[bytes]:
    """The octets of the leaves from `start` up to `end`, in order, in chunks of bounded memory."""
    for low in range(start, end, CHUNK):
        rows = Leaf.objects.filter(index__gte=low, index__lt=min(low + CHUNK, end)).order_by("index")
        for octets in rows.values_list("octets", flat=True):
            yield bytes(octets)


def _keep(grown: tree.CompactRange, note: str) -> None:
    Checkpoint.objects.update_or_create(
        size=grown.size,
        defaults={"root": grown.root(), "nodes": b"".join(grown.nodes), "note": note, "signed_at": clock.real()},
    )


def latest() -> Checkpoint | None:
    """The checkpoint signed last, as kept in the database."""
    return Checkpoint.objects.order_by("-size").first()


def parsed(note: str) -> checkpoint.Checkpoint:
    return checkpoint.parse(note)
