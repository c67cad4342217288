"""Reads of the action plan: the whole in numbers, its tasks filtered and paged, one with its steps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, F, Max, Min, Q, QuerySet

from legation.base.actors import Actor, OutOfScope
from legation.base.wording import text_of
from legation.base.wording.codes import Coded
from legation.coordination.convert.tasks import (
    SOON,
    ActionPlanValue,
    StepValue,
    TaskValue,
    plan_value,
    step_value,
    task_value,
)
from legation.coordination.models import ActionPlan, Task, TaskStep
from legation.missions.models import Mission
from legation.missions.permissions import at_home, own_mission
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation.plan.queries import lawbook_in_use
from legation_core.lawbook.model import Task as Template
from legation_core.register.folding import fold
from legation_core.tasks.states import OPEN_STATES, State

SORTS = {
    "due": ("due_at", "pk"),
    "begins": ("begins_by", "due_at", "pk"),
    "mission": ("mission__sorting", "due_at", "pk"),
    "owner": ("owner", "due_at", "pk"),
    "state": ("state", "due_at", "pk"),
    "task": ("key", "mission__sorting", "pk"),
}
STANDINGS = ("late", "open", "started", "waiting", "finished", "dropped")
"""How the plan is told, each task once: late is whatever is left to do and was due; the others by their state."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which tasks are wanted; an empty part asks for all."""

    words: str = ""
    standing: str = ""
    area: str = ""
    owner: str = ""
    mission: str = ""
    key: str = ""
    doer: str = ""
    sort: str = "due"


@dataclass(frozen=True, slots=True)
class Totals:
    """The tasks that an actor sees, by how they stand and by subject and owner."""

    standings: Mapping[str, int]
    areas: Mapping[str, int] = field(default_factory=dict)
    owners: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.standings.values())


def approved(election: ElectionValue) -> ActionPlanValue | None:
    """When and by whom the plan was approved; nothing before."""
    row = ActionPlan.objects.filter(pk=election.code).first()
    return plan_value(row) if row else None


def seen(actor: Actor, election: ElectionValue) -> QuerySet[Task]:
    """The tasks that the actor sees: the institutions all, a mission its own and those of the whole."""
    rows = Task.objects.filter(election=election.code)
    if at_home(actor):
        return rows
    own = own_mission(actor)
    return rows.filter(Q(mission__isnull=True) | Q(mission__code=own)) if own else rows.filter(mission__isnull=True)


def standing(name: str, now: datetime) -> Q:
    """The condition that a task stands so at `now`."""
    return {
        "late": Q(state__in=OPEN_STATES, due_at__lte=now),
        "open": Q(state__in=(State.OPEN, State.RETURNED), due_at__gt=now),
        "started": Q(state=State.STARTED, due_at__gt=now),
        "waiting": Q(state=State.DONE, finished=False),
        "finished": Q(finished=True) & ~Q(state=State.DROPPED),
        "dropped": Q(state=State.DROPPED),
    }.get(name, Q())


def totals(actor: Actor, election: ElectionValue, now: datetime) -> Totals:
    """The plan in numbers: three queries."""
    rows = seen(actor, election)
    counted = rows.aggregate(**{name: Count("pk", filter=standing(name, now)) for name in STANDINGS})
    areas = rows.order_by().values_list("area").annotate(count=Count("pk"))
    owners = rows.order_by().values_list("owner").annotate(count=Count("pk"))
    return Totals(counted, dict(areas), dict(owners))


def counted(election: ElectionValue, since: datetime | None, until: datetime) -> dict[str, int]:
    """How the whole plan stands at `until`, and how many were done and became late after `since`. One query."""
    after = Q(done_at__gt=since) if since else Q(done_at__isnull=False)
    late = standing("late", until) & (Q(due_at__gt=since) if since else Q())
    names = {name: standing(name, until) for name in STANDINGS}
    names |= {"newly_done": after & Q(done_at__lte=until) & ~Q(state__in=OPEN_STATES), "newly_late": late}
    counts = {name: Count("pk", filter=condition) for name, condition in names.items()}
    return dict(Task.objects.filter(election=election.code).aggregate(**counts))


