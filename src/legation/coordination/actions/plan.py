"""Approving the action plan, and reporting one task done in many missions at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from legation.base.actors import Actor, Permission, require
from legation.coordination.models import ActionPlan, Task, TaskStep
from legation.coordination.permissions.tasks import accepts, directs, scopes_of
from legation.coordination.queries.sites import sites
from legation.integrity.actions import act
from legation.missions.models import Mission
from legation.plan import queries as plan
from legation.plan.actions import hold_election
from legation.plan.convert import ElectionValue
from legation.plan.permissions import competent
from legation_core.lawbook.model import Task as Template
from legation_core.problems import Refused
from legation_core.register.folding import fold
from legation_core.tasks.critical import in_order, latest
from legation_core.tasks.escalation import telling
from legation_core.tasks.plan import WHOLE, Id, Planned, Site, due_at, expand
from legation_core.tasks.states import OPEN_STATES, State
from legation_core.timetable.zones import local


def approve_plan(*, election: str, number: str = "", by: Actor, at: datetime) -> int:
    """Approve the plan that the lawbook's tasks make of the election and its missions; how many tasks were added.

    Approved again, it takes up what has come since: a new mission, a task of a new version of the lawbook.
    """
    with act("plan_approved", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.PLAN_APPROVE, scopes_of(value.jurisdiction, election))
        body = competent(by, value.rules, "approve_plan").body
        if not value.rules.tasks:
            raise Refused("C217")
        hold_election(election)
        missions = {row.code: row for row in Mission.objects.filter(jurisdiction=value.jurisdiction).order_by("code")}
        made = _make(value, missions)
        if not made:
            raise Refused("C216")
        ActionPlan.objects.get_or_create(
            election_id=election, defaults={"approved_at": at, "body": body, "number": number.strip()[:80]}
        )
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest,
            subject=f"plan:{election}", body=body,
        )  # fmt: skip
        record.public(tasks=len(made), missions=len({row.mission_id for row in made if row.mission_id}))
    return len(made)


def _make(value: ElectionValue, missions: Mapping[str, Mission]) -> list[Task]:
    places, standing = sites(value), due_days(value.code)
    planned = expand(value.rules.tasks.values(), value.dates, sorted(missions), standing)
    bounds = latest(in_order(planned), places)
    words = {key: " ".join([*one.text.values(), key]) for key, one in value.rules.tasks.items()}
    rows = [
        _row(value, one, places[one.place], bounds[one.id][0], missions.get(one.place), words)
        for one in planned
        if one.id not in standing
    ]
    return Task.objects.bulk_create(rows, batch_size=500)


def due_days(election: str) -> dict[Id, date]:
    """The days on which the tasks that stand are due."""
    rows = Task.objects.filter(election=election).values_list("key", "mission__code", "due_on")
    return {(key, mission or WHOLE): due for key, mission, due in rows}


def _row(
    value: ElectionValue, one: Planned, site: Site, begins_by: date, mission: Mission | None, words: Mapping[str, str]
) -> Task:
    template = value.rules.tasks[one.key]
    row = Task(
        election_id=value.code, code=f"{one.key}-{one.place}" if one.place else one.key, key=one.key, mission=mission,
        area=template.area, owner=template.owner, accepted_by=template.accepted_by or "", lead=one.lead,
        begins_by=begins_by, sorting=fold(f"{words[one.key]} {mission.sorting if mission else ''}")[:600],
    )  # fmt: skip
    set_due(row, value, template, one.due_on, site)
    return row


def set_due(row: Task, value: ElectionValue, template: Template | None, due_on: date, site: Site) -> None:
    """The day on which a task is due, with the instants from which it is late and told on."""
    row.due_on, row.due_at = due_on, due_at(due_on, site)
    rule = value.rules.escalations.get(template.escalation or "") if template else None
    told = telling(due_on, site, rule) if rule else ()
    row.superior_at, row.headquarters_at = (told[0].at, told[1].at) if told else (None, None)


def report_many(*, election: str, key: str, missions: Sequence[str], evidence: str, by: Actor, at: datetime) -> int:
    """Report a task done in several missions, as headquarters hear it from them; in how many it was still to do."""
    with act("tasks_reported", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.TASK_DIRECT, scopes_of(value.jurisdiction, election))
        if not directs(by):
            raise Refused("A001", facts={"role": by.role, "permission": Permission.TASK_DIRECT})
        if not evidence.strip():
            raise Refused("C215")
        rows = list(
            Task.objects.select_for_update()
            .filter(election=election, key=key, mission__code__in=list(missions), state__in=OPEN_STATES)
            .order_by("pk")
        )
        if not rows:
            raise Refused("C221")
        _report(rows, {row.pk: row for row in Mission.objects.filter(jurisdiction=value.jurisdiction)}, by, at)
        TaskStep.objects.bulk_create(_steps(rows, evidence.strip()[:500], by, at))
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, subject=f"plan:{election}"
        )
        record.public(task=key, missions=len(rows))
        record.private(evidence=evidence.strip()[:500])
    return len(rows)


def accept_many(*, election: str, key: str, missions: Sequence[str], by: Actor, at: datetime) -> int:
    """Accept a task in several missions, where another person reported it done; in how many it waited for that."""
    with act("tasks_accepted", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.TASK_DO, scopes_of(value.jurisdiction, election))
        waiting = Task.objects.select_for_update().filter(
            election=election, key=key, mission__code__in=list(missions), state=State.DONE, finished=False
        )
        rows = list(waiting.exclude(reported_by=by.person).order_by("pk"))
        if not rows:
            raise Refused("C222")
        body = rows[0].accepted_by
        if not accepts(by, value.rules, body):
            raise Refused("C218", facts={"body": body})
        waiting.filter(pk__in=[row.pk for row in rows]).update(state=State.ACCEPTED, finished=True)
        TaskStep.objects.bulk_create(_steps(rows, "", by, at, "accept", State.ACCEPTED))
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest,
            subject=f"plan:{election}", body=body,
        )  # fmt: skip
        record.public(task=key, missions=len(rows))
    return len(rows)


def _report(rows: Iterable[Task], missions: Mapping[int, Mission], by: Actor, at: datetime) -> None:
    for row in rows:
        zone = missions[row.mission_id].zone if row.mission_id else "UTC"
        row.state, row.finished = State.DONE, not row.accepted_by
        row.reported_by, row.done_at, row.done_on = by.person, at, local(at, zone).date()
    Task.objects.bulk_update(rows, ["state", "finished", "reported_by", "done_at", "done_on"], batch_size=200)


def _steps(
    rows: Iterable[Task], text: str, by: Actor, at: datetime, step: str = "report", state: State = State.DONE
) -> list[TaskStep]:
    return [
        TaskStep(task=row, step=step, state=state, at=at, body=by.body, person=by.person, text=text) for row in rows
    ]
