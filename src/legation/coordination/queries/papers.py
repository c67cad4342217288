"""Reads of papers: those an actor may read, one with its versions and links, the decision on a submission."""

from collections.abc import Iterable

from django.db.models import Q

from legation.base.actors import Actor, OutOfScope
from legation.coordination.convert.papers import (
    LinkValue,
    PaperValue,
    VersionValue,
    link_value,
    paper_value,
    version_value,
)
from legation.coordination.models import Paper, PaperLink, PaperVersion
from legation.coordination.permissions.papers import may_read
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation_core.lawbook.model import Body
from legation_core.lawbook.papers import State


def papers(election: ElectionValue) -> tuple[PaperValue, ...]:
    """Every paper of an election, the newest first: two queries."""
    rows = list(Paper.objects.filter(election=election.code).select_related("mission").order_by("-drafted_at", "-pk"))
    return _values(rows)


def _values(rows: list[Paper]) -> tuple[PaperValue, ...]:
    versions = PaperVersion.objects.filter(paper__in=[row.pk for row in rows])
    current = {(one.paper_id, one.version): one for one in versions}
    return tuple(paper_value(row, current[row.pk, row.version]) for row in rows)


def readable(actor: Actor, election: ElectionValue, paper: PaperValue) -> bool:
    return may_read(
        actor, election.rules, body=paper.body, mission=paper.mission, author=paper.author,
        addressee=paper.addressee_body, sent=not paper.draft,
    )  # fmt: skip


def papers_for(actor: Actor, election: ElectionValue) -> tuple[PaperValue, ...]:
    """The papers of an election that the actor may read."""
    return tuple(one for one in papers(election) if readable(actor, election, one))


def paper_for(actor: Actor, election: ElectionValue, code: str) -> PaperValue:
    """One paper that the actor may read; any other is out of scope."""
    row = Paper.objects.filter(election=election.code, code=code).select_related("mission").first()
    found = _values([row])[0] if row else None
    if found is None or not readable(actor, election, found):
        raise OutOfScope(code)
    return found


def versions(paper: PaperValue) -> tuple[VersionValue, ...]:
    """Every version of a paper, the newest first."""
    rows = PaperVersion.objects.filter(paper=paper.id).order_by("-version")
    return tuple(version_value(row) for row in rows)


def links(paper: PaperValue) -> tuple[LinkValue, ...]:
    return tuple(link_value(row) for row in PaperLink.objects.filter(paper=paper.id).order_by("kind", "code"))


def decision_on(paper: PaperValue) -> PaperValue | None:
    """The decision on a submission, or `None`."""
    rows = list(Paper.objects.filter(answers=paper.id).select_related("mission"))
    return next(iter(_values(rows)), None)


def submission_of(paper: PaperValue) -> PaperValue | None:
    """The submission on which a decision decides, or `None`."""
    if paper.answers is None:
        return None
    return _values(list(Paper.objects.filter(pk=paper.answers).select_related("mission")))[0]


def linked_to(election: ElectionValue, kind: str, code: str) -> tuple[PaperValue, ...]:
    """The papers that name a station, mission, host, lawbook or record."""
    ids = PaperLink.objects.filter(kind=kind, code=code, paper__election=election.code).values("paper")
    return _values(list(Paper.objects.filter(pk__in=ids).select_related("mission").order_by("-drafted_at", "-pk")))


def concerning(election: ElectionValue, mission: str, named: Iterable[LinkValue]) -> tuple[PaperValue, ...]:
    """The papers that a mission wrote, and those that name any of `named`, the newest first: two queries."""
    wanted = Q()
    for one in named:
        wanted |= Q(kind=one.kind, code=one.code)
    ids = PaperLink.objects.filter(wanted, paper__election=election.code).values("paper")
    rows = Paper.objects.filter(Q(mission__code=mission) | Q(pk__in=ids), election=election.code)
    return _values(list(rows.select_related("mission").order_by("-drafted_at", "-pk")))


def bodies_of(actor: Actor, election: ElectionValue) -> tuple[Body, ...]:
    """The bodies of the lawbook for which the actor writes."""
    rules = election.rules
    return tuple(body for key, body in rules.book.bodies.items() if acts_for(actor, rules, key))


def waiting(papers_read: Iterable[PaperValue], bodies: Iterable[str]) -> tuple[PaperValue, ...]:
    """The submissions that wait for one of these bodies, the longest waiting first."""
    own = set(bodies)
    found = [one for one in papers_read if one.state is State.SENT and one.kind == "submission"]
    return tuple(reversed([one for one in found if one.addressee_body in own]))


def paper_row(paper: PaperValue) -> dict[str, object]:
    """A paper as a flat row of names and plain values."""
    return {
        "paper": paper.code,
        "kind": str(paper.kind),
        "body": paper.body,
        "mission": paper.mission,
        "number": paper.number,
        "dated": paper.dated or "",
        "title": paper.content.title,
        "addressee": paper.content.addressee,
        "state": str(paper.state),
        "version": paper.current.version,
        "sha256": paper.current.digest,
    }
