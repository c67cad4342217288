"""Published answers: all of them, found in any spelling and script, offered to whoever asks, one with its versions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.coordination.convert.knowledge import KnowledgeValue
from legation.coordination.queries import knowledge as queries
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.missions.permissions import at_home
from legation.plan import queries as plan
from legation.readers.answers import octets_of

FILTERS = ("category", "audience")


def shown(found: list[KnowledgeValue]) -> list[dict[str, Any]]:
    """Answers with what each says to this reader."""
    language = get_language() or "en"
    return [{"knowledge": one, "said": one.said(language)} for one in found]


def _kept(request: HttpRequest, actor: Actor, value: Any) -> list[KnowledgeValue]:
    asked = request.GET.get("q", "").strip()
    if asked:
        found = queries.by_codes(actor, value, [one.entry for one in queries.searched(value, asked)])
    else:
        found = queries.listed(actor, value)
    return [one for one in found if all(request.GET.get(name, "") in ("", getattr(one, name)) for name in FILTERS)]


@page(Permission.KNOWLEDGE_READ)
def answers(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    found, everything = _kept(request, actor, value), queries.listed(actor, value)
    categories = dict.fromkeys(one.category for one in everything)
    context = {
        "election": value,
        "answers": shown(found),
        "total": len(everything),
        "categories": [(key, sum(one.category == key for one in everything)) for key in categories],
        "waiting": shown([one for one in everything if "confirm" in queries.steps_for(actor, value, one)]),
        "asked": request.GET.get("q", "")[:200],
        "query": request.GET.urlencode(),
        "may_publish": Permission.KNOWLEDGE_PUBLISH in actor.permissions and bool(value.rules.inquiry_categories),
        "may_ask": Permission.INQUIRY_ASK in actor.permissions,
    }
    return render(request, "coordination/answers.html", context)


@page(Permission.KNOWLEDGE_READ)
def like(request: HttpRequest, election: str) -> HttpResponse:
    """A part of a page: answers like what is being typed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    found = [one.entry for one in queries.like(value, request.GET.get("q", ""))]
    context = {"election": value, "like": shown(queries.by_codes(actor, value, found))}
    return render(request, "coordination/like.html", context)


@page(Permission.KNOWLEDGE_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    rows = [
        {
            "answer": one.code, "category": one.category, "audience": one.audience, "version": one.version,
            "language": language, "question": said.question, "text": said.answer,
        }
        for one in _kept(request, actor, value)
        for language, said in one.texts.items()
    ]  # fmt: skip
    return download(octets_of(rows, form, "Answers"), f"{election}-answers", form)


@page(Permission.KNOWLEDGE_READ)
def answer(request: HttpRequest, election: str, knowledge: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = queries.knowledge_for(actor, value, knowledge)
    home = at_home(actor)
    records = log.records(jurisdiction=value.jurisdiction, subject=f"knowledge:{knowledge}").records
    context = {
        "election": value,
        "knowledge": one,
        "said": one.said(get_language() or "en"),
        "versions": queries.versions(one) if home else [],
        "inquiry": queries.inquiry_code(one) if home else "",
        "steps": queries.steps_for(actor, value, one),
        "home_reader": home,
        "records": in_sentences(records[:20]) if Permission.LOG_READ in actor.permissions else [],
    }
    return render(request, "coordination/answer.html", context)
