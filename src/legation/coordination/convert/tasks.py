"""Rows of the action plan as values."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legation.coordination.models.tasks import ActionPlan, Task, TaskStep
from legation.missions.convert import MissionValue, mission_value
from legation_core.lawbook.model import Rules
from legation_core.lawbook.model import Task as Template
from legation_core.tasks.escalation import Level
from legation_core.tasks.states import OPEN_STATES, State, TaskState
from legation_core.values import Text

SOON = timedelta(days=3)
"""What is due within so much time is marked."""


@dataclass(frozen=True, slots=True)
class TaskValue:
    """A task with the words of its template, and how it stands."""

    id: int
    code: str
    key: str
    text: Text
    template: Template | None
    """What the lawbook in force says of it; none where a later version has left it out."""
    mission: MissionValue | None
    area: str
    owner: str
    accepted_by: str
    lead: int
    begins_by: date
    due_on: date
    due_at: datetime
    superior_at: datetime | None
    headquarters_at: datetime | None
    state: State
    finished: bool
    doer: str
    reported_by: str
    done_at: datetime | None
    done_on: date | None

    @property
    def place(self) -> str:
        return self.mission.code if self.mission else ""

    @property
    def core(self) -> TaskState:
        asked = bool(self.template and self.template.evidence)
        return TaskState(self.state, bool(self.accepted_by), self.reported_by, self.doer, asked)

    def late(self, now: datetime) -> bool:
        return self.state in OPEN_STATES and self.due_at <= now

    def level(self, now: datetime) -> Level:
        """How far it has been told on at `now`."""
        if not self.late(now):
            return Level.OWNER
        if self.headquarters_at and self.headquarters_at <= now:
            return Level.HEADQUARTERS
        return Level.SUPERIOR if self.superior_at and self.superior_at <= now else Level.OWNER

    def shape(self, now: datetime) -> str:
        """The shape of state that pages draw."""
        if self.state is State.DROPPED:
            return "not_required"
        if self.finished:
            return "met"
        if self.late(now):
            return "overdue"
        if self.state in OPEN_STATES and self.due_at - now <= SOON:
            return "due_soon"
        return "not_due" if self.state is State.OPEN else "under_way"


@dataclass(frozen=True, slots=True)
class ActionPlanValue:
    approved_at: datetime
    body: str
    number: str


@dataclass(frozen=True, slots=True)
class StepValue:
    step: str
    state: State
    at: datetime
    body: str
    person: str
    text: str
    due_on: date | None


def task_value(row: Task, rules: Rules) -> TaskValue:
    template = rules.tasks.get(row.key)
    return TaskValue(
        id=row.pk,
        code=row.code,
        key=row.key,
        text=template.text if template else Text({"en": row.key}),
        template=template,
        mission=mission_value(row.mission) if row.mission else None,
        area=row.area,
        owner=row.owner,
        accepted_by=row.accepted_by,
        lead=row.lead,
        begins_by=row.begins_by,
        due_on=row.due_on,
        due_at=row.due_at,
        superior_at=row.superior_at,
        headquarters_at=row.headquarters_at,
        state=State(row.state),
        finished=row.finished,
        doer=row.doer,
        reported_by=row.reported_by,
        done_at=row.done_at,
        done_on=row.done_on,
    )


def step_value(row: TaskStep) -> StepValue:
    return StepValue(row.step, State(row.state), row.at, row.body, row.person, row.text, row.due_on)


def plan_value(row: ActionPlan) -> ActionPlanValue:
    return ActionPlanValue(row.approved_at, row.body, row.number)
