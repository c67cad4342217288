"""Telling on late tasks: to whoever owes them, the superior, both headquarters."""

from collections import Counter
from datetime import datetime

from legation.base.actors import Actor
from legation.coordination.models import Task, TaskStep
from legation.coordination.queries.telling import to_tell
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation_core.problems import Refused
from legation_core.tasks.escalation import Level

MOST_AT_ONCE = 500
"""Tasks of one act; the rest comes with the next, so that no transaction is long."""
STEPS = {Level.OWNER: "owner", Level.SUPERIOR: "superior", Level.HEADQUARTERS: "headquarters"}


def tell_late_tasks(*, election: str, by: Actor, at: datetime) -> int:
    """Tell on late tasks of an election, each level once; how many. Refused (A006) where nobody is left to tell."""
    with act("tasks_told_on", by=by, at=at) as record:
        value = plan.election(election)
        found = to_tell(at).filter(election=election).select_for_update().order_by("pk")
        rows = list(found[:MOST_AT_ONCE])
        if not rows:
            raise Refused("A006")
        for row in rows:
            row.told, row.told_at = _reached(row, at), at
        Task.objects.bulk_update(rows, ["told", "told_at"], batch_size=200)
        TaskStep.objects.bulk_create(
            TaskStep(task=row, step=STEPS[_reached(row, at)], state=row.state, at=at, body="", person="")
            for row in rows
        )
        counts = Counter(row.told for row in rows)
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, subject=f"plan:{election}",
            body=by.body,
        )  # fmt: skip
        record.public(
            told_owners=counts[Level.OWNER],
            told_superiors=counts[Level.SUPERIOR],
            told_headquarters=counts[Level.HEADQUARTERS],
        )
        record.private(tasks=" ".join(row.code for row in rows)[:4000])
    return len(rows)


def _reached(row: Task, at: datetime) -> Level:
    """How far a late task is to be told on at an instant."""
    if row.headquarters_at and row.headquarters_at <= at:
        return Level.HEADQUARTERS
    return Level.SUPERIOR if row.superior_at and row.superior_at <= at else Level.OWNER
