"""Acts on published answers: published, given a new version, confirmed, withdrawn."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import worded
from legation.coordination.actions import knowledge as actions
from legation.coordination.convert.knowledge import KnowledgeValue, Said
from legation.coordination.queries import inquiries
from legation.coordination.queries import knowledge as queries
from legation.coordination.web.inquiries.forms import ReasonForm, SureForm
from legation.coordination.web.knowledge.forms import PublishForm, TextsForm
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.problems import Problem, Refused

WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "edit": (_("Write a new version of the answer"), _("Keep the new version")),
    "confirm": (_("Confirm that the answer is published"), _("Confirm and publish")),
    "withdraw": (_("Withdraw the published answer"), _("Withdraw it")),
}
MENDABLE = {"A053", "Q116", "Q109"}
"""Refusals that are mended in the form."""


@page(Permission.KNOWLEDGE_PUBLISH)
def publish(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    source = request.GET.get("inquiry", "")[:16]
    first, texts = _from_inquiry(actor, value, source)
    form = PublishForm(request.POST or None, election=value, texts=texts, initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            code = actions.publish(
                election=election, category=given["category"], audience="missions", texts=form.texts(),
                inquiry=source, by=actor, at=clock.now(),
            )  # fmt: skip
        except Refused as refused:
            _beside(form, refused)
        else:
            messages.success(request, gettext("Kept."))
            return redirect("knowledge:answer", election, code)
    context = {"election": value, "form": form, "title": gettext("Publish an answer"), "button": gettext("Publish it")}
    return render(request, "coordination/answer_act.html", context, status=422 if form.errors else 200)


def _from_inquiry(actor: Actor, value: ElectionValue, code: str) -> tuple[dict[str, str], dict[str, Said]]:
    """What an answered inquiry gives: its category, and the answer in the language of the question."""
    if not code:
        return {}, {}
    one = inquiries.inquiry_for(actor, value, code)
    answer = inquiries.answer_of(one)
    said = Said(one.subject, answer.text if answer else "")
    return {"category": one.category}, {one.language: said}


@page(Permission.KNOWLEDGE_READ)
def step(request: HttpRequest, election: str, knowledge: str, step: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = queries.knowledge_for(actor, value, knowledge)
    if step not in WORDS or (step not in queries.steps_for(actor, value, one) and request.method != "POST"):
        raise OutOfScope(step)
    form = _form_of(step, value, one, request)
    if request.method == "POST" and form.is_valid():
        try:
            _take(step, form, election=election, code=knowledge, by=actor)
        except Refused as refused:
            _beside(form, refused)
        else:
            messages.success(request, gettext("Kept."))
            return redirect("knowledge:answer", election, knowledge)
    title, button = WORDS[step]
    shown = queries.versions(one)[0][1] if step == "confirm" else {}
    context = {
        "election": value, "knowledge": one, "form": form, "title": title, "button": button, "texts": shown,
    }  # fmt: skip
    return render(request, "coordination/answer_act.html", context, status=422 if form.errors else 200)


def _beside(form: forms.Form, refused: Refused) -> None:
    """What can be mended stands on the form; every other refusal passes."""
    if refused.code not in MENDABLE:
        raise refused
    first = next(iter(form.fields))
    form.add_error(first, worded(Problem(refused.code, "", refused.problem.facts)))


def _form_of(step: str, value: ElectionValue, one: KnowledgeValue, request: HttpRequest) -> forms.Form:
    given = request.POST or None
    if step == "edit":
        return TextsForm(given, election=value, texts=one.texts)
    return ReasonForm(given) if step == "withdraw" else SureForm(given)


def _take(step: str, form: forms.Form, *, election: str, code: str, by: Actor) -> None:
    about: dict[str, Any] = {"election": election, "code": code, "by": by, "at": clock.now()}
    if isinstance(form, TextsForm):
        actions.edit(texts=form.texts(), **about)
    elif step == "withdraw":
        actions.withdraw(reason=form.cleaned_data["reason"], **about)
    else:
        actions.confirm(**about)
