"""The action plan in words: subjects, states, steps, who is told. `{% load tasks %}`"""

from datetime import datetime

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.wording.facts import TASKS
from legation.coordination.convert.tasks import TaskValue

register = template.Library()

AREAS: dict[str, str | Promise] = {
    "law_and_plan": _("Law and plan"),
    "stations": _("Stations"),
    "host": _("Host country"),
    "registration": _("Registration"),
    "information": _("Information of voters"),
    "staff": _("Staff"),
    "materials": _("Materials"),
    "security": _("Security"),
    "hours": _("Hours"),
    "double_voting": _("Double voting"),
    "counting": _("Counting"),
    "results": _("Results"),
    "costs": _("Costs"),
    "observers": _("Observers"),
    "complaints": _("Complaints"),
}
STANDINGS: dict[str, str | Promise] = {
    "late": _("Overdue"),
    "open": _("To do"),
    "started": _("Under way"),
    "waiting": _("Waiting for acceptance"),
    "finished": _("Finished"),
    "dropped": _("Dropped"),
}
SHAPES = {
    "late": "overdue", "open": "not_due", "started": "under_way", "waiting": "by_hand", "finished": "met",
    "dropped": "not_required",
}  # fmt: skip
STEPS: dict[str, str | Promise] = {
    "take": _("Take it on"),
    "start": _("Start"),
    "report": _("Report it done"),
    "accept": _("Accept it"),
    "return": _("Return it"),
    "reassign": _("Give it to another person"),
    "reschedule": _("Move its day"),
    "drop": _("Drop it"),
}
TAKEN: dict[str, str | Promise] = {
    "take": _("taken on"),
    "start": _("started"),
    "report": _("reported done"),
    "accept": _("accepted"),
    "return": _("returned"),
    "reassign": _("given to another person"),
    "reschedule": _("moved to another day"),
    "drop": _("dropped"),
    "owner": _("overdue: told to whoever owes it"),
    "superior": _("overdue: told to the superior"),
    "headquarters": _("overdue: told to both headquarters"),
}
BASES: dict[str, str | Promise] = {
    "article": _("the law"),
    "practice": _("practice elsewhere"),
    "assumed": _("assumed"),
}
LEVELS: dict[int, str | Promise] = {
    0: "",
    1: _("told to the superior"),
    2: _("told to both headquarters"),
}


@register.filter
def area_name(key: str) -> str:
    return str(AREAS.get(key, key))


@register.filter
def standing_name(key: str) -> str:
    return str(STANDINGS.get(key, key))


@register.filter
def standing_shape(key: str) -> str:
    return SHAPES.get(key, "not_due")


@register.filter
def task_state(key: str) -> str:
    return str(TASKS.get(key, key))


@register.filter
def task_step(key: str) -> str:
    return str(STEPS.get(key, key))


@register.filter
def step_taken(key: str) -> str:
    return str(TAKEN.get(key, key))


@register.filter
def task_basis(key: str) -> str:
    return str(BASES.get(key, key))


@register.filter
def told_on(task: TaskValue, now: datetime | None = None) -> str:
    """Who knows by now that the task is late; empty where nobody else does."""
    return str(LEVELS[int(task.level(now or clock.now()))])


@register.filter
def task_shape(task: TaskValue) -> str:
    """The shape of how a task stands now."""
    return task.shape(clock.now())
