"""Reads of the log: records by election, kind and subject, newest first; the checkpoint; one record."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from legation.base.actors import Actor, OutOfScope
from legation.integrity import keys, signer
from legation.integrity.convert import Shown, shown
from legation.integrity.models import Checkpoint, Head, Leaf
from legation_core.integrity import checkpoint
from legation_core.integrity.keys import Key, KeyType

PAGE = 100


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of records, newest first; `older` is the index to go on before, or `None` at the beginning."""

    records: tuple[Shown, ...]
    older: int | None
    total: int
    kinds: tuple[str, ...]
    elections: tuple[str, ...]


def records(
    *, jurisdiction: str, election: str = "", kind: str = "", subject: str = "", before: int | None = None
) -> LogPage:
    """Records of a jurisdiction, or of one election."""
    rows = Leaf.objects.filter(jurisdiction=jurisdiction)
    elections = tuple(rows.exclude(election="").order_by("election").values_list("election", flat=True).distinct())
    if election:
        rows = rows.filter(election=election)
    kinds = tuple(rows.order_by("kind").values_list("kind", flat=True).distinct())
    if kind:
        rows = rows.filter(kind=kind)
    if subject:
        rows = rows.filter(subject=subject)
    total = rows.count()
    if before is not None:
        rows = rows.filter(index__lt=before)
    found = [shown(row) for row in rows.order_by("-index")[: PAGE + 1]]
    older = found[PAGE - 1].index if len(found) > PAGE else None
    return LogPage(tuple(found[:PAGE]), older, total, kinds, elections)


def changed(
    jurisdiction: str, election: str, since: datetime, most: int, subjects: Collection[str] = ()
) -> tuple[tuple[Shown, ...], int]:
    """The newest records of an election after `since`, at most `most`, and how many; of `subjects` where given."""
    rows = Leaf.objects.filter(jurisdiction=jurisdiction, election=election, at__gt=since)
    if subjects:
        rows = rows.filter(subject__in=subjects)
    return tuple(shown(row) for row in rows.order_by("-index")[:most]), rows.count()


def counted(jurisdiction: str, election: str, since: datetime | None, until: datetime) -> tuple[tuple[str, int], ...]:
    """How many records of each kind an election has after `since` and up to `until`, the most first. One query."""
    rows = Leaf.objects.filter(jurisdiction=jurisdiction, election=election, at__lte=until)
    if since is not None:
        rows = rows.filter(at__gt=since)
    return tuple(rows.values_list("kind").annotate(count=Count("pk")).order_by("-count", "kind"))


def of_kinds(election: str, kinds: Collection[str]) -> tuple[Shown, ...]:
    """Every record of some kinds in an election, the oldest first: one query."""
    return tuple(shown(row) for row in Leaf.objects.filter(election=election, kind__in=kinds).order_by("index"))


def of_kinds_in(jurisdiction: str, kinds: Collection[str]) -> tuple[Shown, ...]:
    """Every record of some kinds about a jurisdiction, whatever the election, the oldest first: one query."""
    return tuple(shown(row) for row in Leaf.objects.filter(jurisdiction=jurisdiction, kind__in=kinds).order_by("index"))


def instants_in(jurisdiction: str, kind: str) -> dict[str, datetime]:
    """When an act of one kind was last recorded about each subject of a jurisdiction, whatever the election."""
    rows = Leaf.objects.filter(jurisdiction=jurisdiction, kind=kind).order_by("index")
    return dict(rows.values_list("subject", "at"))


def about(jurisdiction: str, election: str, subjects: Collection[str]) -> tuple[Shown, ...]:
    """Every record about any of `subjects`, of an election and of none, the newest first."""
    rows = Leaf.objects.filter(jurisdiction=jurisdiction, election__in=("", election), subject__in=subjects)
    return tuple(shown(row) for row in rows.order_by("-index"))


def instants(election: str, kind: str) -> dict[str, datetime]:
    """When an act of one kind was last recorded about each subject."""
    rows = Leaf.objects.filter(election=election, kind=kind).order_by("index")
    return dict(rows.values_list("subject", "at"))


def record(actor: Actor, index: int) -> Shown:
    """One record; of another jurisdiction it does not exist for this actor."""
    row = Leaf.objects.filter(pk=index).first()
    if row is None or row.jurisdiction not in ("", actor.grant.jurisdiction):
        raise OutOfScope(index)
    return shown(row)


def size() -> int:
    """How many records the log holds."""
    return Head.objects.get(pk=1).size


def last_checkpoint() -> checkpoint.Checkpoint | None:
    """The checkpoint signed last, parsed; `None` before the first."""
    row = Checkpoint.objects.order_by("-size").first()
    return checkpoint.parse(row.note) if row else None


def latest_by_subject(election: str, subjects: list[str]) -> dict[str, int]:
    """The index of the newest record about each subject: what a page rests on."""
    rows = Leaf.objects.filter(election=election, subject__in=subjects).order_by("index")
    return dict(rows.values_list("subject", "index"))


def newest_by_subject(election: str) -> dict[str, int]:
    """The index of the newest record about each subject of an election."""
    rows = Leaf.objects.filter(election=election).exclude(subject="").values_list("subject")
    return dict(rows.annotate(newest=Max("index")).order_by("subject"))


def last_signed() -> tuple[int, datetime] | None:
    """Size and real time of the checkpoint signed last."""
    return Checkpoint.objects.order_by("-size").values_list("size", "signed_at").first()


def log_key() -> str:
    """The key that verifies the log's checkpoints, as `NAME+ID+BASE64`; empty before it was made."""
    if not keys.exists("log"):
        return ""
    return str(Key(signer.origin(), KeyType.LOG, keys.public_octets("log")))


def origin() -> str:
    """The name of the log."""
    return signer.origin()
