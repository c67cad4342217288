"""Freezing what is public of an election, and writing the log beside it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from legation.base.actors import Actor, Permission, require
from legation.integrity import checkpoints, publishing
from legation.integrity import queries as log
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.publication import queries
from legation.publication.convert.documents import digest_of, documents, manifest, named_in
from legation.publication.models import Document, Freezing, Publishing
from legation.publication.permissions import scopes_of

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Result:
    """What a freezing found: its number, the manifest's SHA-256, documents in all and new or changed ones."""

    number: int
    manifest: str
    documents: int
    changed: int


def freeze(*, election: str, by: Actor, at: datetime, follow: bool = True) -> Result:
    """Freeze what is public now. Where nothing changed since the last freezing, nothing is written.

    `follow` leaves a standing order: from now on the worker freezes every change in the name of whoever gave it. The
    documents are made before the transaction, and made again inside it where the log went on meanwhile.
    """
    value = plan.election_for(by, election)
    require(by, Permission.PUBLICATION_FREEZE, scopes_of(value.jurisdiction, election))
    before = log.size()
    found = documents(queries.sources(value))
    last = _last(election)
    if last is not None and digest_of(manifest(election, found)) == last.manifest_id and _ordered(election, by, follow):
        return Result(last.number, last.manifest_id, len(found), 0)
    with act("documents_frozen", by=by, at=at) as record:
        Publishing.objects.get_or_create(
            election_id=election, defaults={"person": by.person, "role": by.role, "follows": follow}
        )
        order = Publishing.objects.select_for_update().get(election=election)
        if log.size() != before:
            found = documents(queries.sources(plan.election_for(by, election)))
        order.person, order.role, order.follows = by.person, by.role, follow
        order.save(update_fields=["person", "role", "follows"])
        result = _keep(election, found, at)
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject=f"publication:{election}",
            body=by.body,
        )
        record.public(
            number=result.number, manifest=result.manifest, documents=result.documents, changed=result.changed
        )
    return result


def _last(election: str) -> Freezing | None:
    return Freezing.objects.select_related("manifest").filter(election=election).order_by("-number").first()


def _ordered(election: str, by: Actor, follow: bool) -> bool:
    """Whether the standing order is already this one."""
    return Publishing.objects.filter(election=election, person=by.person, role=by.role, follows=follow).exists()


def _keep(election: str, found: dict[str, bytes], at: datetime) -> Result:
    """Store the documents that are new, then the freezing that names them all."""
    last = _last(election)
    known = named_in(bytes(last.manifest.octets)) if last else {}
    named = manifest(election, found)
    by_digest = {digest_of(octets): octets for octets in found.values()}
    new = by_digest.keys() - set(known.values())
    rows = [Document(digest=digest, octets=by_digest[digest]) for digest in sorted(new)]
    rows.append(Document(digest=digest_of(named), octets=named))
    Document.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    changed = sum(known.get(path) != digest_of(octets) for path, octets in found.items())
    number = last.number + 1 if last else 1
    Freezing.objects.create(election_id=election, number=number, manifest_id=digest_of(named), at=at)
    return Result(number, digest_of(named), len(found), changed)


def stop_following(*, election: str, by: Actor, at: datetime) -> None:
    """Withdraw the standing order: what is frozen stays public, later changes wait for a person."""
    freeze(election=election, by=by, at=at, follow=False)


def publish_log(folder: Path) -> int:
    """Sign what is new in the log and write it into `folder`, its checkpoint last; how many files were written."""
    checkpoints.sign_if_grown()
    return publishing.publish(folder).files
