"""The plan as a matrix: one row a mission, its stations beneath, missions without a station too; a column a task."""

from collections import defaultdict

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.coordination.permissions.tasks import directs
from legation.coordination.queries import tasks as queries
from legation.missions import queries as missions
from legation.missions.permissions import own_mission
from legation.plan import queries as plan
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.register.folding import fold

A_PAGE = 24


@page(Permission.TASK_READ)
def matrix(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, now = plan.election_for(actor, election), clock.now()
    own, words = own_mission(actor), fold(request.GET.get("q", "")[:80]).split()
    everywhere = own or actor.grant.scope.kind == "jurisdiction"
    posts = [
        one
        for one in (missions.missions(value.jurisdiction) if everywhere else ())
        if own in ("", one.code) and all(word in one.sorting for word in words)
    ]
    found = Paginator(posts, A_PAGE).get_page(request.GET.get("page"))
    shown = list(found.object_list)
    columns = [one for one in queries.summaries(actor, value, now) if one.template.each == "mission"]
    by_mission = queries.by_mission(actor, value, [one.code for one in shown])
    standing: dict[str, list[StationValue]] = defaultdict(list)
    for one in stations.stations(value):
        standing[one.mission.code].append(one)
    rows = [
        {
            "mission": one,
            "stations": standing[one.code],
            "cells": [by_mission.get(one.code, {}).get(column.template.key) for column in columns],
            "late": sum(task.late(now) for task in by_mission.get(one.code, {}).values()),
            "finished": sum(task.finished for task in by_mission.get(one.code, {}).values()),
        }
        for one in shown
    ]
    context = {
        "election": value, "columns": columns, "rows": rows, "page": found, "asked": request.GET.get("q", "")[:80],
        "directs": directs(actor),
    }  # fmt: skip
    return render(request, "coordination/tasks/matrix.html", context)
