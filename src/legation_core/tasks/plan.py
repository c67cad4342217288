"""The tasks of one election: the templates of its lawbook, once for the election or once in each mission, with days.

A task that is needed and done once holds back every mission; one that is done in each mission holds back its own
mission, and what is done once waits for every mission. Source of the rule: none; it is what "after" means.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from legation_core.lawbook.model import Task
from legation_core.timetable.deadlines import ElectionDates
from legation_core.timetable.working_days import WorkingDays
from legation_core.timetable.zones import END_OF_DAY, Edge, instant

Id = tuple[str, str]
"""(key of the task, code of the mission or empty)."""
WHOLE = ""
"""The place of what is done once for the election."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a task is done: a mission, or (`""`) the institutions at home."""

    code: str
    zone: str
    working: WorkingDays = field(default_factory=WorkingDays)


@dataclass(frozen=True, slots=True)
class Planned:
    """One task at one place: by when, how long it takes, what it waits for."""

    key: str
    place: str
    due_on: date
    lead: int = 1
    after: tuple[Id, ...] = ()

    @property
    def id(self) -> Id:
        return self.key, self.place


def expand(
    tasks: Iterable[Task], dates: ElectionDates, missions: Sequence[str], due: Mapping[Id, date] | None = None
) -> tuple[Planned, ...]:
    """Every task of an election and its missions, in the order of the templates. `due` are days set otherwise."""
    known = {task.key: task for task in tasks}
    moved = due or {}
    return tuple(
        Planned(
            task.key,
            place,
            moved.get((task.key, place), due_on(task, dates)),
            task.lead,
            tuple(_needs(task, place, known, missions)),
        )
        for task in known.values()
        for place in places_of(task, missions)
    )


def due_on(task: Task, dates: ElectionDates) -> date:
    """The day by whose end the task is due."""
    return dates.day_of(task.anchor) + timedelta(days=task.days)


def due_at(day: date, site: Site) -> datetime:
    """The instant at which a task due on `day` is late: the end of that day on the clocks of the place."""
    return instant(day, END_OF_DAY, site.zone, Edge.END)


def places_of(task: Task, missions: Sequence[str]) -> Sequence[str]:
    return missions if task.each == "mission" else (WHOLE,)


def _needs(task: Task, place: str, known: Mapping[str, Task], missions: Sequence[str]) -> Iterator[Id]:
    for key in task.after:
        if key not in known:
            continue
        places = places_of(known[key], missions)
        yield from ((key, place),) if place in places else ((key, other) for other in places)


def downstream(tasks: Iterable[Task], key: str) -> frozenset[str]:
    """The keys of the tasks that wait for `key`, near or far."""
    waiting: dict[str, set[str]] = {}
    for task in tasks:
        for before in task.after:
            waiting.setdefault(before, set()).add(task.key)
    found: set[str] = set()
    ahead = [key]
    while ahead:
        new = waiting.get(ahead.pop(), set()) - found
        found |= new
        ahead.extend(new)
    return frozenset(found)
