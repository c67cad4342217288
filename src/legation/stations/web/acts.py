"""Acts on one station: submit and attach its district, give its number, change, close."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from legation.accounts.actions.joint import Joint
from legation.base import clock
from legation.base.actors import OutOfScope, Permission
from legation.base.web import page
from legation.plan import queries as plan
from legation.stations import actions, queries
from legation.stations.web import changing
from legation.stations.web.acting import Page, act_or_propose, answer, found, may_together
from legation.stations.web.forms import CloseForm, DistrictForm, NumberForm
from legation.stations.web.loads import loads_told


@page(Permission.STATION_SUBMIT_DISTRICT)
def submit(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = found(request, election, station)
    form = DistrictForm(
        request.POST or None, districts=plan.districts(election), initial={"district": one.submitted_district}
    )

    def do(given: dict[str, Any]) -> None:
        actions.submit_district(election=election, station=station, by=actor, at=clock.now(), **given)

    words = Page(
        "submit_districts", gettext("Submit the district"), gettext("Submit to the commission"), gettext("Submitted.")
    )
    return answer(request, value, one, form, do, words, loads=loads_told(value))


@page(Permission.STATION_ATTACH)
def attach(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = found(request, election, station)
    form = DistrictForm(
        request.POST or None, districts=plan.districts(election), initial={"district": one.submitted_district}
    )

    def do(given: dict[str, Any]) -> None:
        actions.attach_station(election=election, station=station, by=actor, at=clock.now(), **given)

    words = Page("attach_station", gettext("Attach to a district"), gettext("Attach the station"), gettext("Attached."))
    return answer(request, value, one, form, do, words, loads=loads_told(value))


@page(Permission.STATION_NUMBER)
def number(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = found(request, election, station)
    taken = [
        other
        for other in queries.stations(value, closed=True)
        if other.number is not None and other.district == one.district
    ]
    taken.sort(key=lambda other: other.number or 0)
    suggested = max((other.number or 0 for other in taken), default=0) + 1
    form = NumberForm(request.POST or None, initial={"number": suggested})

    def do(given: dict[str, Any]) -> None:
        actions.number_station(election=election, station=station, by=actor, at=clock.now(), **given)

    def warning(given: dict[str, Any]) -> str:
        words = gettext("The station will be number %(number)d of district %(district)s. A number is not taken back.")
        return words % {"number": given["number"], "district": one.district}

    words = Page(
        "number_station",
        gettext("Give the number"),
        gettext("Give the number"),
        gettext("The number is given."),
        warning,
    )
    return answer(request, value, one, form, do, words, taken=taken, suggested=suggested)


@page(Permission.STATION_READ)
def change(request: HttpRequest, election: str, station: str, field: str) -> HttpResponse:
    """Change the address, the name, the hours or the district: `field` says which."""
    actor, value, one = found(request, election, station)
    if field not in changing.FIELDS:
        raise OutOfScope(field)
    form = changing.form_for(field, request.POST or None, value, one, clock.now().date())

    proposed: list[str] = []

    def do(given: dict[str, Any]) -> None:
        facts = {"election": election, "station": station, **given, "by": actor, "at": clock.now()}
        act_or_propose(changing.FIELDS[field], proposed, together="together" in request.POST, **facts)

    def warning(given: dict[str, Any]) -> str:
        words = gettext("The station loses its number %(number)s; district %(district)s gives it another.")
        return words % {"number": one.number, "district": given["district"]}

    act = changing.ACT_OF.get(field, "change_station")
    words = Page(
        act,
        str(changing.TITLES[field]),
        gettext("Keep the change"),
        gettext("Changed. What was before stays visible."),
        warning if field == "district" and one.number else None,
        together=isinstance(changing.FIELDS[field], Joint) and may_together(value, act),
    )
    return answer(request, value, one, form, do, words, proposed)


@page(Permission.STATION_CLOSE)
def close(request: HttpRequest, election: str, station: str) -> HttpResponse:
    actor, value, one = found(request, election, station)
    form = CloseForm(request.POST or None)

    proposed: list[str] = []

    def do(given: dict[str, Any]) -> None:
        facts = {"election": election, "station": station, "reason": given["reason"]}
        act_or_propose(actions.close_station, proposed, **facts, by=actor, at=clock.now())

    def warning(given: dict[str, Any]) -> str:
        return gettext("This station will not open, and its number is not given again. It cannot be opened anew.")

    words = Page(
        "close_station",
        gettext("Close the station"),
        gettext("Propose to close it for good"),
        gettext("Closed."),
        warning,
    )
    return answer(request, value, one, form, do, words, proposed)
