"""Acts on matters: raised, taken, a remark, an option, a decision of both, what it changed, closed, opened again."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import make_naive
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.doing import done_beside
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.matters import STEPS
from legation.coordination import actions
from legation.coordination.convert.matters import MatterValue
from legation.coordination.queries import matters as queries
from legation.coordination.web.matters.forms import (
    CloseForm,
    DecideForm,
    DueForm,
    EffectForm,
    NothingForm,
    RaiseForm,
    ReasonForm,
    TextForm,
)
from legation.coordination.web.matters.matter import found, steps_for
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.correspondence.matters import Origin

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "M105": "option",
        "M106": "closing",
        "M107": "reason",
        "M108": "due",
        "M109": "text",
        "M110": "link",
        "M114": "mission",
    }
)
FORMS: Mapping[str, type[forms.Form]] = MappingProxyType(
    {
        "take": NothingForm,
        "remark": TextForm,
        "offer": TextForm,
        "date": DueForm,
        "effect": EffectForm,
        "close": CloseForm,
        "reopen": ReasonForm,
    }
)


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


def _at_home(typed: datetime | None, election: ElectionValue) -> datetime | None:
    """What was typed, by the clock of home."""
    return typed and make_naive(typed).replace(tzinfo=ZoneInfo(election.home_zone))


@page(Permission.MATTER_RAISE)
def new(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    posts = missions.missions(value.jurisdiction) if actor.grant.scope.kind == "jurisdiction" else ()
    form = RaiseForm(
        request.POST or None,
        initial={"origin": Origin.PAGE, "mission": request.GET.get("mission", "")},
        missions=[(one.code, text_of(one.cities)) for one in posts],
    )
    made: list[str] = []

    def do(given: dict[str, Any]) -> None:
        typed = given | {
            "due": _at_home(given.get("due"), value),
            "origin": Origin(given.get("origin", Origin.PAGE)),
        }
        made.append(actions.raise_matter(election=election, **typed, by=actor, at=clock.now()))

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Raised. Both institutions see it and name an owner each."))
        return redirect("matters:matter", election, made[0])
    context = {"election": value, "form": form, "title": gettext("Raise a matter"), "button": gettext("Raise it")}
    return render(request, "coordination/matters/act.html", context, status=422 if form.errors else 200)


@page(Permission.MATTER_RAISE)
def step(request: HttpRequest, election: str, matter: str, step: str) -> HttpResponse:
    actor, value, one = found(request, election, matter)
    if step not in STEPS or (step not in steps_for(actor, one) and request.method != "POST"):
        raise OutOfScope(step)
    form = _form_of(step, one, request)
    proposed: list[str] = []

    def do(given: dict[str, Any]) -> None:
        about: dict[str, Any] = {"election": election, "code": matter, "by": actor, "at": clock.now()}
        if step == "decide":
            chosen = next(item for item in queries.options(one) if item.number == given["option"])
            proposed.append(actions.decide_matter.propose(**about, **given, decision=chosen.text))
        else:
            _take(step, about, given, value)

    if request.method == "POST" and form.is_valid() and done(form, do):
        told = gettext("Proposed. It is decided when a person of the other institution agrees.")
        messages.success(request, told if proposed else gettext("Kept."))
        return redirect("matters:matter", election, matter)
    title, button = STEPS[step]
    context = {"election": value, "matter": one, "form": form, "title": title, "button": button}
    return render(request, "coordination/matters/act.html", context, status=422 if form.errors else 200)


def _form_of(step: str, one: MatterValue, request: HttpRequest) -> forms.Form:
    given = request.POST if request.method == "POST" else None
    if step == "decide":
        return DecideForm(given, options=queries.options(one))
    return FORMS[step](given)


def _take(step: str, about: dict[str, Any], given: dict[str, Any], election: ElectionValue) -> None:
    """The act behind a step, with what was typed."""
    if step == "date":
        due = _at_home(given["due"], election)
        actions.set_due(**about, due=due, reason=given["reason"])  # type: ignore[arg-type]
        return
    what: Mapping[str, Callable[..., object]] = {
        "take": actions.take_matter,
        "remark": actions.remark,
        "offer": actions.offer_option,
        "effect": actions.name_effect,
        "close": actions.close_matter,
        "reopen": actions.reopen_matter,
    }
    what[step](**about, **given)
