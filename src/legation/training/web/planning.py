"""Seminars of an election, and planning one: aims, agenda, speakers."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.doing import done_beside
from legation.base.web import page
from legation.base.wording import text_of
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.training import actions
from legation.training.convert import SeminarValue
from legation.training.queries import seminars as queries
from legation.training.web.forms import ModuleForm, SeminarForm, SpeakerForm, initial_of

FIELD_OF = {"S101": "days", "S102": "length", "S117": "name_en", "S114": "name", "S115": "answer", "S119": "station",
            "S118": "session", "S116": "session", "A020": "file",
    "S120": "link",
}  # fmt: skip


def found(request: HttpRequest, election: str, seminar: str) -> tuple[Actor, ElectionValue, SeminarValue]:
    """The actor, the election and a seminar that the actor sees."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return actor, value, queries.seminar_for(actor, value, seminar)


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


def form_page(
    request: HttpRequest,
    election: ElectionValue,
    form: forms.Form,
    title: str | Promise,
    button: str | Promise,
    seminar: SeminarValue | None = None,
) -> HttpResponse:
    context = {"election": election, "seminar": seminar, "form": form, "title": title, "button": button}
    return render(request, "training/act.html", context, status=422 if form.errors else 200)


@page(Permission.SEMINAR_READ)
def seminars(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    lines: list[dict[str, Any]] = []
    for one in queries.seminars_for(actor, value):
        seats = queries.seats_for(actor, one)
        lines.append({"seminar": one, "sessions": queries.sessions(one), "tally": queries.tally(seats), "seats": seats})
    may_plan = Permission.SEMINAR_PLAN in actor.permissions
    context = {"election": value, "lines": lines, "may_plan": may_plan, "unanswered": queries.unanswered(actor, value)}
    return render(request, "training/seminars.html", context)


@page(Permission.SEMINAR_PLAN)
def new(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    form = SeminarForm(request.POST or None, election=value, initial={"languages": list(value.book.languages)})
    made: list[str] = []

    def do(_given: dict[str, Any]) -> None:
        made.append(actions.plan_seminar(election=election, facts=form.facts(), by=actor, at=clock.now()))

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Planned. Next come the agenda, the speakers and the sessions."))
        return redirect("seminars:seminar", election, made[0])
    return form_page(request, value, form, gettext("Plan a seminar"), gettext("Plan it"))


@page(Permission.SEMINAR_PLAN)
def change(request: HttpRequest, election: str, seminar: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    form = SeminarForm(request.POST or None, election=value, initial=initial_of(one))

    def do(_given: dict[str, Any]) -> None:
        actions.change_seminar(election=election, code=seminar, facts=form.facts(), by=actor, at=clock.now())

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("seminars:seminar", election, seminar)
    return form_page(request, value, form, gettext("Change aims and audience"), gettext("Keep it"), one)


@page(Permission.SEMINAR_PLAN)
def add(request: HttpRequest, election: str, seminar: str, kind: str) -> HttpResponse:
    """A module or a speaker more."""
    if kind not in ("module", "speaker"):
        raise OutOfScope(kind)
    actor, value, one = found(request, election, seminar)
    about: dict[str, Any] = {"election": election, "code": seminar, "by": actor, "at": clock.now()}
    if kind == "module":
        form: forms.Form = ModuleForm(request.POST or None, request.FILES or None, election=value)
        title, button = gettext("Add a module"), gettext("Add the module")
    else:
        form = SpeakerForm(
            request.POST or None, election=value, speakers=queries.speakers(one), initial={"zone": value.home_zone}
        )
        title, button = gettext("Name a speaker"), gettext("Name the speaker")

    def do(given: dict[str, Any]) -> None:
        if isinstance(form, ModuleForm):
            file = given.get("file")
            actions.add_module(
                names=form.texts("name", value), minutes=given["minutes"], text=given["text"],
                file=(file.read(), file.name) if file else None, **about,
            )  # fmt: skip
        else:
            actions.add_speaker(**given, **about)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("seminars:seminar", election, seminar)
    return form_page(request, value, form, title, button, one)


@page(Permission.SEMINAR_PLAN)
def remove(request: HttpRequest, election: str, seminar: str, kind: str, part: str) -> HttpResponse:
    """Take a module or a speaker out, or the whole seminar off, after it was asked once more."""
    actor, value, one = found(request, election, seminar)
    titles = {
        "module": {each.code: text_of(each.names) for each in queries.modules(one)},
        "speaker": {each.code: each.name for each in queries.speakers(one)},
        "seminar": {seminar: text_of(one.names)},
    }
    if part not in titles.get(kind, {}):
        raise OutOfScope(part)
    if request.method == "POST":
        about: dict[str, Any] = {"election": election, "code": seminar, "by": actor, "at": clock.now()}
        if kind == "module":
            actions.remove_module(module=part, **about)
        elif kind == "speaker":
            actions.remove_speaker(speaker=part, **about)
        else:
            actions.cancel_seminar(**about)
        messages.success(request, gettext("Kept."))
        return redirect("seminars:seminar", election, seminar)
    title = (
        gettext("Cancel the seminar")
        if kind == "seminar"
        else gettext("Take out: %(what)s") % {"what": titles[kind][part]}
    )
    return form_page(request, value, forms.Form(), title, title, one)
