"""The missions as a file."""

from django.http import HttpRequest, HttpResponse

from legation.base.actors import Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.missions import queries
from legation.plan import queries as plan
from legation.readers.answers import octets_of


@page(Permission.MISSION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    registered = queries.registered(value)
    rows = [queries.mission_row(one, registered.get(one.code)) for one in queries.missions(value.jurisdiction)]
    return download(octets_of(rows, form, "Missions"), f"{election}-missions", form)
