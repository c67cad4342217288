"""Drafting, correcting, sending, deciding on and withdrawing papers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from legation.base import entropy, files
from legation.base.actors import Actor, OutOfScope, Permission, ScopeRef, require
from legation.coordination.convert.papers import Content, version_value
from legation.coordination.models import Paper, PaperLink, PaperVersion
from legation.coordination.permissions.papers import author_for, scopes_of, writes_for
from legation.coordination.queries.drawing import drawn, template_of
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.missions.models import Mission
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.models import Jurisdiction
from legation_core.lawbook.papers import Kind, State, next_number, next_state
from legation_core.problems import Refused
from legation_core.register.folding import fold

LINK = re.compile(r"(?:record:)?([0-9]{1,12})|(station|mission|host|lawbook):([A-Za-z0-9-]{1,80})")
File = tuple[bytes, str]


def draft_paper(
    *,
    election: str,
    kind: Kind,
    body: str,
    content: Content,
    mission: str = "",
    addressee_body: str = "",
    links: Sequence[str] = (),
    file: File | None = None,
    by: Actor,
    at: datetime,
) -> str:
    """Draft a paper for a body for which the actor writes. Gives its code."""
    with act("paper_drafted", by=by, at=at) as record:
        value = plan.election_for(by, election)
        mission = _own_mission(by, mission)
        _may(by, value, Permission.PAPER_DRAFT, body, mission)
        row = _new(by, value, kind, body, mission, addressee_body, at)
        content = replace(content, file=files.keep(*file)) if file else content
        _first(row, content, at)
        _link(row, links)
        _about(record, value, row)
        record.public(paper=row.code, paper_kind=str(kind), digest=content.digest)
    return row.code


def draw_paper(
    *, election: str, template: str, language: str, mission: str = "", country: str = "", by: Actor, at: datetime
) -> str:
    """Draft a paper from a template of the lawbook: its words and figures come from records alone."""
    value = plan.election_for(by, election)
    found = template_of(value, template)
    mission = _own_mission(by, mission)
    content = drawn(value, template, language=language, mission=mission, country=country)
    return draft_paper(
        election=election, kind=Kind(found.kind), body=found.body, content=content, mission=mission,
        addressee_body=_addressed(value, found.kind), links=[f"host:{country}"] if country else [], by=by, at=at,
    )  # fmt: skip


def _addressed(value: ElectionValue, kind: str) -> str:
    """The body that decides on a submission drawn from a template: the one that approves districts."""
    competence = value.rules.competences.get("attach_station")
    return competence.body if competence and kind == Kind.SUBMISSION else ""


def correct_paper(*, election: str, code: str, title: str, text: str, reason: str, by: Actor, at: datetime) -> None:
    """Give a paper that was typed a new version; what it said before stays."""
    with act("paper_corrected", by=by, at=at) as record:
        value, row, current = _locked(by, election, code)
        if current.template:
            raise Refused("C142")
        content = replace(current, title=title.strip(), text=text.strip())
        _correct(record, by, value, row, content, reason, at)


def redraw_paper(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Draw a paper up anew from its template, as the records stand now."""
    with act("paper_corrected", by=by, at=at) as record:
        value, row, current = _locked(by, election, code)
        if not current.template:
            raise Refused("C141", facts={"template": "-"})
        country = PaperLink.objects.filter(paper=row, kind="host").values_list("code", flat=True).first()
        mission = row.mission.code if row.mission else ""
        content = drawn(value, current.template, language=current.language, mission=mission, country=country or "")
        _correct(record, by, value, row, content, reason, at)


def _correct(
    record: Record, by: Actor, value: ElectionValue, row: Paper, content: Content, reason: str, at: datetime
) -> None:
    _may(by, value, Permission.PAPER_DRAFT, row.body, _mission(row), row.author)
    next_state(Kind(row.kind), State(row.state), "correct")
    if not reason.strip():
        raise Refused("C139")
    before = PaperVersion.objects.get(paper=row, version=row.version)
    if before.digest == content.digest:
        raise Refused("A053")
    row.version += 1
    _write(row, content, reason.strip(), at)
    row.sorting = _sorting(row, content)
    row.save(update_fields=["version", "sorting"])
    _about(record, value, row)
    record.public(paper=row.code, paper_kind=row.kind, version=row.version, digest=content.digest)
    record.private(reason=reason.strip())


def send_paper(*, election: str, code: str, number: str = "", dated: date, by: Actor, at: datetime) -> None:
    """Sign and send a paper: it gets its number, the next one or the one that stands on it, once a body and year."""
    with act("paper_sent", by=by, at=at) as record:
        value, row, current = _locked(by, election, code)
        _may(by, value, Permission.PAPER_SIGN, row.body, _mission(row), row.author)
        row.state = next_state(Kind(row.kind), State(row.state), "send")
        if row.kind == Kind.SUBMISSION and row.addressee_body in ("", row.body):
            raise Refused("C140")
        _number(row, value, number, dated, at)
        row.sorting = _sorting(row, current)
        row.save(update_fields=["state", "number", "year", "dated", "sorting"])
        _about(record, value, row)
        record.public(
            paper=row.code, paper_kind=row.kind, number=row.number, dated=dated.isoformat(), digest=current.digest
        )


