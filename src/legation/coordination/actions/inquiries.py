"""Asking, assigning, drafting, approving, answering, reopening and closing inquiries."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.conf import settings

from legation.accounts.queries import actor_by_code
from legation.base import entropy, queue
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.coordination.convert.inquiries import digest_of, inquiry_value
from legation.coordination.models import Inquiry, InquiryEntry
from legation.coordination.permissions.inquiries import acts_for_body, body_of, may_read, scopes_of
from legation.coordination.queries.inquiries import answer_of, draft_of
from legation.coordination.queries.inquiry_clock import due_at
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.missions.models import Mission
from legation.missions.permissions import at_home, own_mission
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.models import Election
from legation_core.correspondence.inquiries import State, next_state
from legation_core.lawbook.model import InquiryCategory
from legation_core.problems import Refused
from legation_core.register.folding import fold

TOLD, BY_ASKER = frozenset({"more", "answer", "merged", "closed"}), frozenset({"mission", "head_of_mission"})
"""Entries of which a mission is told by mail, where they are not its own."""
LONGEST = 20_000
"""Characters of the longest text that is said in an inquiry."""


class _Case(NamedTuple):
    """An inquiry locked until the act ends, with its election."""

    value: ElectionValue
    row: Inquiry

    @property
    def mission(self) -> str:
        return self.row.mission.code if self.row.mission else ""


def ask(
    *,
    election: str,
    category: str,
    urgency: str,
    language: str,
    subject: str,
    text: str,
    mission: str = "",
    by: Actor,
    at: datetime,
) -> str:
    """Ask an inquiry: a mission for itself; an institution at home for itself or, by telephone, for a mission."""
    with act("inquiry_asked", by=by, at=at) as record:
        value = plan.election_for(by, election)
        mission = own_mission(by) or mission
        require(by, Permission.INQUIRY_ASK, scopes_of(value.jurisdiction, election, mission))
        post = Mission.objects.filter(jurisdiction=value.jurisdiction, code=mission).first() if mission else None
        if mission and post is None:
            raise OutOfScope(mission)
        asker = "mission" if post else "body"
        row = opened(value, category, urgency, language, subject, at, mission=post, asker=asker, asked_by=by.person)
        say(row, "question", text, body_of(by, value.rules), by.person, at)
        _about(record, value, row, by)
        record.public(inquiry=row.code, category=category, urgency=urgency)
        record.private(digest=digest_of(text))
    return row.code


def add(*, election: str, code: str, text: str, by: Actor, at: datetime) -> None:
    """Add to an inquiry: whoever asked says more, or whoever answers asks back."""
    with act("inquiry_added_to", by=by, at=at) as record:
        case = _locked(by, election, code)
        _asks_or_answers(by, case)
        case.row.state = next_state(State(case.row.state), "add")
        _kept(record, case, by, "more", text, at)


def assign(*, election: str, code: str, person: str, by: Actor, at: datetime) -> None:
    """Put an inquiry into the hands of a person of the competent body, oneself or another."""
    with act("inquiry_assigned", by=by, at=at) as record:
        case = _locked(by, election, code)
        _answers(by, case)
        if not _can_answer(person, case, at):
            raise Refused("Q110", facts={"person": person[:40]})
        case.row.state = next_state(State(case.row.state), "assign")
        case.row.assigned_to = person
        _saved(record, case, by)
        record.private(assigned_to=person)


def refer(*, election: str, code: str, category: str, reason: str, by: Actor, at: datetime) -> None:
    """Refer an inquiry to another category, and so to the body that is competent for it. Its clock goes on."""
    with act("inquiry_referred", by=by, at=at) as record:
        case = _locked(by, election, code)
        _answers(by, case)
        found = category_of(case.value, category)
        case.row.state = next_state(State(case.row.state), "refer")
        case.row.category, case.row.body, case.row.approved_by = found.key, found.body, found.approved_by
        case.row.assigned_to = case.row.drafted_by = ""
        say(case.row, "referred", _reason(reason), body_of(by, case.value.rules), by.person, at)
        _saved(record, case, by)
        record.public(category=category)


def draft(*, election: str, code: str, text: str, by: Actor, at: datetime) -> None:
    """Draft the answer, or draft it better. Whoever drafts has the inquiry in hand."""
    with act("inquiry_drafted", by=by, at=at) as record:
        case = _locked(by, election, code)
        _answers(by, case)
        case.row.state = next_state(State(case.row.state), "draft")
        case.row.assigned_to = case.row.assigned_to or by.person
        case.row.drafted_by = by.person
        _kept(record, case, by, "draft", text, at)


def submit(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Submit the draft to the other institution, whose approval the category asks for."""
    with act("inquiry_submitted", by=by, at=at) as record:
        case = _locked(by, election, code)
        _answers(by, case)
        case.row.state = next_state(State(case.row.state), "submit", approval=bool(case.row.approved_by))
        _saved(record, case, by)


