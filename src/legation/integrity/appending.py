"""Putting records at the end of the log. Called by `act` as the last statements of its transaction, by nothing else."""

from datetime import UTC

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
        self.private_salt = entropy.octets(leaf.SALT_SIZE)
        sealed = record.kind.public_from is PublicFrom.WITH_PUBLICATION
        self.sealed_salt = entropy.octets(leaf.SALT_SIZE) if sealed else None
        self.octets = leaf.leaf_bytes(
            leaf.Leaf(
                at=f"{record.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
                kind=record.kind.name,
                jurisdiction=record.jurisdiction,
                election=record.election,
                lawbook=record.lawbook,
                body=record.body,
                role=record.by.role,
                public=None if self.sealed_salt else record.public_part,
                public_commitment=leaf.commit(self.sealed_salt, record.public_part) if self.sealed_salt else None,
                private=leaf.commit(self.private_salt, record.private_part),
            )
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
        private = canonical.encode(record.private_part)
        PrivatePart.objects.create(leaf=row, salt=self.private_salt, octets=private)
        if self.sealed_salt:
            public = canonical.encode(record.public_part)
            SealedPart.objects.create(leaf=row, salt=self.sealed_salt, octets=public)
