"""The call list: whom one may call now, by the clock of each mission."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.base.wording.countries import country_name
from legation.headquarters.queries.calling import Line, call_list
from legation.headquarters.records.words import REACH
from legation.headquarters.web.doing import opened
from legation.integrity.web.live import live
from legation_core.register.folding import fold


@page(Permission.DUTY_KEEP)
@live
def calls(request: HttpRequest, election: str) -> HttpResponse:
    _actor, value, own = opened(request, election)
    now = clock.now()
    everything = call_list(value, now)
    context = {
        "election": value,
        "now": now,
        "lines": [line for line in everything if _fits(line, request)],
        "total": len(everything),
        "reaches": [
            (reach.name.lower(), reach, count)
            for reach in REACH
            if (count := sum(line.answer.reach is reach for line in everything))
        ],
        "asked": request.GET.get("q", "")[:80],
        "own": own,
    }
    return render(request, "headquarters/calls.html", context)


def _fits(line: Line, request: HttpRequest) -> bool:
    searched = f"{line.mission.sorting} {fold(country_name(line.mission.country))} {line.mission.code}"
    words = fold(request.GET.get("q", "")[:80]).split()
    reach = request.GET.get("reach", "")
    return reach in ("", line.answer.reach.name.lower()) and all(word in searched for word in words)