def decide_submission(
    *,
    election: str,
    code: str,
    outcome: State,
    title: str,
    text: str,
    number: str = "",
    dated: date,
    links: Sequence[str] = (),
    by: Actor,
    at: datetime,
) -> str:
    """Decide on a submission: the decision is a paper of the body that was asked, signed and numbered. Its code."""
    with act("submission_decided", by=by, at=at) as record:
        value, row, current = _locked(by, election, code)
        require(by, Permission.PAPER_SIGN, scopes_of(value.jurisdiction, election))
        if not writes_for(by, value.rules, row.addressee_body):
            raise Refused("C136", facts={"body": row.addressee_body})
        row.state = next_state(Kind(row.kind), State(row.state), "decide", outcome)
        row.save(update_fields=["state"])
        decision = _new(by, value, Kind.DECISION, row.addressee_body, "", row.body, at)
        decision.answers, decision.state = row, State.SENT
        _number(decision, value, number, dated, at)
        addressee = value.book.bodies[row.body].name.in_language(current.language)
        content = Content(title.strip(), text.strip(), addressee, language=current.language)
        _first(decision, content, at)
        _link(decision, links)
        _about(record, value, row, body=decision.body)
        record.public(
            paper=row.code, outcome=str(outcome), number=decision.number, dated=dated.isoformat(),
            decision=content.digest,
        )  # fmt: skip
    return decision.code


def withdraw_paper(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Withdraw a paper before it was decided on; it stays readable."""
    with act("paper_withdrawn", by=by, at=at) as record:
        value, row, _current = _locked(by, election, code)
        permission = Permission.PAPER_SIGN if row.number else Permission.PAPER_DRAFT
        _may(by, value, permission, row.body, _mission(row), row.author)
        if not reason.strip():
            raise Refused("C139")
        row.state = next_state(Kind(row.kind), State(row.state), "withdraw")
        row.save(update_fields=["state"])
        _about(record, value, row)
        record.public(paper=row.code, paper_kind=row.kind)
        record.private(reason=reason.strip())


def _mission(row: Paper) -> str:
    return row.mission.code if row.mission else ""


def _own_mission(by: Actor, mission: str) -> str:
    """Who belongs to a mission writes for it and for no other."""
    scope = by.grant.scope
    return scope.code.rpartition("/")[2] if scope.kind == "mission" else mission


def _may(by: Actor, value: ElectionValue, permission: Permission, body: str, mission: str, author: str = "") -> None:
    require(by, permission, scopes_of(value.jurisdiction, value.code, mission) | _district(by))
    if not writes_for(by, value.rules, body, mission, author):
        raise Refused("C135", facts={"body": body[:64]})


def _district(by: Actor) -> frozenset[ScopeRef]:
    """A district commission writes in its own scope."""
    return frozenset({by.grant.scope}) if by.grant.scope.kind == "district" else frozenset()


def _locked(by: Actor, election: str, code: str) -> tuple[ElectionValue, Paper, Content]:
    """The election, the paper locked until the act ends, and what it says. Unknown: out of scope."""
    value = plan.election_for(by, election)
    row = Paper.objects.select_for_update().filter(election=election, code=code).first()
    if row is None:
        raise OutOfScope(code)
    return value, row, version_value(PaperVersion.objects.get(paper=row, version=row.version)).content


def _new(by: Actor, value: ElectionValue, kind: Kind, body: str, mission: str, addressee: str, at: datetime) -> Paper:
    if addressee and addressee not in value.book.bodies:
        raise Refused("C135", facts={"body": addressee[:64]})
    post = Mission.objects.filter(jurisdiction=value.jurisdiction, code=mission).first() if mission else None
    return Paper(
        jurisdiction_id=value.jurisdiction, election_id=value.code, code=entropy.code(10), kind=kind, body=body,
        mission=post, author=author_for(by, body, mission), addressee_body=addressee,
        state=State.DRAFTED, drafted_at=at,
    )  # fmt: skip


def _first(row: Paper, content: Content, at: datetime) -> None:
    if not content.title.strip() or not (content.text.strip() or content.file):
        raise Refused("C138")
    row.sorting = _sorting(row, content)
    row.save()
    _write(row, content, "", at)


def _write(row: Paper, content: Content, reason: str, at: datetime) -> None:
    if not content.title.strip() or not (content.text.strip() or content.file):
        raise Refused("C138")
    PaperVersion.objects.create(
        paper=row, version=row.version, title=content.title, addressee=content.addressee, text=content.text,
        table=[list(cells) for cells in content.table], language=content.language, template=content.template,
        file=content.file, digest=content.digest, reason=reason, at=at,
    )  # fmt: skip


def _number(row: Paper, value: ElectionValue, number: str, dated: date, at: datetime) -> None:
    """The number once an author and year. The jurisdiction is locked, so that two do not get the same."""
    if dated > at.astimezone(ZoneInfo(value.home_zone)).date():
        raise Refused("C116", facts={"given": dated.isoformat()})
    Jurisdiction.objects.select_for_update().get(pk=value.jurisdiction)
    taken = set(
        Paper.objects.filter(jurisdiction=value.jurisdiction, author=row.author, year=dated.year)
        .exclude(number="")
        .values_list("number", flat=True)
    )
    wanted = number.strip()[:40]
    if wanted in taken:
        raise Refused("C137", facts={"number": wanted, "year": str(dated.year)})
    row.number, row.year, row.dated = wanted or next_number(taken), dated.year, dated


def _link(row: Paper, links: Iterable[str]) -> None:
    for text in dict.fromkeys(one.strip() for one in links if one.strip()):
        match = LINK.fullmatch(text)
        if match is None:
            raise Refused("C143", facts={"link": text[:80]})
        PaperLink.objects.create(paper=row, kind=match[2] or "record", code=match[3] or match[1])


def _sorting(row: Paper, content: Content) -> str:
    return fold(f"{row.number} {content.title} {content.addressee} {content.text}")


def _about(record: Record, value: ElectionValue, row: Paper, body: str = "") -> None:
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"paper:{row.code}",
        body=body or row.body,
    )
