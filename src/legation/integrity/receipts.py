"""Receipts: the proof that a record stands in the log, as text that anyone can verify without us (C2SP tlog-proof)."""

from collections.abc import Mapping

from legation.integrity import tiles
from legation.integrity.models import Checkpoint, Leaf
from legation_core.integrity import checkpoint, proofs, receipts
from legation_core.problems import Refused


def receipt(index: int) -> str:
    """The receipt of the record at `index` under the checkpoint signed last. Refused while no checkpoint covers it.

    Its cost grows with the logarithm of the log. It is verified before it is given: refused where the rows no longer
    lead to the signed root.
    """
    row = Leaf.objects.filter(pk=index).first()
    found = of_records({index: bytes(row.octets)}) if row else {}
    if index not in found:
        raise Refused("V910", facts={"index": index})
    return found[index]


def of_records(records: Mapping[int, bytes]) -> dict[int, str]:
    """The receipts of records, by index, each verified; those that no checkpoint covers yet are left out.

    The hashes of the log are read once for all of them.
    """
    row = Checkpoint.objects.order_by("-size").first()
    if row is None:
        return {}
    signed, hashes = checkpoint.parse(row.note), tiles.hashes(row.size)
    found = {}
    for index in sorted(one for one in records if one < row.size):
        text = receipts.write(index, proofs.inclusion(index, row.size, hashes.hash_at), signed)
        try:
            receipts.verify(receipts.parse(text), records[index], None)
        except Refused as refused:
            raise Refused("V914", facts={"index": index, "size": row.size}) from refused
        found[index] = text
    return found
