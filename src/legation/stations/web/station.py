"""One station: what is known and how, its hours, what comes next and who owes it, its history and its records."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.base.wording.countries import country_name, sort_key
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries
from legation.stations.convert import StationValue
from legation.stations.permissions import scopes_of
from legation.stations.web.competence import Standing, standing_of, waits_for_submission
from legation.stations.web.hosts import host_of
from legation.stations.web.listing import entries, in_order
from legation_core.network.stations import State, acts_from

ADDRESS_OF = {
    "submit_districts": "stations:submit",
    "attach_station": "stations:attach",
    "number_station": "stations:number",
    "close_station": "stations:close",
}
NEAR = timedelta(days=3)
"""From so long before a deadline on a step is shown as due soon."""


@page(Permission.STATION_READ)
def station(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, at = plan.election_for(actor, election), clock.now()
    one = queries.station(value, station)
    everything = in_order(queries.stations(value))
    status = queries.status_at([other for other in (*everything, one) if other.mission.code == one.mission.code], at)
    records = log.records(jurisdiction=value.jurisdiction, election=election, subject=f"station:{station}").records
    place = next((number for number, other in enumerate(everything) if other.code == station), None)
    neighbours = [other for other in everything if other.mission.code == one.mission.code and other.code != station]
    context = {
        "election": value,
        "station": one,
        "now": entries([one], status, at)[0]["now"],
        "steps": steps(actor, value, one, at),
        "acts": acts_on(actor, value, one),
        "changes": queries.changes(one.id),
        "host": host_of(value, one, everything, at),
        "served": served(value, one.mission.code),
        "registered": missions.registered(value, [one.mission.code]).get(one.mission.code, missions.NOT_REPORTED),
        "records": in_sentences(records),
        "inside_mission": actor.grant.scope.kind != "mission" or queries.reaches(actor, one),
        "opens_host": actor.grant.scope.kind == "jurisdiction"
        or (actor.grant.scope.kind == "mission" and queries.reaches(actor, one)),
        "neighbours": entries(neighbours, status, at),
        "previous": everything[place - 1] if place else None,
        "next": everything[place + 1] if place is not None and place + 1 < len(everything) else None,
    }
    return render(request, "stations/station.html", context)


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way of a station: done when, or who owes it and how near its deadline is."""

    standing: Standing
    done_at: datetime | None
    state: str


def steps(actor: Actor, election: ElectionValue, one: StationValue, at: datetime) -> list[Step]:
    """From the creation to the number; of those not done the first is what comes next."""
    done: dict[str, datetime | None] = {
        "create_station": one.created_at,
        "attach_station": one.attached_at,
        "number_station": one.numbered_at,
    }
    found: list[Step] = []
    ahead = one.state != State.CLOSED
    for act, done_at in done.items():
        standing = standing_of(actor, election, act, scopes(one))
        if act == "attach_station" and waits_for_submission(election, one) and ahead:
            submission = standing_of(actor, election, "submit_districts", scopes(one))
            found.append(Step(submission, None, _state_ahead(submission, at)))
            ahead = False
        state = "met" if done_at else _state_ahead(standing, at) if ahead else "not_due"
        ahead = ahead and done_at is not None
        found.append(Step(standing, done_at, state))
    return found


def _state_ahead(standing: Standing, at: datetime) -> str:
    due = standing.due.due if standing.due else None
    if due is None or at + NEAR < due:
        return "under_way"
    return "due_soon" if at <= due else "overdue"


def scopes(one: StationValue) -> Any:
    return scopes_of(one.mission.jurisdiction, one.election, one.mission.code, one.district, one.code)


def acts_on(actor: Actor, election: ElectionValue, one: StationValue) -> list[dict[str, Any]]:
    """The acts that the state allows, each with the body that the lawbook names and whether this actor may do it."""
    waits = waits_for_submission(election, one)
    found = []
    for act in acts_from(one.state):
        standing = standing_of(actor, election, act, scopes(one))
        if not standing.competence or (act == "submit_districts" and not waits):
            continue
        may = standing.may and not (act == "attach_station" and waits)
        url = reverse(ADDRESS_OF[act], args=[election.code, one.code]) if act in ADDRESS_OF else ""
        found.append({"act": act, "standing": standing, "may": may, "url": url})
    moving = standing_of(actor, election, "attach_station", scopes(one))
    if one.district and one.state != State.CLOSED and moving.may:
        url = reverse("stations:change", args=[election.code, one.code, "district"])
        found.append({"act": "move_station", "standing": moving, "may": True, "url": url})
    return found


def served(election: ElectionValue, mission: str) -> list[dict[str, Any]]:
    """The countries and regions of the mission in the reader's words and order."""
    cities = {one.code: one.cities for one in missions.missions(election.jurisdiction)}
    parts: list[dict[str, Any]] = [
        {"country": country_name(part.country), "region": cities.get(part.region, part.region), "basis": part.basis}
        for part in queries.catchment_of(election, mission)
    ]
    return sorted(parts, key=lambda part: sort_key(part["country"]))
