"""What the strip of the demonstration says and offers on every page: its clock, its moves, what in it is invented."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from legation.base.actors import Actor, OutOfScope
from legation.base.wording import text_of
from legation.base.wording.instants import Clock
from legation.missions import queries as missions
from legation.rehearsal import queries
from legation.rehearsal.queries import Standing


def demonstration(request: HttpRequest) -> dict[str, Any]:
    """The frame's `demo`, and a home clock for pages of no election. What is invented is named."""
    demo: dict[str, Any] = {"invented": [gettext("persons"), gettext("most numbers of registered voters")]}
    standing = queries.standing()
    if standing is None:
        return {"demo": demo}
    place = _place(getattr(request, "actor", None))
    demo |= {"zone": place.zone, "place": place.place} if place else {}
    return {"demo": demo | _offers(request, standing), "home": Clock(standing.home_zone)}


def _offers(request: HttpRequest, standing: Standing) -> dict[str, Any]:
    other = {"url": reverse("rehearsal:move"), "text": gettext("Other moment")}
    script = {"url": reverse("rehearsal:script"), "text": gettext("The script")}
    if standing.target is not None:
        moving = {"url": reverse("rehearsal:moving"), "text": gettext("The clock is moving")}
        return {"moves": [], "links": [moving, script]}
    url = reverse("rehearsal:move")
    texts = {"scene": gettext("Next scene"), "hour": gettext("+1 hour"), "day": gettext("+1 day")}
    moves = [{"url": url, "text": text, "value": value} for value, text in texts.items()]
    sent = {"seen": seen_text(standing.at), "next": request.get_full_path() if request.method == "GET" else "/"}
    return {"moves": moves if standing.ahead else [], "links": [other, script], "sent": sent}


def seen_text(at: datetime) -> str:
    """The clock's time as forms carry it."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _place(actor: Actor | None) -> Clock | None:
    """The clock of the mission for whose people the page is."""
    if actor is None or actor.grant.scope.kind != "mission":
        return None
    try:
        mission = missions.mission(actor.grant.jurisdiction, actor.grant.scope.code.rpartition("/")[2])
    except OutOfScope:
        return None  # the script has not come to the day on which the mission is registered
    return Clock(mission.zone, text_of(mission.cities))
