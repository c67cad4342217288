"""Acts on inquiries: asked, taken in hand, drafted, approved, answered, reopened, closed."""

from collections.abc import Callable, Mapping
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
from legation.coordination.actions import inquiries as actions
from legation.coordination.convert.inquiries import InquiryValue
from legation.coordination.queries import inquiries as queries
from legation.coordination.queries import knowledge
from legation.coordination.queries.answering import who_answer
from legation.coordination.web.inquiries.forms import (
    AskForm,
    AssignForm,
    ReasonForm,
    ReferForm,
    SettleForm,
    SureForm,
    TextForm,
)
from legation.coordination.web.inquiries.inquiry import found
from legation.coordination.web.knowledge.listing import shown
from legation.missions import queries as missions
from legation.missions.permissions import at_home
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "Q104": "category",
        "Q105": "urgency",
        "Q107": "subject",
        "Q108": "text",
        "Q109": "reason",
        "Q110": "person",
        "Q111": "others",
    }
)
WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "assign": (_("Put the inquiry into somebody's hands"), _("Put it into their hands")),
    "refer": (_("Refer the inquiry"), _("Refer it")),
    "draft": (_("Draft the answer"), _("Keep the draft")),
    "submit": (_("Ask for the approval of the other institution"), _("Ask for the approval")),
    "approve": (_("Approve the answer"), _("Approve and give the answer")),
    "return": (_("Return the draft"), _("Return it")),
    "answer": (_("Give the answer"), _("Give the answer")),
    "settle": (_("Answer other inquiries with this answer"), _("Answer them too")),
    "add": (_("Add to the inquiry"), _("Add it")),
    "reopen": (_("Reopen the inquiry"), _("Reopen it")),
    "close": (_("Close the inquiry"), _("Close it")),
}
"""Step -> title and button of its page."""


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


@page(Permission.INQUIRY_ASK)
def ask(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    posts = missions.missions(value.jurisdiction) if at_home(actor) else ()
    form = AskForm(request.POST or None, election=value, posts=posts, initial={"language": get_language()})
    made: list[str] = []

    def do(given: dict[str, Any]) -> None:
        made.append(actions.ask(election=election, by=actor, at=clock.now(), **given))

    like = _like(actor, value, request, form) if request.method == "POST" and form.is_valid() else []
    if request.method == "POST" and form.is_valid() and not like and done(form, do):
        messages.success(request, gettext("Asked. Until when it is to be answered stands on this page."))
        return redirect("inquiries:inquiry", election, made[0])
    button = gettext("Ask it all the same") if like else gettext("Ask")
    context = {
        "election": value, "form": form, "title": gettext("Ask a question"), "button": button, "asks": True,
        "like": like,
    }  # fmt: skip
    return render(request, "coordination/inquiry_act.html", context, status=422 if form.errors else 200)


def _like(actor: Actor, value: ElectionValue, request: HttpRequest, form: forms.Form) -> list[dict[str, Any]]:
    """Published answers like the question, shown once before it is asked."""
    if "anyway" in request.POST:
        return []
    found = knowledge.like(value, f"{form.cleaned_data['subject']} {form.cleaned_data['text']}")
    return shown(knowledge.by_codes(actor, value, [one.entry for one in found]))


@page(Permission.INQUIRY_READ)
def step(request: HttpRequest, election: str, inquiry: str, step: str) -> HttpResponse:
    actor, value, one = found(request, election, inquiry)
    offered = {each.key for each in queries.steps_for(actor, value, one)}
    if step not in WORDS or (step not in offered and request.method != "POST"):
        raise OutOfScope(step)
    form = _form_of(step, value, one, request)

    def do(given: dict[str, Any]) -> None:
        _take(step, given, election=election, code=inquiry, by=actor)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("inquiries:inquiry", election, inquiry)
    title, button = WORDS[step]
    draft = queries.draft_of(one) if step in {"submit", "approve", "return", "answer"} else ""
    answer = queries.answer_of(one) if step == "settle" else None
    context = {
        "election": value, "inquiry": one, "form": form, "title": title, "button": button,
        "draft": draft or (answer.text if answer else ""),
    }  # fmt: skip
    return render(request, "coordination/inquiry_act.html", context, status=422 if form.errors else 200)


def _form_of(step: str, value: ElectionValue, one: InquiryValue, request: HttpRequest) -> forms.Form:
    given = request.POST or None
    if step == "draft":
        return TextForm(given, initial={"text": queries.draft_of(one)})
    if step == "add":
        return TextForm(given)
    if step == "assign":
        actor: Actor = request.actor  # type: ignore[attr-defined]
        return AssignForm(given, persons=who_answer(value, one.body, clock.now()), initial={"person": actor.person})
    if step == "refer":
        return ReferForm(given, election=value, initial={"category": one.category})
    if step == "settle":
        return SettleForm(given, open_ones=queries.mergeable(value, one))
    return ReasonForm(given) if step in {"return", "reopen", "close"} else SureForm(given)


TAKES: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        "assign": actions.assign,
        "refer": actions.refer,
        "draft": actions.draft,
        "submit": actions.submit,
        "approve": actions.approve,
        "return": actions.return_draft,
        "answer": actions.answer,
        "settle": actions.settle,
        "add": actions.add,
        "reopen": actions.reopen,
        "close": actions.close,
    }
)


def _take(step: str, given: dict[str, Any], *, election: str, code: str, by: Actor) -> None:
    """The act behind a step, with what was typed."""
    TAKES[step](election=election, code=code, by=by, at=clock.now(), **given)
