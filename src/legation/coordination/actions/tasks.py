"""The steps of one task: taken, started, reported done, accepted or returned, given on, moved, dropped."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from legation.accounts import queries as accounts
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.coordination.actions.plan import due_days, set_due
from legation.coordination.convert.tasks import task_value
from legation.coordination.models import Task, TaskStep
from legation.coordination.permissions.tasks import accepts, directs, does, scopes_of
from legation.coordination.queries.sites import site_of, sites
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.problems import Refused
from legation_core.tasks.critical import in_order, latest
from legation_core.tasks.plan import WHOLE, expand
from legation_core.tasks.states import State, step
from legation_core.timetable.zones import local


@dataclass(slots=True)
class _Held:
    """A task whose row is locked until the act ends."""

    value: ElectionValue
    row: Task
    record: Record
    by: Actor
    at: datetime

    @property
    def place(self) -> str:
        return self.row.mission.code if self.row.mission else WHOLE

    def move(self, name: str, *, reason: str = "", evidence: str = "", due_on: date | None = None) -> None:
        """Take a step: the core allows or refuses it, the row follows, the step is kept."""
        core = task_value(self.row, self.value.rules).core
        state = step(core, name, by=self.by.person, reason=reason, evidence=evidence)
        text = (reason or evidence).strip()[:500]
        self.row.state = state
        self.row.finished = state in (State.ACCEPTED, State.DROPPED) or (
            state is State.DONE and not self.row.accepted_by
        )
        self.row.save()
        TaskStep.objects.create(
            task=self.row, step=name, state=state, at=self.at, body=self.record.body or self.by.body,
            person=self.by.person, text=text, due_on=due_on,
        )  # fmt: skip
        if text:
            self.record.private(text=text)


@contextmanager
def _held(kind: str, election: str, code: str, by: Actor, at: datetime) -> Iterator[_Held]:
    """The act on one task. Unknown, or of a mission that the actor does not see: out of scope."""
    with act(kind, by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = Task.objects.select_for_update(of=("self",)).filter(election=election, code=code).first()
        if row is None:
            raise OutOfScope(code)
        mission = row.mission.code if row.mission else ""
        scopes = scopes_of(value.jurisdiction, election, mission)
        require(by, Permission.TASK_DO, scopes | ({by.grant.scope} if not mission else set()))
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, subject=f"task:{code}"
        )
        record.public(task=code)
        yield _Held(value, row, record, by, at)


def _doing(held: _Held) -> None:
    """Refuses whoever neither does this task nor directs the plan."""
    if does(held.by, held.value.rules, held.row.owner, held.place):
        if not held.place:
            held.record.about(body=held.row.owner)
    elif not directs(held.by):
        raise Refused("C218", facts={"body": held.row.owner})


def take_task(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Take a task upon oneself."""
    with _held("task_taken", election, code, by, at) as held:
        if not does(by, held.value.rules, held.row.owner, held.place):
            raise Refused("C218", facts={"body": held.row.owner})
        held.row.doer = by.person
        held.move("take")


def start_task(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Begin the work; whoever begins it has taken it."""
    with _held("task_started", election, code, by, at) as held:
        _doing(held)
        held.row.doer = held.row.doer or by.person
        held.move("start")


def report_task(*, election: str, code: str, evidence: str = "", by: Actor, at: datetime) -> None:
    """Report a task done, with what shows it."""
    with _held("task_reported", election, code, by, at) as held:
        _doing(held)
        zone = held.row.mission.zone if held.row.mission else held.value.home_zone
        held.row.doer = held.row.doer or by.person
        held.row.reported_by, held.row.done_at, held.row.done_on = by.person, at, local(at, zone).date()
        held.move("report", evidence=evidence)


def accept_task(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Accept what another person reported done."""
    with _held("task_accepted", election, code, by, at) as held:
        _accepting(held)
        held.move("accept")


def return_task(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Return a task: it is to be done again."""
    with _held("task_returned", election, code, by, at) as held:
        _accepting(held)
        held.row.done_at = held.row.done_on = None
        held.move("return", reason=reason)


def _accepting(held: _Held) -> None:
    body = held.row.accepted_by
    if body and not accepts(held.by, held.value.rules, body, held.place):
        raise Refused("C218", facts={"body": body})
    held.record.about(body=body)


def reassign_task(*, election: str, code: str, person: str, by: Actor, at: datetime) -> None:
    """Give a task to another person who acts for its owner."""
    with _held("task_reassigned", election, code, by, at) as held:
        _doing(held)
        if not _can_do(held, person.strip()):
            raise Refused("C220", facts={"person": person.strip()[:40]})
        held.row.doer = person.strip()
        held.move("reassign")


def _can_do(held: _Held, person: str) -> bool:
    try:
        first = accounts.actor_by_code(person, held.at)
    except Refused:
        return False
    grants = (first.grant, *first.other_grants)
    actors = [accounts.actor_of(person, grant) for grant in grants if grant.jurisdiction == held.value.jurisdiction]
    return any(does(one, held.value.rules, held.row.owner, held.place) for one in actors)


def reschedule_task(*, election: str, code: str, due_on: date, reason: str, by: Actor, at: datetime) -> None:
    """Move the day on which a task is due; what comes before it may begin later or must begin earlier."""
    with _held("task_rescheduled", election, code, by, at) as held:
        require(by, Permission.TASK_DIRECT, scopes_of(held.value.jurisdiction, election, held.place))
        before, row = held.row.due_on, held.row
        if due_on == before:
            raise Refused("C219", facts={"due": due_on.isoformat()})
        mission = task_value(row, held.value.rules).mission
        set_due(row, held.value, held.value.rules.tasks.get(row.key), due_on, site_of(held.value, mission))
        if row.due_at > at:
            row.told = row.told_at = None  # late again, it is told on again
        held.move("reschedule", reason=reason, due_on=before)
        begin_anew(held.value)
        held.record.public(before=before.isoformat(), after=due_on.isoformat())


def begin_anew(value: ElectionValue) -> None:
    """Reckon anew by when each task must begin; only rows that change are written."""
    days = due_days(value.code)
    missions = sorted({mission for _, mission in days if mission})
    planned = expand(value.rules.tasks.values(), value.dates, missions, days)
    bounds = latest(in_order(planned), sites(value))
    changed = []
    for row in (
        Task.objects.filter(election=value.code).select_related("mission").only("key", "begins_by", "mission__code")
    ):
        found = bounds.get((row.key, row.mission.code if row.mission else WHOLE))
        if found and row.begins_by != found[0]:
            row.begins_by = found[0]
            changed.append(row)
    Task.objects.bulk_update(changed, ["begins_by"], batch_size=500)


def drop_task(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Drop a task that need not be done, with the reason; what waits for it may begin."""
    with _held("task_dropped", election, code, by, at) as held:
        require(by, Permission.TASK_DIRECT, scopes_of(held.value.jurisdiction, election, held.place))
        held.move("drop", reason=reason)
