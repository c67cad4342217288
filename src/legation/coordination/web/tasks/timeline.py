"""The plan over time: a bar a task from the day on which it must begin to its due day, with the critical path."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.coordination.queries import critical
from legation.coordination.queries import tasks as queries
from legation.coordination.queries.tasks import Summary
from legation.plan import queries as plan
from legation_core.tasks.critical import Room
from legation_core.tasks.plan import WHOLE
from legation_core.timetable.zones import local

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Bar:
    """One task of the plan with the place of its bar, in per cent of the width."""

    summary: Summary
    state: str
    x: float
    width: float
    done: float
    """The width of the part that is finished."""
    room: Room
    critical: bool


@page(Permission.TASK_READ)
def timeline(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    found = queries.summaries(actor, value, now)
    network = critical.of_all(actor, value, now)
    today = local(now, value.home_zone).date()
    first, last = _span(found, today)
    path = network.path()
    by_key = {key: (key, place) for key, place in network.rooms}
    bars = [
        _bar(one, first, last, network.rooms[by_key[one.template.key]], critical=by_key[one.template.key] in path)
        for one in sorted(found, key=lambda one: (one.due_on, one.template.key))
    ]
    context = {
        "election": value,
        "bars": bars,
        "ticks": _ticks(first, last),
        "now": _share(today, first, last),
        "day": _share(value.election_day, first, last),
        "today": today,
        "path": [(value.rules.tasks[key], place != WHOLE) for key, place in path],
    }
    return render(request, "coordination/tasks/timeline.html", context)


def _span(found: list[Summary], today: date) -> tuple[date, date]:
    """The first and the last day that the picture shows: whole weeks."""
    first = min([one.begins_by for one in found] + [today])
    last = max([one.last_due_on for one in found] + [today])
    return first - timedelta(days=first.weekday()), last + timedelta(days=7 - last.weekday())


def _share(day: date, first: date, last: date) -> float:
    return round(100 * (day - first).days / (last - first).days, 2)


def _ticks(first: date, last: date) -> list[tuple[float, date]]:
    """The Mondays of the picture, at most a dozen of them."""
    weeks = (last - first).days // 7
    step = 1 + weeks // 12
    return [(_share(day, first, last), day) for day in (first + WEEK * number for number in range(0, weeks, step))]


def _bar(one: Summary, first: date, last: date, room: Room, *, critical: bool) -> Bar:
    x = _share(one.begins_by, first, last)
    width = round(_share(one.last_due_on + timedelta(days=1), first, last) - x, 2)
    state = (
        "overdue" if one.late else "met" if one.finished == one.places else "under_way" if one.finished else "not_due"
    )
    return Bar(one, state, x, width, round(width * one.finished / one.places, 2), room, critical)
