"""Reads of the plan: elections, lawbooks, districts, deadlines, what clashes, what a move would change."""

from collections.abc import Callable, Mapping

from legation.base.actors import Actor, OutOfScope
from legation.base.wording import text_of
from legation.base.wording.codes import Coded
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
from legation_core.lawbook.model import InquiryCategory, Lawbook, Listed


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


def elections_for(actor: Actor) -> tuple[ElectionValue, ...]:
    """The elections that the actor's grant is for: every one of the jurisdiction, or the one it names."""
    own = actor.grant.election
    return tuple(one for one in elections(actor.grant.jurisdiction) if own in ("", one.code))


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


def ground_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Grounds for a voter abroad in records: as the lawbook in use calls them, in the reader's language."""
    return _by_lawbook(wanted, _grounds_of)


def body_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Bodies in records that have no general name: as the lawbook in use calls them, in the reader's language."""
    return _by_lawbook(wanted, lambda book: {key: text_of(body.name) for key, body in book.bodies.items()})


def contest_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Contests in records: as the lawbook in use calls them, in the reader's language."""
    return _by_lawbook(wanted, _contests_of)


def named_in_lawbook(topic: str) -> Callable[[frozenset[Coded]], dict[Coded, str]]:
    """Keys of a topic of the lawbook in records: as the lawbook in use calls them, in the reader's language."""

    def names(wanted: frozenset[Coded]) -> dict[Coded, str]:
        return _by_lawbook(wanted, lambda book: _texts_of(book, topic))

    return names


def _texts_of(book: Lawbook, topic: str) -> dict[str, str]:
    entries = [provision for name, provision in book.provisions if name == topic]
    return {one.key: text_of(one.text) for one in entries if isinstance(one, InquiryCategory)}


def _by_lawbook(wanted: frozenset[Coded], names: Callable[[Lawbook], Mapping[str, str]]) -> dict[Coded, str]:
    books = {jurisdiction: lawbook_in_use(jurisdiction) for jurisdiction in {one.jurisdiction for one in wanted}}
    named = {jurisdiction: names(book) for jurisdiction, book in books.items() if book}
    return {one: named[one.jurisdiction][one.code] for one in wanted if one.code in named.get(one.jurisdiction, {})}


def _contests_of(book: Lawbook) -> dict[str, str]:
    listed = [provision for topic, provision in book.provisions if topic == "contests_abroad"]
    return {one.key: text_of(one.text) for one in listed if isinstance(one, Listed)}


def _grounds_of(book: Lawbook) -> dict[str, str]:
    listed = [provision for topic, provision in book.provisions if topic == "lists.grounds"]
    return {one.key: text_of(one.text) for one in listed if isinstance(one, Listed)}
