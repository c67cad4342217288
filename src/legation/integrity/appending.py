"""Putting records at the end of the log. Called by `act` as the last statements of its transaction, by nothing else."""

from legation.base import entropy
from legation.integrity import signer
from legation.integrity.kinds import PublicFrom
from legation.integrity.models import Head, Leaf, PrivatePart, SealedPart
from legation.integrity.record import Record
from legation_core.integrity import canonical, leaf, tree
from legation_core.problems import Refused


def append(records: list[Record]) -> None:
    """Lock the head, give each record the next index, store its leaf. Dense and in the order of commits."""
    prepared = [_Prepared(record) for record in records]
    head = Head.objects.select_for_update().get(pk=1)
    if head.size < signer.signed_size():
        raise Refused("V901", facts={"size": head.size, "signed": signer.signed_size()})
    for index, one in enumerate(prepared, start=head.size):
        one.store(index)
    head.size += len(prepared)
    head.save(update_fields=["size"])


class _Prepared:
    """A record made ready before the lock is taken: its parts in canonical octets, its commitments, its leaf."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.private = (entropy.octets(32), canonical.encode(record.private_part))
        sealed = record.kind.public_from is PublicFrom.WITH_PUBLICATION
        self.sealed = (entropy.octets(32), canonical.encode(record.public_part)) if sealed else None
        self.octets = leaf.leaf_bytes(
            at=record.at,
            kind=record.kind.name,
            jurisdiction=record.jurisdiction,
            election=record.election,
            lawbook=record.lawbook,
            body=record.body,
            role=record.by.role,
            public=None if sealed else record.public_part,
            public_commitment=leaf.commit(*self.sealed) if self.sealed else None,
            private=leaf.commit(*self.private),
        )

    def store(self, index: int) -> None:
        record = self.record
        row = Leaf.objects.create(
            index=index,
            octets=self.octets,
            hash=tree.leaf_hash(self.octets),
            kind=record.kind.name,
            at=record.at,
            jurisdiction=record.jurisdiction,
            election=record.election,
            subject=record.subject,
        )
        PrivatePart.objects.create(leaf=row, salt=self.private[0], octets=self.private[1])
        if self.sealed:
            SealedPart.objects.create(leaf=row, salt=self.sealed[0], octets=self.sealed[1])
