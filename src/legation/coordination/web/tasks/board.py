"""The action plan as a board: what is overdue, to do, under way, waiting and finished, the next of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.coordination.queries import critical
from legation.coordination.queries import tasks as queries
from legation.coordination.queries.tasks import Asked
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for

COLUMNS = ("late", "open", "started", "waiting", "finished")
A_COLUMN = 8


@page(Permission.TASK_READ)
def board(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    standing = queries.approved(value)
    totals = queries.totals(actor, value, now)
    columns = [
        {
            "name": name,
            "count": totals.standings[name],
            "tasks": queries.part(queries.chosen(actor, value, asked, now), value, 0, A_COLUMN),
        }
        for name in COLUMNS
        for asked in [Asked(standing=name, sort="-due" if name == "finished" else "due")]
    ]
    network = critical.of_all(actor, value, now)
    context = {
        "election": value,
        "standing": standing,
        "totals": totals,
        "columns": columns,
        "path": [value.rules.tasks[key] for key, _place in network.path()],
        "may_approve": _may_approve(actor, value),
        "done": totals.standings["finished"],
    }
    return render(request, "coordination/tasks/board.html", context)


def _may_approve(actor: Actor, value: ElectionValue) -> bool:
    """Whether the lawbook names the actor's body, there are tasks, and the role holds the power."""
    competence = value.rules.competences.get("approve_plan")
    held = Permission.PLAN_APPROVE in actor.permissions and bool(value.rules.tasks)
    return held and competence is not None and acts_for(actor, value.rules, competence.body)