def approve(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Approve the draft for the other institution: with that the answer is given."""
    with act("inquiry_approved", by=by, at=at) as record:
        case = _locked(by, election, code)
        _approves(by, case)
        case.row.state = next_state(State(case.row.state), "approve")
        _given(record, case, by, at)


def return_draft(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Return the draft to whoever wrote it, with what is to be mended."""
    with act("inquiry_returned", by=by, at=at) as record:
        case = _locked(by, election, code)
        _approves(by, case)
        case.row.state = next_state(State(case.row.state), "return")
        _kept(record, case, by, "returned", _reason(reason), at)


def answer(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Give the drafted answer, where nobody else has to approve it."""
    with act("inquiry_answered", by=by, at=at) as record:
        case = _locked(by, election, code)
        _answers(by, case)
        case.row.state = next_state(State(case.row.state), "answer", approval=bool(case.row.approved_by))
        _given(record, case, by, at)


def settle(*, election: str, code: str, others: Sequence[str], by: Actor, at: datetime) -> None:
    """Let the answer to one inquiry answer others too. It was approved by whoever has to approve theirs."""
    with act("inquiries_merged", by=by, at=at) as record:
        case = _locked(by, election, code)
        _answers(by, case)
        given = answer_of(inquiry_value(case.row))
        if given is None or not inquiry_value(case.row).answered:
            raise Refused("Q101", facts={"inquiry_state": case.row.state, "wanted_inquiry": State.ANSWERED})
        rows = Inquiry.objects.select_for_update().filter(election=election, code__in=list(others)[:500])
        found = list(rows.exclude(pk=case.row.pk).order_by("pk"))
        if not found:
            raise Refused("Q111")
        for row in found:
            _merge(row, case, given.text, by, at)
        _about(record, case.value, case.row, by)
        record.public(inquiry=case.row.code, count=len(found))
        record.private(others=" ".join(row.code for row in found))


def _merge(row: Inquiry, case: _Case, text: str, by: Actor, at: datetime) -> None:
    if row.body != case.row.body:
        raise Refused("Q106", facts={"body": row.body})
    if row.approved_by not in ("", case.row.approved_by):
        raise Refused("Q102")
    row.state = next_state(State(row.state), "merge")
    row.merged_into, row.answered_at = case.row, at
    say(row, "merged", text, body_of(by, case.value.rules), by.person, at)
    row.save()


def reopen(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Reopen an inquiry whose answer did not settle it; its clock begins anew."""
    with act("inquiry_reopened", by=by, at=at) as record:
        case = _locked(by, election, code)
        _asks_or_answers(by, case)
        case.row.state = next_state(State(case.row.state), "reopen")
        case.row.merged_into, case.row.answered_at, case.row.reminded = None, None, 0
        case.row.counted_from = at
        case.row.due_at = due_at(case.value, case.mission, case.row.urgency, at)
        _kept(record, case, by, "reopened", _reason(reason), at)


def close(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Close an inquiry: its answer settled it, or it is put aside, with the reason."""
    with act("inquiry_closed", by=by, at=at) as record:
        case = _locked(by, election, code)
        _asks_or_answers(by, case)
        case.row.state = next_state(State(case.row.state), "close")
        _kept(record, case, by, "closed", _reason(reason), at)


def call_to_mind(*, election: str, code: str, loudness: int, by: Actor, at: datetime) -> None:
    """Record that an inquiry was called to mind: near its due instant, at it, and when both headquarters are told."""
    with act("inquiry_called_to_mind", by=by, at=at) as record:
        row = Inquiry.objects.select_for_update().filter(election=election, code=code, reminded__lt=loudness).first()
        if row is None:
            raise Refused("A006")
        row.reminded = loudness
        row.save(update_fields=["reminded"])
        _about(record, plan.election(election), row, by)
        record.about(body=row.body)
        record.public(inquiry=row.code, loudness=loudness)


def category_of(value: ElectionValue, category: str) -> InquiryCategory:
    if category not in value.rules.inquiry_categories:
        raise Refused("Q104", facts={"category": category[:60]})
    return value.rules.inquiry_categories[category]


def opened(
    value: ElectionValue,
    category: str,
    urgency: str,
    language: str,
    subject: str,
    at: datetime,
    *,
    asker: str,
    mission: Mission | None = None,
    asked_by: str = "",
) -> Inquiry:
    """A new inquiry with its number and the instant by which it is to be answered."""
    found = category_of(value, category)
    if not subject.strip():
        raise Refused("Q107")
    due = due_at(value, mission.code if mission else "", urgency, at)
    Election.objects.select_for_update().get(pk=value.code)
    last = Inquiry.objects.filter(election=value.code).order_by("-number").values_list("number", flat=True).first()
    return Inquiry.objects.create(
        jurisdiction_id=value.jurisdiction, election_id=value.code, code=entropy.code(10), number=(last or 0) + 1,
        asker=asker, mission=mission, asked_by=asked_by, category=category, urgency=urgency, language=language[:12],
        subject=subject.strip()[:200], state=State.RECEIVED, body=found.body, approved_by=found.approved_by,
        asked_at=at, counted_from=at, due_at=due, sorting=fold(f"{(last or 0) + 1} {subject}"),
    )  # fmt: skip


def say(row: Inquiry, kind: str, text: str, body: str, person: str, at: datetime) -> None:
    """One more entry of the thread. What is said at home alone is not found by search."""
    if not text.strip():
        raise Refused("Q107" if kind == "question" else "Q108")
    said = text.strip()[:LONGEST]
    entry = InquiryEntry.objects.create(
        inquiry=row, kind=kind, text=said, body=body, person=person, digest=digest_of(said), at=at
    )
    if settings.MAIL and row.mission_id and kind in TOLD and body not in BY_ASKER:
        queue.enqueue("coordination.tell", str(entry.pk))
    if kind in ("question", "more", "answer"):
        row.sorting = f"{row.sorting} {fold(said)}"[:4000]
        row.save(update_fields=["sorting"])


def _kept(record: Record, case: _Case, by: Actor, kind: str, text: str, at: datetime) -> None:
    say(case.row, kind, text, body_of(by, case.value.rules), by.person, at)
    _saved(record, case, by)
    record.private(digest=digest_of(text.strip()[:LONGEST]))


def _given(record: Record, case: _Case, by: Actor, at: datetime) -> None:
    """The newest draft becomes the answer, of the competent body whoever approved it."""
    text = draft_of(inquiry_value(case.row))
    say(case.row, "answer", text, case.row.body, case.row.drafted_by, at)
    case.row.answered_at = at
    _saved(record, case, by)
    record.private(digest=digest_of(text))


def _saved(record: Record, case: _Case, by: Actor) -> None:
    case.row.save()
    _about(record, case.value, case.row, by)
    record.public(inquiry=case.row.code)


def _about(record: Record, value: ElectionValue, row: Inquiry, by: Actor) -> None:
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"inquiry:{row.code}",
        body=body_of(by, value.rules),
    )


def _locked(by: Actor, election: str, code: str) -> _Case:
    """The inquiry, locked; unknown or another mission's: out of scope."""
    value = plan.election_for(by, election)
    row = Inquiry.objects.select_for_update().filter(election=election, code=code).first()
    if row is None or not may_read(by, row.mission.code if row.mission else ""):
        raise OutOfScope(code)
    return _Case(value, row)


def _answers(by: Actor, case: _Case) -> None:
    require(by, Permission.INQUIRY_ANSWER, scopes_of(case.value.jurisdiction, case.value.code))
    if not acts_for_body(by, case.value.rules, case.row.body):
        raise Refused("Q106", facts={"body": case.row.body})


def _approves(by: Actor, case: _Case) -> None:
    require(by, Permission.INQUIRY_APPROVE, scopes_of(case.value.jurisdiction, case.value.code))
    if not acts_for_body(by, case.value.rules, case.row.approved_by):
        raise Refused("Q106", facts={"body": case.row.approved_by or case.row.body})
    if by.person == case.row.drafted_by:
        raise Refused("Q112")


def _asks_or_answers(by: Actor, case: _Case) -> None:
    """Whoever asked, and whoever answers."""
    if at_home(by) and acts_for_body(by, case.value.rules, case.row.body):
        return _answers(by, case)
    require(by, Permission.INQUIRY_ASK, scopes_of(case.value.jurisdiction, case.value.code, case.mission))
    if at_home(by) and case.row.asker == "mission":
        raise Refused("Q106", facts={"body": case.row.body})
    return None


def _can_answer(person: str, case: _Case, at: datetime) -> bool:
    try:
        other = actor_by_code(person, at)
    except Refused:
        return False
    held = Permission.INQUIRY_ANSWER in other.permissions
    return (
        held
        and other.reaches(scopes_of(case.value.jurisdiction, case.value.code))
        and acts_for_body(other, case.value.rules, case.row.body)
    )


def _reason(reason: str) -> str:
    if not reason.strip():
        raise Refused("Q109")
    return reason
