"""Reads of the plan: elections, lawbooks, districts, deadlines, what clashes, what a move would change."""

from legation.base.actors import Actor, OutOfScope
from legation.plan.convert import (
    DistrictValue,
    ElectionValue,
    LawbookValue,
    book_of,
    district_value,
    election_value,
    lawbook_value,
)
from legation.plan.models import District, Election, LawbookVersion
from legation_core.lawbook.model import Lawbook


def election(code: str) -> ElectionValue:
    """An election by its code, for scripts and the command line. Unknown: out of scope."""
    row = Election.objects.select_related("lawbook").filter(pk=code).first()
    if row is None:
        raise OutOfScope(code)
    return election_value(row)


def election_for(actor: Actor, code: str) -> ElectionValue:
    """An election of the actor's jurisdiction; of another one it does not exist."""
    found = election(code)
    if found.jurisdiction != actor.grant.jurisdiction or actor.grant.election not in ("", code):
        raise OutOfScope(code)
    return found


def elections(jurisdiction: str) -> tuple[ElectionValue, ...]:
    """The elections of a jurisdiction, the latest day first."""
    rows = Election.objects.select_related("lawbook").filter(jurisdiction=jurisdiction)
    return tuple(election_value(row) for row in rows.order_by("-election_day", "code"))


def lawbooks(jurisdiction: str) -> tuple[LawbookValue, ...]:
    """The versions of a jurisdiction's lawbook, newest first; `in_use` marks the one adopted last."""
    rows = list(LawbookVersion.objects.filter(jurisdiction=jurisdiction).order_by("-proposed_at", "-pk"))
    adopted = [(row.adopted_at, row) for row in rows if row.adopted_at]
    current = max(adopted, key=lambda pair: pair[0])[1] if adopted else None
    return tuple(lawbook_value(row, row is current) for row in rows)


def lawbook_in_use(jurisdiction: str) -> Lawbook | None:
    """The version adopted last: the one under which an election is opened. None before the first adoption."""
    adopted = LawbookVersion.objects.filter(jurisdiction=jurisdiction, adopted_at__isnull=False)
    row = adopted.order_by("-adopted_at", "-pk").first()
    return book_of(row) if row else None


def lawbook(jurisdiction: str, digest: str) -> Lawbook:
    """One version of a jurisdiction's lawbook by its digest."""
    row = LawbookVersion.objects.filter(jurisdiction=jurisdiction, digest=digest).first()
    if row is None:
        raise OutOfScope(digest)
    return book_of(row)


def districts(election_code: str) -> tuple[DistrictValue, ...]:
    """The districts that may carry stations abroad, by number."""
    rows = District.objects.filter(election=election_code)
    return tuple(sorted((district_value(row) for row in rows), key=lambda one: (len(one.number), one.number)))


def lawbook_octets(jurisdiction: str, digest: str) -> bytes:
    """The file of one version as it was proposed."""
    row = LawbookVersion.objects.filter(jurisdiction=jurisdiction, digest=digest).first()
    if row is None:
        raise OutOfScope(digest)
    return bytes(row.octets)
