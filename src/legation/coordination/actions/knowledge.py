"""Publishing answers: proposed by the body that answers, confirmed by the one that approves, withdrawn."""

from collections.abc import Mapping
from datetime import datetime

from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.coordination.actions.inquiries import category_of
from legation.coordination.convert.knowledge import Said, digest_of, keys_of
from legation.coordination.models import Inquiry, Knowledge, KnowledgeText
from legation.coordination.permissions.inquiries import acts_for_body, body_of, scopes_of
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.problems import Refused

AUDIENCES = ("missions", "public")


def publish(
    *,
    election: str,
    category: str,
    audience: str,
    texts: Mapping[str, Said],
    inquiry: str = "",
    by: Actor,
    at: datetime,
) -> str:
    """Publish an answer, of an inquiry or of its own; where another body approves answers, propose it to that."""
    value = plan.election_for(by, election)
    found = category_of(value, category)
    with act("knowledge_proposed" if found.approved_by else "knowledge_published", by=by, at=at) as record:
        _writes(by, value, found.body)
        if audience not in AUDIENCES:
            raise Refused("Q115", facts={"audience": audience[:20]})
        row = Knowledge.objects.create(
            jurisdiction_id=value.jurisdiction, election_id=election, code=entropy.code(10), category=category,
            body=found.body, approved_by=found.approved_by, audience=audience, inquiry=_source(election, inquiry),
            version=0 if found.approved_by else 1, proposed_by=by.person,
        )  # fmt: skip
        _write(row, 1, texts, at)
        _about(record, value, row, by)
        record.public(knowledge=row.code, category=category, audience=audience, version=1)
        record.private(digest=digest_of(texts))
    return row.code


def edit(*, election: str, code: str, texts: Mapping[str, Said], by: Actor, at: datetime) -> None:
    """Give an answer a new version; the one before stays in force until the new one is confirmed."""
    value = plan.election_for(by, election)
    approved = Knowledge.objects.filter(election=election, code=code).values_list("approved_by", flat=True).first()
    with act("knowledge_proposed" if approved else "knowledge_published", by=by, at=at) as record:
        row = _locked(election, code)
        _writes(by, value, row.body)
        texts_now = KnowledgeText.objects.filter(knowledge=row).order_by("-version")
        newest = texts_now.values_list("version", "digest").first() or (0, "")
        if newest[1] == digest_of(texts):
            raise Refused("A053")
        _write(row, newest[0] + 1, texts, at)
        row.proposed_by = by.person
        row.version = row.version if row.approved_by else newest[0] + 1
        row.save(update_fields=["proposed_by", "version"])
        _about(record, value, row, by)
        record.public(knowledge=row.code, category=row.category, audience=row.audience, version=newest[0] + 1)
        record.private(digest=digest_of(texts))


def confirm(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Confirm the newest version for the body that approves: from now on it is in force."""
    with act("knowledge_published", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = _locked(election, code)
        require(by, Permission.INQUIRY_APPROVE, scopes_of(value.jurisdiction, election))
        if not acts_for_body(by, value.rules, row.approved_by):
            raise Refused("Q106", facts={"body": row.approved_by or row.body})
        if by.person == row.proposed_by:
            raise Refused("Q112")
        newest = KnowledgeText.objects.filter(knowledge=row).order_by("-version").values_list("version", "digest")[0]
        if newest[0] == row.version:
            raise Refused("A006")
        row.version = newest[0]
        row.save(update_fields=["version"])
        _about(record, value, row, by)
        record.public(knowledge=row.code, category=row.category, audience=row.audience, version=newest[0])
        record.private(digest=newest[1])


def withdraw(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Withdraw an answer: nobody outside the institutions finds it any more."""
    with act("knowledge_withdrawn", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = _locked(election, code)
        _writes(by, value, row.body)
        if not reason.strip():
            raise Refused("Q109")
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        _about(record, value, row, by)
        record.public(knowledge=row.code, category=row.category)
        record.private(reason=reason.strip()[:2000])


def _source(election: str, inquiry: str) -> Inquiry | None:
    return Inquiry.objects.filter(election=election, code=inquiry).first() if inquiry else None


def _write(row: Knowledge, version: int, texts: Mapping[str, Said], at: datetime) -> None:
    whole = {language: Said(said.question.strip(), said.answer.strip()) for language, said in texts.items()}
    if not whole or any(not said.question or not said.answer for said in whole.values()):
        raise Refused("Q116")
    for language, said in whole.items():
        KnowledgeText.objects.create(
            knowledge=row, version=version, language=language, question=said.question[:300], answer=said.answer,
            question_keys=" ".join(keys_of(said.question)), answer_keys=" ".join(keys_of(said.answer)),
            digest=digest_of(texts), at=at,
        )  # fmt: skip


def _locked(election: str, code: str) -> Knowledge:
    """The answer, locked; unknown or withdrawn: out of scope."""
    row = Knowledge.objects.select_for_update().filter(election=election, code=code, withdrawn_at__isnull=True).first()
    if row is None:
        raise OutOfScope(code)
    return row


def _writes(by: Actor, value: ElectionValue, body: str) -> None:
    require(by, Permission.KNOWLEDGE_PUBLISH, scopes_of(value.jurisdiction, value.code))
    if not acts_for_body(by, value.rules, body):
        raise Refused("Q106", facts={"body": body})


def _about(record: Record, value: ElectionValue, row: Knowledge, by: Actor) -> None:
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"knowledge:{row.code}",
        body=body_of(by, value.rules),
    )
