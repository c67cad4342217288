"""Receipts: the proof that a record stands in the log, as text that anyone can verify without us (C2SP tlog-proof)."""

from legation.integrity.checkpoints import leaf_octets
from legation.integrity.models import Checkpoint
from legation_core.integrity import checkpoint, proofs, receipts, tree
from legation_core.problems import Refused


def receipt(index: int) -> str:
    """The receipt of the record at `index` under the checkpoint signed last. Refused while no checkpoint covers it."""
    row = Checkpoint.objects.order_by("-size").first()
    if row is None or index >= row.size:
        raise Refused("V910", facts={"index": index})
    whole = tree.FullTree(tree.leaf_hash(octets) for octets in leaf_octets(0, row.size))
    proof = proofs.inclusion(index, row.size, whole.hash_at)
    return receipts.write(index, proof, checkpoint.parse(row.note))
