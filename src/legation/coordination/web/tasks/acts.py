"""Acts on the plan and on one task: approved, taken, started, reported, accepted, returned, moved, dropped."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.doing import done_beside
from legation.base.web import page
from legation.coordination import actions
from legation.coordination.queries import tasks as queries
from legation.coordination.web.tasks.forms import ApproveForm, DayForm, NoForm, PersonForm, ReasonForm, ReportForm
from legation.coordination.web.tasks.task import found, steps_for
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation_core.tasks.plan import places_of

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {"C214": "reason", "C215": "evidence", "C219": "due_on", "C220": "person", "C221": "missions", "C222": "missions"}
)
FORMS: Mapping[str, type[forms.Form]] = MappingProxyType(
    {"report": ReportForm, "return": ReasonForm, "drop": ReasonForm, "reassign": PersonForm, "reschedule": DayForm}
)
ACTIONS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        "take": actions.take_task,
        "start": actions.start_task,
        "report": actions.report_task,
        "accept": actions.accept_task,
        "return": actions.return_task,
        "reassign": actions.reassign_task,
        "reschedule": actions.reschedule_task,
        "drop": actions.drop_task,
    }
)
WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "take": (_("Take the task on"), _("Take it on")),
    "start": (_("Start the task"), _("Start")),
    "report": (_("Report the task done"), _("Report it done")),
    "accept": (_("Accept the task"), _("Accept it")),
    "return": (_("Return the task to be done again"), _("Return it")),
    "reassign": (_("Give the task to another person"), _("Give it on")),
    "reschedule": (_("Move the day of the task"), _("Move it")),
    "drop": (_("Drop the task"), _("Drop it")),
}
"""Step -> title and button of its page."""


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


@page(Permission.TASK_DO)
def step(request: HttpRequest, election: str, task: str, step: str) -> HttpResponse:
    actor, value, one = found(request, election, task)
    if step not in WORDS or (step not in steps_for(actor, value, one) and request.method != "POST"):
        raise OutOfScope(step)
    form = FORMS.get(step, NoForm)(request.POST if request.method == "POST" else None)

    def do(given: dict[str, Any]) -> None:
        ACTIONS[step](election=election, code=task, by=actor, at=clock.now(), **given)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("tasks:task", election, task)
    title, button = WORDS[step]
    context = {"election": value, "task": one, "form": form, "title": title, "button": button, "step": step}
    return render(request, "coordination/tasks/act.html", context, status=422 if form.errors else 200)


@page(Permission.PLAN_APPROVE)
def approve(request: HttpRequest, election: str) -> HttpResponse:
    """Approve the plan, after seeing how many tasks it has in how many places."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    form = ApproveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.approve_plan(election=election, by=actor, at=clock.now(), **form.cleaned_data)
        told = ngettext("%(count)d task was added to the plan.", "%(count)d tasks were added to the plan.", made)
        messages.success(request, told % {"count": made})
        return redirect("tasks:board", election)
    posts = [one.code for one in missions.missions(value.jurisdiction)]
    context: dict[str, Any] = {
        "election": value,
        "form": form,
        "title": gettext("Approve the action plan"),
        "button": gettext("Approve the plan"),
        "templates": [(one, len(places_of(one, posts))) for one in value.rules.tasks.values()],
        "standing": queries.approved(value),
    }
    return render(request, "coordination/tasks/approve.html", context, status=422 if form.errors else 200)
