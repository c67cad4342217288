"""Receipts: the proof that a record stands in the log, as text that anyone can verify without us (C2SP tlog-proof)."""

from legation.integrity import tiles
from legation.integrity.models import Checkpoint, Leaf
from legation_core.integrity import checkpoint, proofs, receipts
from legation_core.problems import Refused


def receipt(index: int) -> str:
    """The receipt of the record at `index` under the checkpoint signed last. Refused while no checkpoint covers it.

    Its cost grows with the logarithm of the log. It is verified before it is given: refused where the rows no longer
    lead to the signed root.
    """
    row = Checkpoint.objects.order_by("-size").first()
    if row is None or not 0 <= index < row.size:
        raise Refused("V910", facts={"index": index})
    signed = checkpoint.parse(row.note)
    text = receipts.write(index, proofs.inclusion(index, row.size, tiles.hashes(row.size).hash_at), signed)
    try:
        receipts.verify(receipts.parse(text), bytes(Leaf.objects.get(pk=index).octets), None)
    except Refused as refused:
        raise Refused("V914", facts={"index": index, "size": row.size}) from refused
    return text
