"""One station: what is known and how, its hours, what comes next and who owes it, its history and its records."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.integrity import queries as log
from legation.integrity.web.sentences import sentence
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation.stations import queries
from legation.stations.convert import StationValue
from legation.stations.web.listing import entry
from legation_core.network.stations import acts_from

PERMISSION_OF = {
    "submit_districts": Permission.STATION_SUBMIT_DISTRICT,
    "attach_station": Permission.STATION_ATTACH,
    "number_station": Permission.STATION_NUMBER,
    "change_station": Permission.STATION_CHANGE,
    "close_station": Permission.STATION_CLOSE,
}

ADDRESS_OF = {
    "submit_districts": "stations:submit",
    "attach_station": "stations:attach",
    "number_station": "stations:number",
    "close_station": "stations:close",
}


@page(Permission.STATION_READ)
def station(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    found = queries.station(value, station)
    status = queries.status_at([found], clock.now())
    records = log.records(jurisdiction=value.jurisdiction, election=election, subject=f"station:{station}").records
    everything = queries.stations(value)
    place = next((number for number, one in enumerate(everything) if one.code == station), 0)
    context = {
        "election": value,
        "station": found,
        "now": entry(found, status, clock.now())["now"],
        "acts": acts_on(actor, value, found),
        "changes": queries.changes(found.id),
        "records": [{"record": one, "sentence": sentence(one)} for one in records],
        "inside_mission": actor.grant.scope.kind != "mission" or queries.reaches(actor, found),
        "neighbours": [one for one in everything if one.mission.code == found.mission.code and one.code != station],
        "previous": everything[place - 1] if place else None,
        "next": everything[place + 1] if place + 1 < len(everything) else None,
    }
    return render(request, "stations/station.html", context)


def acts_on(actor: Actor, election: ElectionValue, one: StationValue) -> list[dict[str, Any]]:
    """The acts that the state allows, each with the body that the lawbook names and whether this actor may do it."""
    found = []
    for act in acts_from(one.state):
        competence = election.rules.competences.get(act)
        if competence is None or (act == "submit_districts" and not _needs_submission(election, one)):
            continue
        mine = (
            acts_for(actor, election.rules, competence.body)
            and PERMISSION_OF[act] in actor.permissions
            and queries.reaches(actor, one)
            and not (act == "attach_station" and _needs_submission(election, one))
        )
        url = reverse(ADDRESS_OF[act], args=[election.code, one.code]) if act in ADDRESS_OF else ""
        body = election.book.bodies[competence.body]
        found.append({"act": act, "competence": competence, "mine": mine, "body": body, "url": url})
    return found


def _needs_submission(election: ElectionValue, one: StationValue) -> bool:
    competence = election.rules.competences.get("attach_station")
    return bool(competence and competence.submitted_by and not one.submitted_district)
