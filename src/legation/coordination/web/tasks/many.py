"""One task in many missions at once: reported done as headquarters hear it, or accepted."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.coordination import actions
from legation.coordination.convert.tasks import TaskValue
from legation.coordination.permissions.tasks import directs
from legation.coordination.queries import tasks as queries
from legation.coordination.queries.tasks import Asked
from legation.coordination.web.tasks.acts import done
from legation.coordination.web.tasks.forms import ManyForm
from legation.coordination.web.tasks.task import known, steps_for
from legation.missions.permissions import at_home
from legation.plan import queries as plan

STEPS = ("report", "accept")


@page(Permission.TASK_DO)
def many(request: HttpRequest, election: str, key: str, step: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    template = known(value, key)
    if (
        step not in STEPS
        or not at_home(actor)
        or template.each != "mission"
        or (step == "report" and not directs(actor))
    ):
        raise OutOfScope(step)
    rows = queries.listed(actor, value, Asked(key=key, sort="mission"), clock.now())
    ready = [one for one in rows if step in steps_for(actor, value, one)]
    form = ManyForm(request.POST or None)
    form.fields["missions"].choices = [(one.place, _city(one)) for one in ready]  # type: ignore[attr-defined]
    if step == "accept":
        del form.fields["evidence"]
    found: list[int] = []

    def do(given: dict[str, Any]) -> None:
        act = actions.report_many if step == "report" else actions.accept_many
        found.append(act(election=election, key=key, by=actor, at=clock.now(), **given))

    if request.method == "POST" and form.is_valid() and done(form, do):
        told = ngettext("Kept for %(count)d mission.", "Kept for %(count)d missions.", found[0])
        messages.success(request, told % {"count": found[0]})
        return redirect(f"{reverse('tasks:tasks', args=[election])}?task={key}")
    title = gettext("Report done in missions") if step == "report" else gettext("Accept in missions")
    context = {"election": value, "template": template, "form": form, "title": title, "ready": ready, "step": step}
    return render(request, "coordination/tasks/many.html", context, status=422 if form.errors else 200)


def _city(one: TaskValue) -> str:
    return text_of(one.mission.cities) if one.mission else ""