def chosen(actor: Actor, election: ElectionValue, asked: Asked, now: datetime) -> QuerySet[Task]:
    """The rows that are asked for, sorted; nothing is read before a part of them is."""
    rows = seen(actor, election).filter(standing(asked.standing, now))
    exact = {
        "area": asked.area,
        "owner": asked.owner,
        "key": asked.key,
        "mission__code": asked.mission,
        "doer": asked.doer,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    for word in fold(asked.words[:80]).split():
        rows = rows.filter(sorting__contains=word)
    column = asked.sort.removeprefix("-")
    order = [F(one) for one in SORTS.get(column, SORTS["due"])]
    down = asked.sort.startswith("-")
    return rows.order_by(*[one.desc(nulls_last=True) if down else one.asc(nulls_first=True) for one in order])


def part(rows: QuerySet[Task], election: ElectionValue, first: int = 0, count: int | None = None) -> list[TaskValue]:
    """A part of the chosen rows as values: one query."""
    end = None if count is None else first + count
    return [task_value(row, election.rules) for row in rows.select_related("mission")[first:end]]


def values_of(rows: Iterable[Task], election: ElectionValue) -> list[TaskValue]:
    """Rows of one page, chosen before, as values."""
    found = rows.select_related("mission") if isinstance(rows, QuerySet) else rows
    return [task_value(row, election.rules) for row in found]


def every(election: ElectionValue, now: datetime) -> list[dict[str, object]]:
    """The whole plan as flat rows, for the command line: no person stands in them."""
    rows = Task.objects.filter(election=election.code).order_by("due_at", "pk")
    return [task_row(one, now) for one in values_of(rows, election)]


def listed(actor: Actor, election: ElectionValue, asked: Asked, now: datetime) -> list[TaskValue]:
    """Every task that is asked for."""
    return part(chosen(actor, election, asked, now), election)


def next_ones(actor: Actor, election: ElectionValue, now: datetime, most: int) -> list[TaskValue]:
    """What the actor's own body or mission has to do next: overdue, due soon, or to be begun by today. One query."""
    own = own_mission(actor)
    bodies = [key for key in election.rules.book.bodies if acts_for(actor, election.rules, key)]
    mine = Q(mission__code=own) if own else Q(mission__isnull=True, owner__in=bodies)
    soon = Q(due_at__lte=now + SOON) | Q(begins_by__lte=now.date())
    rows = seen(actor, election).filter(mine, soon, state__in=OPEN_STATES, finished=False)
    return part(rows.order_by("due_at", "pk"), election, 0, most)


def told_to(actor: Actor, election: ElectionValue, now: datetime) -> int:
    """How many late tasks have been told on to the actor's body, as superior or as headquarters. One query."""
    rules = election.rules
    wanted = Q(pk__in=[])
    for key, rule in rules.escalations.items():
        keys = [task.key for task in rules.tasks.values() if task.escalation == key]
        if acts_for(actor, rules, rule.superior):
            wanted |= Q(key__in=keys, superior_at__lte=now)
        if any(acts_for(actor, rules, body) for body in rule.headquarters):
            wanted |= Q(key__in=keys, headquarters_at__lte=now)
    return seen(actor, election).filter(wanted, state__in=OPEN_STATES, finished=False).count()


def to_accept(actor: Actor, election: ElectionValue) -> int:
    """How many tasks wait for the actor as their second person. One query."""
    rules, own = election.rules, own_mission(actor)
    bodies = [key for key in rules.book.bodies if acts_for(actor, rules, key)]
    rows = seen(actor, election).filter(state=State.DONE, finished=False, accepted_by__in=bodies)
    return (rows.filter(mission__code=own) if own else rows).exclude(reported_by=actor.person).count()


def task_for(actor: Actor, election: ElectionValue, code: str) -> TaskValue:
    """One task that the actor sees; any other is out of scope."""
    row = seen(actor, election).filter(code=code).select_related("mission").first()
    if row is None:
        raise OutOfScope(code)
    return task_value(row, election.rules)


def steps(task: TaskValue) -> tuple[StepValue, ...]:
    """Every step of a task, the newest first."""
    return tuple(step_value(row) for row in TaskStep.objects.filter(task=task.id).order_by("-at", "-pk"))


def near(actor: Actor, election: ElectionValue, keys: Iterable[str], mission: str) -> list[TaskValue]:
    """The tasks of these templates in one mission and of the whole: what one task waits for and holds back."""
    rows = seen(actor, election).filter(Q(mission__isnull=True) | Q(mission__code=mission), key__in=list(keys))
    return part(rows.order_by("due_at", "pk"), election)


@dataclass(frozen=True, slots=True)
class Summary:
    """One template over all its places."""

    template: Template
    places: int
    finished: int
    late: int
    waiting: int
    """Reported done, and to be accepted by a second person."""
    begins_by: date
    due_on: date
    last_due_on: date
    done_on: date | None
    """The last day on which one of them was done."""


def summaries(actor: Actor, election: ElectionValue, now: datetime) -> list[Summary]:
    """The plan a template a line, in the order of the lawbook: one query however many missions."""
    rows = (
        seen(actor, election)
        .order_by()
        .values("key")
        .annotate(
            places=Count("pk"),
            done=Count("pk", filter=Q(finished=True)),
            late=Count("pk", filter=standing("late", now)),
            waiting=Count("pk", filter=standing("waiting", now)),
            begins=Min("begins_by"),
            first=Min("due_on"),
            last=Max("due_on"),
            ended=Max("done_on"),
        )
    )
    found = {row["key"]: row for row in rows}
    return [
        Summary(
            template=template,
            places=row["places"],
            finished=row["done"],
            late=row["late"],
            waiting=row["waiting"],
            begins_by=row["begins"],
            due_on=row["first"],
            last_due_on=row["last"],
            done_on=row["ended"],
        )
        for key, template in election.rules.tasks.items()
        if (row := found.get(key))
    ]


def by_mission(actor: Actor, election: ElectionValue, codes: Sequence[str]) -> dict[str, dict[str, TaskValue]]:
    """The tasks of these missions, by mission and key: one query."""
    found: dict[str, dict[str, TaskValue]] = defaultdict(dict)
    rows = seen(actor, election).filter(mission__code__in=list(codes)).select_related("mission")
    for row in rows:
        value = task_value(row, election.rules)
        found[value.place][value.key] = value
    return found


def task_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Tasks in records: the words of the lawbook in use and the city, in the reader's language. One query a kind."""
    books = {one: lawbook_in_use(one) for one in {coded.jurisdiction for coded in wanted}}
    texts = {
        (jurisdiction, item.key): text_of(item.text)
        for jurisdiction, book in books.items()
        if book
        for _, item in book.provisions
        if isinstance(item, Template)
    }
    posts = Mission.objects.filter(jurisdiction__in=books, code__in={one.code.partition("-")[2] for one in wanted})
    cities = {
        (place, code): text_of(names) for place, code, names in posts.values_list("jurisdiction", "code", "cities")
    }
    return {one: told for one in wanted if (told := _told(one, texts, cities))}


def _told(coded: Coded, texts: Mapping[tuple[str, str], str], cities: Mapping[tuple[str, str], str]) -> str:
    key, _, mission = coded.code.partition("-")
    text, city = texts.get((coded.jurisdiction, key), ""), cities.get((coded.jurisdiction, mission), mission)
    return f"{text}, {city}" if text and city else text


def task_row(task: TaskValue, now: datetime) -> dict[str, object]:
    """A task as a flat row of names and plain values."""
    return {
        "task": task.code,
        "title": text_of(task.text),
        "area": task.area,
        "owner": task.owner,
        "mission": task.place,
        "state": str(task.state),
        "late": "yes" if task.late(now) else "",
        "told_on": int(task.level(now)) or "",
        "begins_by": task.begins_by,
        "due": task.due_on,
        "working_days": task.lead,
        "accepted_by": task.accepted_by,
        "done": task.done_on or "",
        "basis": str(task.template.basis) if task.template else "",
        "source": task.template.source if task.template else "",
    }
