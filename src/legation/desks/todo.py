"""The next acts of whoever is signed in: at most three, each with who waits for it and one button."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from legation.base.actors import Actor, Permission
from legation.base.wording import text_of
from legation.base.wording.instants import rest_told
from legation.desks.calendars import ends_with_day
from legation.desks.queries import ElectionDesk
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.stations import queries as stations


def next_acts(actor: Actor, desk: ElectionDesk) -> list[dict[str, Any]]:
    """What this actor can do next in the election, the earliest in the flow first."""
    found = [*_own_mission(actor, desk), *_submit(actor, desk), *_attach(actor, desk), *_number(actor, desk)]
    return found[:3]


def _competent(actor: Actor, desk: ElectionDesk, act: str, permission: Permission) -> bool:
    competence = desk.election.rules.competences.get(act)
    return competence is not None and competence.body in actor.bodies and permission in actor.permissions


def _own_mission(actor: Actor, desk: ElectionDesk) -> list[dict[str, Any]]:
    if actor.grant.scope.kind != "mission":
        return []
    code = actor.grant.scope.code.partition("/")[2]
    own = [one for one in desk.stations if one.mission.code == code]
    reported = missions.registered(desk.election, [code]).get(code)
    found = []
    if reported is None:
        url = reverse("missions:report", args=[desk.election.code, code])
        found.append(
            _act(
                desk,
                gettext("Report the registered voters"),
                gettext("Report the voters"),
                url,
                "ministry",
                "districts_submitted",
            )
        )
    elif (
        reported.need
        and reported.need.stations > len(own)
        and _competent(actor, desk, "create_station", Permission.STATION_CREATE)
    ):
        url = reverse("stations:create", args=[desk.election.code])
        found.append(
            _act(
                desk,
                gettext("Create the station"),
                gettext("Create the station"),
                url,
                "central_commission",
                "stations_created",
            )
        )
    if missions.representative(_id(actor, code), desk.election.code) is None and _competent(
        actor, desk, "designate_representative", Permission.REPRESENTATIVE_DESIGNATE
    ):
        url = reverse("missions:representative", args=[desk.election.code, code])
        found.append(
            _act(
                desk, gettext("Designate the authorised representative"), gettext("Name a person"), url, "ministry", ""
            )
        )
    for one in own[:1]:
        if not one.address:
            url = reverse("stations:change", args=[desk.election.code, one.code, "address"])
            found.append(
                _act(
                    desk,
                    gettext("Enter the address of the station"),
                    gettext("Enter the address"),
                    url,
                    "central_commission",
                    "",
                )
            )
    return found


def _id(actor: Actor, code: str) -> int:
    return missions.mission(actor.grant.jurisdiction, code).id


def _submit(actor: Actor, desk: ElectionDesk) -> list[dict[str, Any]]:
    waiting = [one for one in desk.stations if not one.district and not one.submitted_district]
    if not waiting or not _competent(actor, desk, "submit_districts", Permission.STATION_SUBMIT_DISTRICT):
        return []
    what = ngettext(
        "Submit the district of %(count)d station", "Submit the districts of %(count)d stations", len(waiting)
    )
    url = reverse("stations:submit_many", args=[desk.election.code])
    return [
        _act(
            desk,
            what % {"count": len(waiting)},
            gettext("Submit the districts"),
            url,
            "central_commission",
            "districts_submitted",
        )
    ]


def _attach(actor: Actor, desk: ElectionDesk) -> list[dict[str, Any]]:
    waiting = [one for one in desk.stations if not one.district and one.submitted_district]
    if not waiting or not _competent(actor, desk, "attach_station", Permission.STATION_ATTACH):
        return []
    what = ngettext(
        "Attach %(count)d station to its district", "Attach %(count)d stations to their districts", len(waiting)
    )
    url = reverse("stations:attach_many", args=[desk.election.code])
    return [_act(desk, what % {"count": len(waiting)}, gettext("Attach the stations"), url, "district_commission", "")]


def _number(actor: Actor, desk: ElectionDesk) -> list[dict[str, Any]]:
    if not _competent(actor, desk, "number_station", Permission.STATION_NUMBER):
        return []
    waiting = [one for one in desk.stations if one.state == "attached" and stations.reaches(actor, one)]
    return [
        _act(
            desk,
            gettext("Give the station in %(city)s its number") % {"city": text_of(one.mission.cities)},
            gettext("Give the number"),
            reverse("stations:number", args=[desk.election.code, one.code]),
            "head_of_mission",
            "",
        )
        for one in waiting
    ]


def _act(desk: ElectionDesk, what: str, button: str, url: str, waits: str, deadline: str) -> dict[str, Any]:
    """`waits` is the body that waits, `deadline` the calendar entry by which the act is due."""
    body = desk.election.book.bodies.get(waits)
    act: dict[str, Any] = {"what": what, "button": button, "url": url, "waits": text_of(body.name) if body else waits}
    due = next((one for one in plan.calendar(desk.election) if one.key == deadline), None)
    if due is not None:
        late = due.due < desk.now
        act |= {
            "due": due.due,
            "end_of_day": ends_with_day(due),
            "state": "overdue" if late else "not_due",
            "rest": rest_told(due.due, desk.now),
        }
    return act
