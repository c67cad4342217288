"""The only writes to the plan: lawbooks brought in and adopted, an election opened, its day moved."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from legation.accounts.actions.joint import jointly
from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.plan.convert import book_of, election_value
from legation.plan.models import District, Election, Jurisdiction, LawbookVersion, Overruling
from legation.plan.permissions import competent, place_of, scopes_of
from legation_core.lawbook import loader
from legation_core.powers import overruling
from legation_core.problems import Refused

CODE = re.compile(r"[a-z][a-z0-9-]{1,39}")
PAGES = frozenset(
    {
        "account",
        "certificates",
        "demonstration",
        "elections",
        "enrol",
        "handbook",
        "health",
        "language",
        "lawbooks",
        "log",
        "people",
        "roles",
        "seminars",
        "sign-in",
        "sign-out",
        "static",
        "two-persons",
    }
)
"""First parts of addresses that belong to no election: no election may be called so."""


def hold_election(code: str) -> None:
    """Let no other act that holds the election go on until this one ends. Held before any mission or station is.

    For acts on things that are not rows yet, or on several at once: without it two could not see each other.
    """
    Election.objects.select_for_update(no_key=True).filter(pk=code).first()


def hold_jurisdiction(code: str) -> None:
    """As `hold_election`, for what belongs to the jurisdiction."""
    Jurisdiction.objects.select_for_update(no_key=True).filter(pk=code).first()


def propose_lawbook(*, octets: bytes, name: str, by: Actor, at: datetime) -> str:
    """Propose a version of the lawbook of the actor's jurisdiction; its digest. Every error of the file is named."""
    book = loader.read(octets, name=name)
    jurisdiction = by.grant.jurisdiction
    with act("lawbook_proposed", by=by, at=at) as record:
        require(by, Permission.LAWBOOK_PROPOSE, scopes_of(jurisdiction))
        if book.jurisdiction != jurisdiction:
            raise Refused("A030", facts={"book": book.jurisdiction, "jurisdiction": jurisdiction})
        Jurisdiction.objects.get_or_create(
            code=jurisdiction, defaults={"names": dict(book.name), "home_zone": book.home_zone}
        )
        hold_jurisdiction(jurisdiction)
        if LawbookVersion.objects.filter(digest=book.digest).exists():
            raise Refused("A006")
        LawbookVersion.objects.create(
            jurisdiction_id=jurisdiction,
            digest=book.digest,
            version=book.version,
            octets=octets,
            proposed_by=by.person,
            proposed_at=at,
        )
        record.about(jurisdiction=jurisdiction, lawbook=book.digest, subject=f"lawbook:{book.digest[:12]}")
        record.public(version=book.version, digest=book.digest)
    return book.digest


def _adopting(*, digest: str, by: Actor, at: datetime, **given: object) -> Place:
    row = LawbookVersion.objects.filter(digest=digest, jurisdiction=by.grant.jurisdiction).first()
    if row is None:
        raise OutOfScope(digest)
    rules, subject = book_of(row).on(at.date()), f"lawbook:{digest[:12]}"
    return place_of(rules, "adopt_lawbook", scopes_of(row.jurisdiction_id), subject=subject)


@jointly("adopt_lawbook", _adopting)
def adopt_lawbook(*, digest: str, decision: str, by: Actor, at: datetime) -> None:
    """Adopt a version. Of its two persons the first is not the one who brought the version in; the second may be."""
    with act("lawbook_adopted", by=by, at=at) as record:
        row = LawbookVersion.objects.select_for_update().get(digest=digest)
        require(by, Permission.LAWBOOK_ADOPT, scopes_of(row.jurisdiction_id))
        if row.adopted_at is not None:
            raise Refused("A006")
        if row.proposed_by == by.person:
            raise Refused("A005")
        row.adopted_by, row.adopted_at, row.decision = by.person, at, decision
        row.save(update_fields=["adopted_by", "adopted_at", "decision"])
        record.about(jurisdiction=row.jurisdiction_id, lawbook=digest, subject=f"lawbook:{digest[:12]}")
        record.public(version=row.version, digest=digest, decision=decision)


def _opening(*, election_day: date, by: Actor, **given: object) -> Place:
    jurisdiction = by.grant.jurisdiction
    rules = book_of(_adopted(jurisdiction)).on(election_day)
    return place_of(rules, "open_election", scopes_of(jurisdiction), subject="election")


