"""One paper: what it says, its versions, what it brings about, and the document to sign."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import files
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import download, paper_download
from legation.base.web import page
from legation.coordination.convert.papers import PaperValue
from legation.coordination.permissions.papers import writes_for
from legation.coordination.queries import documents
from legation.coordination.queries import papers as queries
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.lawbook.papers import steps_from
from legation_core.lawbook.templates import TABLE, paragraphs

WRITERS = {"pdf": documents.pdf, "docx": documents.docx}


def found(request: HttpRequest, election: str, code: str) -> tuple[Actor, ElectionValue, PaperValue]:
    """The actor, the election and a paper that the actor may read."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return actor, value, queries.paper_for(actor, value, code)


@page(Permission.PAPER_READ)
def paper(request: HttpRequest, election: str, paper: str) -> HttpResponse:
    actor, value, one = found(request, election, paper)
    records = log.records(jurisdiction=value.jurisdiction, subject=f"paper:{paper}").records
    decision, submission = queries.decision_on(one), queries.submission_of(one)
    context = {
        "election": value,
        "paper": one,
        "parts": [{"table": part == TABLE, "text": part} for part in paragraphs(one.content.text)],
        "versions": queries.versions(one),
        "links": queries.links(one),
        "decision": decision if decision and queries.readable(actor, value, decision) else None,
        "submission": submission if submission and queries.readable(actor, value, submission) else None,
        "steps": steps_for(actor, value, one),
        "records": in_sentences(records[:20]),
    }
    return render(request, "coordination/paper.html", context)


def steps_for(actor: Actor, election: ElectionValue, one: PaperValue) -> list[str]:
    """The steps that the state allows and the actor may take; a paper from a template is drawn up anew, not typed."""
    own = writes_for(actor, election.rules, one.body, one.mission, one.author)
    asked = bool(one.addressee_body) and writes_for(actor, election.rules, one.addressee_body)
    held = actor.permissions
    may: dict[str, bool] = {
        "correct": own and Permission.PAPER_DRAFT in held,
        "send": own and Permission.PAPER_SIGN in held,
        "decide": asked and Permission.PAPER_SIGN in held,
        "withdraw": own and (Permission.PAPER_SIGN if one.number else Permission.PAPER_DRAFT) in held,
    }
    steps = [step for step in steps_from(one.kind, one.state) if may[step]]
    return ["redraw" if step == "correct" and one.content.template else step for step in steps]


@page(Permission.PAPER_READ)
def document(request: HttpRequest, election: str, paper: str, form: str) -> HttpResponse:
    _actor, value, one = found(request, election, paper)
    if form not in WRITERS:
        raise OutOfScope(form)
    name = "-".join(part for part in (election, "DRAFT" if one.draft else "", str(one.kind), one.code) if part)
    return download(WRITERS[form](one, value), name, form)


@page(Permission.PAPER_READ)
def attached(request: HttpRequest, election: str, paper: str, sha256: str) -> HttpResponse:
    _actor, _value, one = found(request, election, paper)
    kept: list[Any] = [version.content.file for version in queries.versions(one)]
    if sha256 not in kept:
        raise OutOfScope(sha256)
    return paper_download(*files.read(sha256))
