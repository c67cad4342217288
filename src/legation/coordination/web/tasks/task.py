"""One task: what it is and why, by when, what it waits for and holds back, its steps, what is to do now."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.coordination.convert.tasks import TaskValue
from legation.coordination.permissions.tasks import accepts, directs, does
from legation.coordination.queries import critical
from legation.coordination.queries import tasks as queries
from legation.coordination.queries.critical import EACH, Network
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.lawbook.model import Task as Template
from legation_core.tasks.plan import WHOLE, Id, downstream
from legation_core.tasks.states import steps_from


def found(request: HttpRequest, election: str, code: str) -> tuple[Actor, ElectionValue, TaskValue]:
    """The actor, the election and a task that the actor sees."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return actor, value, queries.task_for(actor, value, code)


def steps_for(actor: Actor, election: ElectionValue, one: TaskValue) -> list[str]:
    """The steps that the state allows and the actor may take."""
    own = does(actor, election.rules, one.owner, one.place)
    leads = directs(actor)
    second = bool(one.accepted_by) and accepts(actor, election.rules, one.accepted_by, one.place)
    second = second and actor.person != one.reported_by
    may = {
        "take": own and one.doer != actor.person, "start": own or leads, "report": own or leads, "accept": second,
        "return": second, "reassign": own or leads, "reschedule": leads, "drop": leads,
    }  # fmt: skip
    return [step for step in steps_from(one.core) if may[step]]


@page(Permission.TASK_READ)
def task(request: HttpRequest, election: str, task: str) -> HttpResponse:
    actor, value, one = found(request, election, task)
    now = clock.now()
    network = critical.of_mission(actor, value, one.mission, now) if one.mission else critical.of_all(actor, value, now)
    id_ = (one.key, one.place)
    records = log.records(jurisdiction=value.jurisdiction, election=election, subject=f"task:{task}").records
    context = {
        "election": value,
        "task": one,
        "late": one.late(now),
        "room": network.rooms.get(id_),
        "critical": id_ in network.path(),
        "path": [_shown(value, found) for found in network.path()],
        "needs": _near(actor, value, one, one.template.after if one.template else ()),
        "waiting": _near(actor, value, one, _direct(value, one.key)),
        "further": len(downstream(value.rules.tasks.values(), one.key)),
        "endangered": _endangered(value, network, id_) if not one.finished else [],
        "told": _told(one, value, now),
        "history": queries.steps(one),
        "records": in_sentences(records[:20]),
        "steps": steps_for(actor, value, one),
    }
    return render(request, "coordination/tasks/task.html", context)


def _direct(value: ElectionValue, key: str) -> list[str]:
    return [task.key for task in value.rules.tasks.values() if key in task.after]


def _near(actor: Actor, value: ElectionValue, one: TaskValue, keys: Iterable[str]) -> list[dict[str, object]]:
    """Tasks that it waits for or holds back: rows of its own place and of the whole, else the templates alone."""
    wanted = list(keys)
    rows = {row.key: row for row in queries.near(actor, value, wanted, one.place)} if wanted else {}
    return [{"template": value.rules.tasks[key], "task": rows.get(key)} for key in wanted if key in value.rules.tasks]


def _shown(value: ElectionValue, id_: Id) -> dict[str, object]:
    """A task of the network with the code of its page, where it has one."""
    key, place = id_
    code = "" if place == EACH else key if place == WHOLE else f"{key}-{place}"
    return {"template": value.rules.tasks[key], "code": code}


def _endangered(value: ElectionValue, network: Network, id_: Id) -> list[dict[str, object]]:
    return [_shown(value, one.id) | {"found": one} for one in network.endangers(id_)]


def _told(one: TaskValue, value: ElectionValue, now: datetime) -> list[dict[str, object]]:
    """Who is told when it is late: bodies, the instant, whether it has come."""
    template: Template | None = one.template
    rule = value.rules.escalations.get(template.escalation or "") if template else None
    if rule is None or one.superior_at is None or one.headquarters_at is None or one.finished:
        return []
    pairs = (((rule.superior,), one.superior_at), (rule.headquarters, one.headquarters_at))
    return [{"bodies": bodies, "at": at, "come": at <= now and one.late(now)} for bodies, at in pairs]


def known(value: ElectionValue, key: str) -> Template:
    """A template of the plan by its key; any other is out of scope."""
    if key not in value.rules.tasks:
        raise OutOfScope(key)
    return value.rules.tasks[key]
