"""Acts on papers: new, drawn up from a template, sent, decided on, corrected, withdrawn."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.doing import done_beside
from legation.base.web import page
from legation.base.wording import text_of
from legation.coordination import actions
from legation.coordination.convert.papers import Content, PaperValue
from legation.coordination.queries import papers as queries
from legation.coordination.queries.drawing import drawn, template_of
from legation.coordination.web.papers.forms import CorrectForm, DecideForm, DrawForm, NewForm, ReasonForm, SendForm
from legation.coordination.web.papers.paper import found, steps_for
from legation.plan import queries as plan
from legation_core.lawbook.papers import Kind, State
from legation_core.lawbook.templates import TABLE, paragraphs

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "A020": "file",
        "A053": "title",
        "C116": "dated",
        "C134": "outcome",
        "C135": "body",
        "C137": "number",
        "C138": "text",
        "C139": "reason",
        "C140": "addressee_body",
        "C143": "links",
    }
)
WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "send": (_("Sign and send the paper"), _("Sign and send")),
    "decide": (_("Decide on the submission"), _("Enter the decision")),
    "correct": (_("Correct the paper"), _("Keep the new version")),
    "redraw": (_("Draw the paper up anew"), _("Draw it up anew")),
    "withdraw": (_("Withdraw the paper"), _("Withdraw it")),
}
"""Step -> title and button of its page."""


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


@page(Permission.PAPER_DRAFT)
def new(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    own = queries.bodies_of(actor, value)
    form = NewForm(request.POST or None, request.FILES or None, election=value, bodies=own)
    made: list[str] = []

    def do(given: dict[str, Any]) -> None:
        content = Content(given["title"].strip(), given["text"].strip(), given["addressee"], language=given["language"])
        paper = given.get("file")
        made.append(
            actions.draft_paper(
                election=election, kind=Kind(given["kind"]), body=given["body"], content=content,
                addressee_body=given["addressee_body"], links=given["links"].splitlines(),
                file=(paper.read(), paper.name) if paper else None, by=actor, at=clock.now(),
            )
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Drafted. It is a draft until it is signed and sent."))
        return redirect("papers:paper", election, made[0])
    context = {"election": value, "form": form, "title": gettext("New paper"), "button": gettext("Draft the paper")}
    return render(request, "coordination/act.html", context, status=422 if form.errors else 200)


@page(Permission.PAPER_DRAFT)
def draw(request: HttpRequest, election: str, template: str) -> HttpResponse:
    """Show the letter as the records give it, then keep it as a draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    if template not in value.rules.templates:
        raise OutOfScope(template)
    country, mission = request.GET.get("country", "")[:2], request.GET.get("mission", "")[:40]
    if actor.grant.scope.kind == "mission":
        mission = actor.grant.scope.code.rpartition("/")[2]
    language = request.POST.get("language") or request.GET.get("language") or _spoken(value.book.languages)
    content = drawn(value, template, language=language, mission=mission, country=country)
    if request.method == "POST":
        code = actions.draw_paper(
            election=election, template=template, language=language, mission=mission, country=country, by=actor,
            at=clock.now(),
        )  # fmt: skip
        messages.success(request, gettext("Drafted. It is a draft until it is signed and sent."))
        return redirect("papers:paper", election, code)
    context = {
        "election": value,
        "form": DrawForm(initial={"language": content.language}, election=value),
        "content": content,
        "parts": [{"table": part == TABLE, "text": part} for part in paragraphs(content.text)],
        "template": template_of(value, template),
        "title": text_of(value.rules.templates[template].name),
    }
    return render(request, "coordination/draw.html", context)


def _spoken(languages: tuple[str, ...]) -> str:
    """The reader's language where the lawbook has it."""
    language = get_language() or "en"
    return language if language in languages else languages[0]


def _form_of(step: str, paper: PaperValue, request: HttpRequest) -> forms.Form:
    given = request.POST or None
    if step == "send":
        return SendForm(given)
    if step == "decide":
        return DecideForm(given, initial={"title": paper.content.title})
    if step == "correct":
        return CorrectForm(given, initial={"title": paper.content.title, "text": paper.content.text})
    return ReasonForm(given)


@page(Permission.PAPER_DRAFT)
def step(request: HttpRequest, election: str, paper: str, step: str) -> HttpResponse:
    actor, value, one = found(request, election, paper)
    if step not in WORDS or (step not in steps_for(actor, value, one) and request.method != "POST"):
        raise OutOfScope(step)
    form = _form_of(step, one, request)

    def do(given: dict[str, Any]) -> None:
        _take(step, given, election=election, code=paper, by=actor)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("papers:paper", election, paper)
    title, button = WORDS[step]
    context = {"election": value, "paper": one, "form": form, "title": title, "button": button}
    return render(request, "coordination/act.html", context, status=422 if form.errors else 200)


def _take(step: str, given: dict[str, Any], *, election: str, code: str, by: Actor) -> None:
    """The act behind a step, with what was typed."""
    about: dict[str, Any] = {"election": election, "code": code, "by": by, "at": clock.now()}
    if step == "send":
        actions.send_paper(**about, **given)
    elif step == "decide":
        typed = given | {"outcome": State(given["outcome"]), "links": given["links"].splitlines()}
        actions.decide_submission(**about, **typed)
    elif step == "correct":
        actions.correct_paper(**about, **given)
    elif step == "redraw":
        actions.redraw_paper(**about, **given)
    else:
        actions.withdraw_paper(**about, **given)
