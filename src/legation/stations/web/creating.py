"""Creating a station: where the rule allows or demands one, said with its numbers before anything is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.missions import queries as missions
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation.plan.permissions import acts_for
from legation.stations import actions, queries
from legation.stations.web.forms import CreateForm


@page(Permission.STATION_CREATE)
def create(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    own = [one for one in missions.missions(value.jurisdiction) if actor.reaches(scopes_of(one.jurisdiction, one.code))]
    choices = [(one.code, text_of(one.cities)) for one in own]
    form = CreateForm(request.POST or None, missions=choices, initial={"mission": request.GET.get("mission", "")})
    if request.method == "POST" and form.is_valid():
        code = actions.create_station(election=election, by=actor, at=clock.now(), **form.cleaned_data)
        messages.success(request, gettext("The station is created."))
        return redirect("stations:station", election, code)
    standing: dict[str, int] = {}
    for one in queries.stations(value):
        standing[one.mission.code] = standing.get(one.mission.code, 0) + 1
    registered = missions.registered(value, [one.code for one in own])
    rule = [
        {
            "mission": one,
            "registered": registered.get(one.code, missions.NOT_REPORTED),
            "standing": standing.get(one.code, 0),
        }
        for one in own
    ]
    competence = value.rules.competences["create_station"]
    context = {
        "election": value,
        "form": form,
        "rule": rule,
        "competence": competence,
        "mine": acts_for(actor, value.rules, competence.body),
        "body": value.book.bodies[competence.body],
        "limits": value.rules.establishment,
    }
    return render(request, "stations/create.html", context)
