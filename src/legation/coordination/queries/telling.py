"""Reads of late tasks that are told on: which are to be told, and of which somebody was told."""

from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet

from legation.base.actors import Actor
from legation.coordination.models import Task
from legation.coordination.queries.tasks import seen
from legation.missions.permissions import own_mission
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation_core.tasks.escalation import Level
from legation_core.tasks.states import OPEN_STATES


def to_tell(now: datetime) -> QuerySet[Task]:
    """Late tasks of which somebody is to be told and is not yet."""
    owed = (
        Q(told__isnull=True)
        | Q(told__lt=Level.SUPERIOR, superior_at__lte=now)
        | Q(told__lt=Level.HEADQUARTERS, headquarters_at__lte=now)
    )
    return Task.objects.filter(owed, state__in=OPEN_STATES, finished=False, due_at__lte=now)


def with_tasks_to_tell(now: datetime) -> list[tuple[str, str]]:
    """The elections, each with its jurisdiction, in which somebody is to be told of a late task. One query."""
    rows = to_tell(now).order_by("election").values_list("election", "election__jurisdiction").distinct()
    return [(election, jurisdiction) for election, jurisdiction in rows]


def told(actor: Actor, election: ElectionValue) -> tuple[int, datetime | None]:
    """Of how many late tasks the actor has been told, and when last. One query."""
    rules, own = election.rules, own_mission(actor)
    bodies = [key for key in rules.book.bodies if acts_for(actor, rules, key)]
    wanted = Q(mission__code=own) if own else Q(mission__isnull=True, owner__in=bodies)
    for name, rule in rules.escalations.items():
        keys = [task.key for task in rules.tasks.values() if task.escalation == name]
        if rule.superior in bodies:
            wanted |= Q(key__in=keys, told__gte=Level.SUPERIOR)
        if set(rule.headquarters) & set(bodies):
            wanted |= Q(key__in=keys, told__gte=Level.HEADQUARTERS)
    rows = seen(actor, election).filter(wanted, told__isnull=False, state__in=OPEN_STATES, finished=False)
    found = rows.aggregate(count=Count("pk"), last=Max("told_at"))
    return found["count"], found["last"]
