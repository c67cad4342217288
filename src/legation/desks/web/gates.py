"""Readiness by gates: a table with its map, one mission, and a screen on a wall."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, region_name, sort_key
from legation.desks.calendars import grounds
from legation.desks.changes import DAY
from legation.desks.gates import Gates, by_region, gates
from legation.desks.readiness import WORST
from legation.desks.world import picture
from legation.headquarters.queries import gates as set_by_hand
from legation.integrity import queries as log
from legation.integrity.web.live import live
from legation.missions import queries as missions
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.readers.answers import octets_of
from legation_core.readiness.gates import GATES, HAND_SET
from legation_core.register.folding import fold

ASKED = ("q", "region", "state", "gate", "moved", "station")
"""What the table can be filtered by, each a part of its address."""
SHOWN = 12
"""So many missions that need somebody soon are named on the wall."""


@page(Permission.MISSION_READ)
@live
def table(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    everything = _rows(actor, value)
    kept = _sorted(_kept(everything, request), request.GET.get("sort", "state"))
    context = {
        "election": value,
        "rows": kept,
        "total": len(everything),
        "names": GATES,
        "picture": picture(kept),
        "regions": [(one, region_name(one.code)) for one in by_region(everything)],
        "states": [(state, count) for state in WORST if (count := sum(row.state == state for row in everything))],
        "open_gates": [
            (name, count) for name in GATES if (count := sum(not row.gates[name].passed for row in everything))
        ],
        "moved": sum(bool(row.changes) for row in everything),
        "needed": sum(row.needed for row in everything),
        "asked": request.GET.get("q", "")[:80],
        "query": request.GET.urlencode(),
    }
    return render(request, "desks/gates.html", context)


def _rows(actor: Actor, election: ElectionValue) -> list[Gates]:
    """The missions whose record the actor may open."""
    now = clock.now()
    everywhere = actor.grant.scope.kind == "district"
    return [
        one
        for one in gates(grounds(election), now, now - DAY)
        if everywhere or actor.reaches(scopes_of(one.mission.jurisdiction, one.mission.code, election.code))
    ]


def _kept(rows: Sequence[Gates], request: HttpRequest) -> list[Gates]:
    q, region, state, gate, moved, station = (request.GET.get(name, "")[:80] for name in ASKED)
    return [
        row
        for row in rows
        if region in ("", row.region)
        and state in ("", row.state)
        and (gate not in GATES or not row.gates[gate].passed)
        and moved in ("", "yes" if row.changes else "no")
        and station in ("", "yes" if row.needed else "no")
        and all(word in _searched(row) for word in fold(q).split())
    ]


def _searched(row: Gates) -> str:
    return f"{row.mission.sorting} {fold(country_name(row.mission.country))} {row.mission.code}"


def _sorted(rows: Sequence[Gates], sort: str) -> list[Gates]:
    column, reverse_ = sort.removeprefix("-"), sort.startswith("-")
    keys: dict[str, Any] = {
        "state": lambda row: (WORST.index(row.state), row.passed),
        "passed": lambda row: row.passed,
        "due": lambda row: (row.due is None, row.due and row.due.timestamp()),
    }
    placed = sorted(rows, key=lambda row: sort_key(text_of(row.mission.cities)), reverse=reverse_ and column == "place")
    return sorted(placed, key=keys[column], reverse=reverse_) if column in keys else placed


@page(Permission.MISSION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    """The table as it is filtered and sorted."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = _sorted(_kept(_rows(actor, plan.election_for(actor, election)), request), request.GET.get("sort", "state"))
    return download(octets_of([flat(row) for row in rows], form, "Readiness"), f"{election}-readiness", form)


def flat(row: Gates) -> dict[str, object]:
    """A mission with its gates as a flat row."""
    found: dict[str, object] = {
        "mission": row.mission.code,
        "city": text_of(row.mission.cities),
        "country": row.mission.country,
        "region": row.region,
        "needs_station": "yes" if row.needed else "no",
        "state": row.state,
        "passed": row.passed,
        "of": len(GATES),
    }
    found |= {name: row.gates[name].state for name in GATES}
    found |= {f"{name}_by": row.by_hand[name].body if name in row.by_hand else "" for name in HAND_SET}
    return found | {"since_yesterday": "; ".join(f"{name}: {was} > {now}" for name, was, now in row.changes)}


@page(Permission.MISSION_READ)
def one(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    """One mission: each gate with its state, its deadline, its record, and who set it by hand."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    post = missions.mission_for(actor, mission)
    row = next(
        found for found in gates(grounds(value), clock.now(), clock.now() - DAY) if found.mission.code == mission
    )
    inside = actor.reaches(scopes_of(value.jurisdiction, mission, election))
    records = {
        one.facts["gate"]: one.index
        for one in reversed(log.records(jurisdiction=value.jurisdiction, subject=f"gate:{mission}").records)
        if one.facts
    }
    context = {
        "election": value,
        "mission": post,
        "row": row,
        "lines": [(row.gates[name], row.by_hand.get(name), _record_of(row, election, name, records)) for name in GATES],
        "history": tuple(reversed(set_by_hand.settings(value, mission))) if inside else (),
        "hand_set": HAND_SET,
        "may_set": Permission.GATE_SET in actor.permissions and inside and row.needed,
    }
    return render(request, "desks/gates_of_mission.html", context)


def _record_of(row: Gates, election: str, gate: str, records: dict[str, int]) -> str:
    """Where the record of a gate stands; empty where there is none yet."""
    if gate == "rule":
        return reverse("desks:mission", args=[election, row.mission.code])
    if gate == "station" and row.ready.stations:
        return reverse("stations:station", args=[election, row.ready.stations[0].code])
    if gate == "consent" and row.needed:
        return reverse("desks:consent", args=[election, row.mission.country])
    return reverse("integrity:record", args=[records[gate]]) if gate in records else ""


@page(Permission.HEADQUARTERS_READ)
@live
def wall(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    everything = [row for row in _rows(actor, value) if row.needed]
    near = _sorted([row for row in everything if not row.fine], "state")
    context = {
        "election": value,
        "picture": picture(everything),
        "regions": [(one, region_name(one.code)) for one in by_region(everything)],
        "near": near[:SHOWN],
        "more": len(near) - SHOWN,
        "ready": sum(row.state == "met" for row in everything),
        "total": len(everything),
        "moved": sum(bool(row.changes) for row in everything),
    }
    return render(request, "desks/gates_wall.html", context)
