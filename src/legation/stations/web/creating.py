"""Creating a station: where the rule allows or demands one, said with its numbers before anything is done."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, sort_key
from legation.missions.convert import MissionValue
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import actions
from legation.stations.web.acting import done, may_together, to_proposal
from legation.stations.web.competence import standing_of
from legation.stations.web.establishing import Ruled, ruled
from legation.stations.web.forms import CreateForm
from legation.stations.web.overruling import offer
from legation_core.problems import Refused
from legation_core.timetable.deadlines import Deadline, Place, deadlines


@page(Permission.STATION_CREATE)
def create(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    own = [one for one in ruled(value) if actor.reaches(scopes_of(value.jurisdiction, one.mission.code))]
    standing = standing_of(actor, value, "create_station")
    start = {"mission": request.GET.get("mission", "")}
    form = CreateForm(request.POST or None, missions=_choices(own), initial=start)
    made: list[str] = []
    proposed: list[str] = []
    overrule: list[dict[str, Any] | None] = []

    def do(given: dict[str, Any]) -> None:
        seen = request.POST.get(f"seen-{given['mission']}", "")
        count = int(seen) if seen.isdecimal() and len(seen) < 6 else None
        facts = {"election": election, "seen": count, **given, "by": actor, "at": clock.now()}
        try:
            if "together" in request.POST or actions.create_station.needs_two(**facts):
                proposed.append(actions.create_station.propose(**facts))
            else:
                made.append(actions.create_station(**facts))
        except Refused as refused:
            overrule.append(offer(actor, value, refused.code, given["mission"]))
            raise

    if request.method == "POST" and form.is_valid() and done(form, do):
        if proposed:
            return to_proposal(request, proposed[0])
        messages.success(request, gettext("The station is created."))
        return redirect("stations:station", election, made[0])
    context = {"election": value, "form": form, "rows": own, "standing": standing, "limits": value.rules.establishment}
    context["overrule"] = overrule[0] if overrule else None
    context["late"] = _passed(value, [one.mission for one in own])
    context["together"] = may_together(value, "create_station")
    return render(request, "stations/create.html", context, status=422 if form.errors else 200)


def _passed(value: ElectionValue, posts: Sequence[MissionValue]) -> Deadline | None:
    """The law's last day for creating stations, where it has passed at one of these missions; the latest of them."""
    competence = value.rules.competences.get("create_station")
    entries = [one for one in value.rules.calendar if competence is not None and one.key == competence.deadline]
    places = [Place("mission", one.code, one.zone) for one in posts]
    passed = [one for one in deadlines(entries, value.dates, value.home_zone, places) if one.due < clock.now()]
    return passed[-1] if passed else None


def _choices(own: list[Ruled]) -> list[tuple[str, str]]:
    named = [(one.mission.code, f"{text_of(one.mission.cities)}, {country_name(one.mission.country)}") for one in own]
    return sorted(named, key=lambda pair: sort_key(pair[1]))