@jointly("open_election", _opening)
def open_election(
    *,
    code: str,
    names: Mapping[str, str],
    kind: str,
    called_on: date,
    day_set_on: date,
    election_day: date,
    by: Actor,
    at: datetime,
) -> None:
    """Open an election under the lawbook adopted last. The body that the lawbook names sets the day."""
    with act("election_opened", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.ELECTION_OPEN, scopes_of(jurisdiction))
        hold_jurisdiction(jurisdiction)
        version = _adopted(jurisdiction)
        rules = book_of(version).on(election_day)
        competence = competent(by, rules, "open_election")
        _check_election(code, kind, called_on, election_day, [one.key for one in rules.contests_abroad])
        election = Election.objects.create(
            code=code,
            jurisdiction_id=jurisdiction,
            lawbook=version,
            names=dict(names),
            kind=kind,
            called_on=called_on,
            day_set_on=day_set_on,
            election_day=election_day,
            opened_at=at,
        )
        carrying = [district for district in rules.districts if district.carries_abroad]
        District.objects.bulk_create(
            District(election=election, number=one.number, names=dict(one.name)) for one in carrying
        )
        record.about(
            jurisdiction=jurisdiction, election=code, lawbook=version.digest, subject="election", body=competence.body
        )
        record.public(
            kind=kind,
            called_on=called_on.isoformat(),
            day_set_on=day_set_on.isoformat(),
            election_day=election_day.isoformat(),
        )


def _adopted(jurisdiction: str) -> LawbookVersion:
    adopted = LawbookVersion.objects.filter(jurisdiction=jurisdiction, adopted_at__isnull=False)
    version = adopted.order_by("-adopted_at", "-pk").first()
    if version is None:
        raise Refused("A031", facts={"jurisdiction": jurisdiction})
    return version


def _check_election(code: str, kind: str, called_on: date, election_day: date, kinds: list[str]) -> None:
    if not CODE.fullmatch(code):
        raise Refused("A034", facts={"code": code[:60]})
    if code in PAGES:
        raise Refused("A037", facts={"code": code})
    if Election.objects.filter(pk=code).exists():
        raise Refused("A032", facts={"election": code})
    if kind not in kinds:
        raise Refused("A033", facts={"kind": kind[:40], "kinds": ", ".join(kinds)})
    if election_day <= called_on:
        raise Refused("A035")


def _moving(*, code: str, by: Actor, **given: object) -> Place:
    value = plan.election_for(by, code)
    scopes = scopes_of(value.jurisdiction, code)
    return place_of(value.rules, "move_election_day", scopes, election=code, subject="election")


@jointly("move_election_day", _moving)
def move_election_day(*, code: str, seen: date, to: date, reason: str, by: Actor, at: datetime) -> None:
    """Move the election day. `seen` is the day that the preview was made for: refused when it is no longer so."""
    with act("election_day_moved", by=by, at=at) as record:
        row = Election.objects.select_for_update().get(pk=code)
        require(by, Permission.ELECTION_MOVE, scopes_of(row.jurisdiction_id, code))
        value = election_value(row)
        competence = competent(by, value.rules, "move_election_day")
        if row.election_day != seen:
            raise Refused("A036", facts={"seen": seen.isoformat(), "now": row.election_day.isoformat()})
        if to == row.election_day or not reason.strip():
            raise Refused("A053" if to == row.election_day else "A054")
        if to <= row.called_on:
            raise Refused("A035")
        row.election_day = to
        row.save(update_fields=["election_day"])
        record.about(
            jurisdiction=row.jurisdiction_id,
            election=code,
            lawbook=value.book.digest,
            subject="election",
            body=competence.body,
        )
        record.public(before=seen.isoformat(), after=to.isoformat(), reason=reason.strip())


def _overruling(*, election: str, subject: str, by: Actor, **given: object) -> Place:
    value = plan.election_for(by, election)
    scopes = scopes_of(value.jurisdiction, election)
    return place_of(value.rules, "overrule_refusal", scopes, election=election, subject=subject)


@jointly("overrule_refusal", _overruling)
def overrule_refusal(
    *, election: str, code: str, subject: str, decision: str, reason: str, by: Actor, at: datetime
) -> None:
    """Overrule the refusal `code` for `subject` (`mission:tabriz`): the act that it refused may pass once."""
    with act("refusal_overruled", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.RULE_OVERRULE, scopes_of(value.jurisdiction, election))
        competence = competent(by, value.rules, "overrule_refusal")
        overruling.check(code, decision, reason)
        hold_election(election)
        waiting = Overruling.objects.filter(election=election, code=code, subject=subject, used_at__isnull=True)
        if waiting.exists():
            raise Refused("A006")
        Overruling.objects.create(
            election_id=election, code=code, subject=subject, decision=decision.strip(), reason=reason.strip(), at=at
        )
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject=subject,
            body=competence.body,
        )
        named = subject.partition(":")[2]
        record.public(refusal=code, mission=named, decision=decision.strip(), reason=reason.strip())


def let_pass(refused: Refused, *, election: str, subject: str, at: datetime) -> str:
    """The decision that overruled this refusal, used up by the act that calls this; without one it stays refused."""
    rows = Overruling.objects.select_for_update().filter(election=election, code=refused.code, subject=subject)
    row = rows.filter(used_at__isnull=True).first()
    if row is None:
        raise refused
    row.used_at = at
    row.save(update_fields=["used_at"])
    return row.decision
