"""The critical path: how early each task can begin and how late it may, its slack, and what a late one endangers.

The method is that of Kelley and Walker, "Critical-path planning and scheduling" (1959), with the working days of each
place in the stead of one calendar: work that ends in one place lets work elsewhere begin on the day after.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from legation_core.problems import Refused
from legation_core.tasks.plan import Id, Planned, Site

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Room:
    """When a task can and when it must be done."""

    earliest_start: date
    earliest_end: date
    latest_start: date
    latest_end: date
    slack: int
    """Working days of its place by which it can begin later and endanger nothing; negative: it is too late already."""


Sites = Mapping[str, Site]


def reckon(
    plan: Sequence[Planned], sites: Sites, begin: date, ended: Mapping[Id, date] | None = None
) -> dict[Id, Room]:
    """The room of every task when work begins on `begin`. `ended` are the days on which tasks were done."""
    ordered = in_order(plan)
    early = earliest(ordered, sites, begin, ended or {})
    late = latest(ordered, sites)
    return {
        task.id: Room(
            *early[task.id],
            *late[task.id],
            sites[task.place].working.between(early[task.id][0], late[task.id][0]),
        )
        for task in ordered
    }


def in_order(plan: Iterable[Planned]) -> tuple[Planned, ...]:
    """The tasks so that each stands after those it waits for. Refuses C210 where they wait for one another."""
    known = {task.id: task for task in plan}
    sorter = TopologicalSorter({id_: [one for one in task.after if one in known] for id_, task in known.items()})
    try:
        return tuple(known[id_] for id_ in sorter.static_order())
    except CycleError as error:
        raise Refused("C210", facts={"circle": " > ".join(key for key, _ in error.args[1])}) from error


def earliest(
    ordered: Iterable[Planned], sites: Sites, begin: date, ended: Mapping[Id, date]
) -> dict[Id, tuple[date, date]]:
    """First and last day of each task, done as soon as it can be."""
    found: dict[Id, tuple[date, date]] = {}
    for task in ordered:
        working = sites[task.place].working
        before = [found[one][1] + DAY for one in task.after if one in found]
        start = working.first(max([begin, *before]))
        end = working.end(start, task.lead)
        if task.id in ended:
            end = ended[task.id]
            start = min(start, end)
        found[task.id] = start, end
    return found


def latest(ordered: Sequence[Planned], sites: Sites) -> dict[Id, tuple[date, date]]:
    """First and last day of each task, done as late as nothing that waits for it is late."""
    bound: dict[Id, date] = {}
    found: dict[Id, tuple[date, date]] = {}
    for task in reversed(ordered):
        end = min(task.due_on, bound.get(task.id, task.due_on))
        start = sites[task.place].working.start(end, task.lead)
        found[task.id] = start, end
        for one in task.after:
            bound[one] = min(bound.get(one, date.max), start - DAY)
    return found


def path_to(plan: Iterable[Planned], rooms: Mapping[Id, Room], last: Id) -> tuple[Id, ...]:
    """The longest path to a task: before each the one that it waits for longest, from the first to `last`."""
    known = {task.id: task for task in plan}
    found = [last]
    while needs := [one for one in known[found[-1]].after if one in known]:
        found.append(max(needs, key=lambda one: (rooms[one].earliest_end, one)))
    return tuple(reversed(found))


def critical_path(plan: Sequence[Planned], rooms: Mapping[Id, Room], until: date = date.max) -> tuple[Id, ...]:
    """The longest path of all that is due `until` a day: what is lost on it is lost for the whole."""
    chosen = [task.id for task in plan if task.due_on <= until]
    if not chosen:
        return ()
    return path_to(plan, rooms, max(chosen, key=lambda one: (rooms[one].earliest_end, one)))


@dataclass(frozen=True, slots=True)
class Endangered:
    """A task that a late one makes late, and by how many of its own working days."""

    id: Id
    ends_on: date
    due_on: date
    days: int


def endangered(
    plan: Sequence[Planned], sites: Sites, late: Id, ends_on: date, ended: Mapping[Id, date]
) -> tuple[Endangered, ...]:
    """What is late when `late` ends on `ends_on`, though everything after it is done as soon as it can be."""
    ordered = in_order(plan)
    early = earliest(ordered, sites, date.min, {**ended, late: ends_on}) if ordered else {}
    touched = {late}
    found = []
    for task in ordered:
        if task.id == late or task.id in ended or not touched.intersection(task.after):
            continue
        touched.add(task.id)
        end = early[task.id][1]
        if end > task.due_on:
            days = sites[task.place].working.between(task.due_on + DAY, end + DAY)
            found.append(Endangered(task.id, end, task.due_on, days))
    return tuple(found)
