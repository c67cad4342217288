"""The next acts of whoever is signed in: at most three, each with who waits for it, when it is due and one button.

Which act belongs to whom is read from the lawbook: an act is offered only to the body that it names. After the acts
come the deadlines that the body owes outside this system.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from legation.accounts.queries import joint
from legation.base.actors import Actor, Permission
from legation.base.wording import text_of
from legation.base.wording.acts import act_in_words
from legation.base.wording.bodies import body_name
from legation.base.wording.instants import rest_told
from legation.coordination.queries import complaints, inquiries, matters, tasks
from legation.coordination.queries.inquiry_words import asker_of
from legation.desks import calendars
from legation.desks.calendars import Asked, Line
from legation.desks.queries import ElectionDesk
from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.plan.permissions import acts_for
from legation.plan.web import words
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation.training.queries import seminars
from legation_core.network.stations import State
from legation_core.powers import four_eyes

MOST = 3


@dataclass(frozen=True, slots=True)
class Next:
    """One line of "Do next". `waits` is the body that waits, `due` the instant of the law, where there is one."""

    what: str
    button: str
    url: str
    waits: str = ""
    due: datetime | None = None
    end_of_day: bool = False
    state: str = "not_due"
    rest: str = ""
    zone: str = ""
    place: str = ""
    first: bool = False
    """The first act: the one filled button."""
    key: str = ""
    """The entry of the calendar that asks for it."""


def next_acts(actor: Actor, desk: ElectionDesk) -> list[Next]:
    """What this actor can do next in the election, the earliest in the flow first, then what their body owes."""
    reader = _Reader(actor, desk)
    planned = list(_tasks(reader))
    invited = list(_seminars(reader))
    own = chain(
        _seconds(reader),
        _complaints(reader),
        _inquiries(reader),
        _own_mission(reader),
        _missions(reader),
        _districts(reader),
        _numbers(reader),
        _matters(reader),
        invited,
        planned,
    )
    acts = list(islice(own, MOST))
    acts[:1] = [replace(one, first=True) for one in acts[:1]]
    offered = {one.key for one in acts if one.key}
    return list(islice(chain(acts, (one for one in _owed(reader) if one.key not in offered)), MOST))


def own_stations(actor: Actor, desk: ElectionDesk) -> tuple[MissionValue | None, str, list[StationValue]]:
    """The mission or else the district that the actor belongs to, and its stations; nothing at home.

    Whoever belongs to a station has neither: its mission is another institution, even where one person serves both.
    """
    kind, code = actor.grant.scope.kind, actor.grant.scope.code.partition("/")[2]
    if kind == "mission":
        post = next((one for one in desk.base.posts if one.code == code), None)
        return post, "", [one for one in desk.stations if one.mission.code == code]
    if kind == "station":
        scope = actor.grant.scope.code
        return None, "", [one for one in desk.stations if f"{one.election}/{one.code}" == scope]
    district = code if kind == "district" else ""
    return None, district, [one for one in desk.stations if district and one.district == district]


class _Reader:
    """Whose acts are sought: what they may do, the mission they belong to, how an act of theirs reads."""

    def __init__(self, actor: Actor, desk: ElectionDesk) -> None:
        self.actor = actor
        self.desk = desk
        self.post, self.district, self.own = own_stations(actor, desk)
        at_station = actor.grant.scope.kind == "station" and self.own
        self.where = self.own[0].mission if at_station else self.post
        """Where the reader acts: their deadlines fall by its clock."""

    def may(self, act: str, permission: Permission) -> bool:
        """Whether the role holds the permission and acts for the body that the lawbook names."""
        competence = self.desk.election.rules.competences.get(act)
        return competence is not None and self.acts_for(competence.body) and permission in self.actor.permissions

    def acts_for(self, body: str) -> bool:
        """Whether the actor's role acts for a body of the lawbook."""
        return acts_for(self.actor, self.desk.election.rules, body)

    def act(self, what: str, button: str, name: str, *parts: str, act: str = "", **asked: str) -> Next:
        """The act `act` of the lawbook as a line: the address is that of `name` under the election."""
        url = reverse(name, args=[self.desk.election.code, *parts]) + ("?" + urlencode(asked) if asked else "")
        return self._dated(what, button, url, self._waits(act), self._line(act))

    def owed(self, line: Line) -> Next:
        """A deadline of the calendar as a line."""
        asked = {"body": line.entry.owner, "when": "ahead"} | ({"mission": self.where.code} if self.where else {})
        url = reverse("desks:calendar", args=[self.desk.election.code]) + "?" + urlencode(asked)
        return self._dated(text_of(line.entry.text), gettext("Look it up"), url, "", line)

    def _waits(self, act: str) -> str:
        """The body whose act comes after this one, where it is another."""
        election = self.desk.election
        following = (one for one in election.rules.competences.values() if act in one.after)
        body = next((one.body for one in following if not self.acts_for(one.body)), "")
        return words.body_told(election.book, body) if body else ""

    def _line(self, act: str) -> Line | None:
        competence = self.desk.election.rules.competences.get(act)
        key = competence.deadline if competence else None
        return next((line for line in self.desk.lines if line.key == key), None)

    def _dated(self, what: str, button: str, url: str, waits: str, line: Line | None) -> Next:
        if line is None:
            return Next(what, button, url, waits)
        now, due = self.desk.now, line.due
        late = line.late_from is not None and line.late_from <= now
        state = "overdue" if late else "due_soon" if due - now <= calendars.SOON else "not_due"
        zone, place = (self.where.zone, text_of(self.where.cities)) if self.where else (line.zone, "")
        when = (due, line.ends_with_day, state, rest_told(due, now), zone, place)
        return Next(what, button, url, waits, *when, key=line.key)


def _seconds(reader: _Reader) -> Iterator[Next]:
    """What waits for the actor as its second person: one line, however much it is."""
    actor, desk = reader.actor, reader.desk
    found = [one for one in joint.waiting_ones(actor, desk.now, desk.election.code) if joint.may_second(actor, one)]
    if not found:
        return
    first, url = found[0], reverse("accounts:joint_acts")
    what = ngettext("Confirm, as the second person: %(act)s", "Confirm %(count)d acts as the second person", len(found))
    if len(found) == 1:
        url = reverse("accounts:joint_act", args=[first.code])
    late, rest = any(one.state is four_eyes.State.OVERDUE for one in found), rest_told(first.due, desk.now)
    yield Next(
        what % {"act": act_in_words(first.act), "count": len(found)},
        gettext("Look and confirm"),
        url,
        body_name(first.needs.body),
        first.due,
        state="overdue" if late else "due_soon" if first.due - desk.now <= calendars.SOON else "not_due",
        rest=rest,
        zone=desk.election.home_zone,
    )


def _inquiries(reader: _Reader) -> Iterator[Next]:
    """Answers to approve and inquiries to answer: one line each, dated by the first that is due."""
    election, now = reader.desk.election, reader.desk.now
    if Permission.INQUIRY_ANSWER not in reader.actor.permissions:
        return
    found = inquiries.waiting_for(reader.actor, election)
    for key, waiting in found.items():
        if not waiting:
            continue
        first, count = waiting[0], len(waiting)
        answers = ngettext("Answer %(count)d inquiry", "Answer %(count)d inquiries", count)
        approves = ngettext(
            "Approve the answer to %(count)d inquiry", "Approve the answers to %(count)d inquiries", count
        )
        what, button = (approves, gettext("Look at it")) if key == "approve" else (answers, gettext("Answer"))
        late, soon = first.late(now), first.due_at - now <= calendars.SOON
        yield Next(
            what % {"count": count},
            button,
            reverse("inquiries:inquiry", args=[election.code, first.code]),
            asker_of(first),
            first.due_at,
            state="overdue" if late else "due_soon" if soon else "not_due",
            rest=rest_told(first.due_at, now),
            zone=first.zone or election.home_zone,
            place=asker_of(first) if first.zone else "",
        )


def _own_mission(reader: _Reader) -> Iterator[Next]:
    """Of a mission: its voters, its stations, its representative, the address of its station."""
    post, election = reader.post, reader.desk.election
    if post is None:
        return
    own = reader.own
    reported = missions.registered(election, [post.code]).get(post.code)
    if reported is None and reader.may("report_registered_voters", Permission.VOTERS_REPORT):
        what = gettext("Report the registered voters")
        yield reader.act(
            what, gettext("Report the voters"), "missions:report", post.code, act="report_registered_voters"
        )
    missing = reported.need.stations - len(own) if reported and reported.need else 0
    if missing > 0 and reader.may("create_station", Permission.STATION_CREATE):
        what = ngettext("Create %(count)d station", "Create %(count)d stations", missing) % {"count": missing}
        yield reader.act(what, gettext("Create the station"), "stations:create", act="create_station")
    if reader.may("designate_representative", Permission.REPRESENTATIVE_DESIGNATE) and (
        missions.representative(post.id, election.code) is None
    ):
        what = gettext("Designate the authorised representative")
        yield reader.act(what, gettext("Name a person"), "missions:representative", post.code)
    if reader.may("change_station", Permission.STATION_CHANGE):
        for one in [one for one in own if not one.address]:
            what = gettext("Enter the address of the station")
            yield reader.act(what, gettext("Enter the address"), "stations:change", one.code, "address")


def _missions(reader: _Reader) -> Iterator[Next]:
    """Of the ministry: missions without numbers of registered voters, stations that the rule asks for."""
    if reader.post is not None or not reader.may("report_registered_voters", Permission.VOTERS_REPORT):
        return
    reported = missions.registered(reader.desk.election)
    without = sum(one.code not in reported for one in reader.desk.base.posts)
    if without:
        what = ngettext(
            "Report the registered voters of %(count)d mission",
            "Report the registered voters of %(count)d missions",
            without,
        )
        yield reader.act(
            what % {"count": without}, gettext("Bring in the numbers"), "missions:bring", "voters",
            act="report_registered_voters",
        )  # fmt: skip


def _districts(reader: _Reader) -> Iterator[Next]:
    """Districts to submit, stations to attach."""
    open_ones = [one for one in reader.desk.stations if not one.district]
    submitted = [one for one in open_ones if one.submitted_district]
    bare = len(open_ones) - len(submitted)
    if bare and reader.may("submit_districts", Permission.STATION_SUBMIT_DISTRICT):
        what = ngettext("Submit the district of %(count)d station", "Submit the districts of %(count)d stations", bare)
        yield reader.act(
            what % {"count": bare}, gettext("Submit the districts"), "stations:submit_many", act="submit_districts"
        )
    competence = reader.desk.election.rules.competences.get("attach_station")
    waiting = len(submitted) if competence and competence.submitted_by else len(open_ones)
    if waiting and reader.may("attach_station", Permission.STATION_ATTACH):
        what = ngettext(
            "Attach %(count)d station to its district", "Attach %(count)d stations to their districts", waiting
        )
        name = "stations:attach_many" if submitted else "stations:stations"
        yield reader.act(what % {"count": waiting}, gettext("Attach the stations"), name, act="attach_station")


def _numbers(reader: _Reader) -> Iterator[Next]:
    """Stations without a number in one's district."""
    if not reader.may("number_station", Permission.STATION_NUMBER):
        return
    for one in reader.desk.stations:
        if one.state is State.ATTACHED and stations.reaches(reader.actor, one):
            what = gettext("Give the station in %(city)s its number") % {"city": text_of(one.mission.cities)}
            yield reader.act(what, gettext("Give the number"), "stations:number", one.code, act="number_station")


def _complaints(reader: _Reader) -> Iterator[Next]:
    """Complaints that one's own commission decides, by their own clock."""
    desk = reader.desk
    for one in complaints.owed(reader.actor, desk.election):
        due = one.current.due
        what = gettext("Decide complaint %(number)d") % {"number": one.number}
        url = reverse("complaints:complaint", args=[desk.election.code, one.number])
        state = "overdue" if due <= desk.now else "due_soon" if due - desk.now <= calendars.SOON else "not_due"
        yield Next(
            what, gettext("Look and decide"), url, due=due, end_of_day=not one.current.at_once, state=state,
            rest=rest_told(due, desk.now), zone=one.current.zone,
        )  # fmt: skip


def _matters(reader: _Reader) -> Iterator[Next]:
    """Matters without an owner of one's institution, then one's own, the first of them by its due instant."""
    desk, waiting = reader.desk, matters.owed(reader.actor, reader.desk.election)
    free, mine = [one for one in waiting if not one.mine], [one for one in waiting if one.mine]
    for found, button in ((free, gettext("Take it")), (mine, gettext("Go on"))):
        if not found:
            continue
        first, url = found[0], reverse("matters:matters", args=[desk.election.code])
        if len(found) == 1:
            url = reverse("matters:matter", args=[desk.election.code, first.code])
        what = ngettext("Settle the matter: %(title)s", "Settle %(count)d matters", len(found))
        late = first.due <= desk.now
        state = "overdue" if late else "due_soon" if first.due - desk.now <= calendars.SOON else "not_due"
        yield Next(
            what % {"title": first.title, "count": len(found)}, button, url, due=first.due, state=state,
            rest=rest_told(first.due, desk.now), zone=desk.election.home_zone,
        )  # fmt: skip


def _seminars(reader: _Reader) -> Iterator[Next]:
    """Invitations to seminars that the actor's place has not answered."""
    if Permission.SEMINAR_ANSWER not in reader.actor.permissions:
        return
    for one, seat in seminars.unanswered(reader.actor, reader.desk.election):
        what = gettext("Answer the invitation to “%(seminar)s”") % {"seminar": text_of(one.names)}
        yield reader.act(what, gettext("Answer"), "seminars:seat", one.code, seat.code)


def _tasks(reader: _Reader) -> Iterator[Next]:
    """Of the action plan: what is overdue or next, what was told on, what waits to be accepted."""
    actor, desk = reader.actor, reader.desk
    if Permission.TASK_DO not in actor.permissions:
        return
    for one in tasks.next_ones(actor, desk.election, desk.now, MOST):
        url = reverse("tasks:task", args=[desk.election.code, one.code])
        zone, place = (
            (reader.where.zone, text_of(reader.where.cities)) if reader.where else (desk.election.home_zone, "")
        )
        state = (
            "overdue" if one.late(desk.now) else "due_soon" if one.due_at - desk.now <= calendars.SOON else "not_due"
        )
        rest = rest_told(one.due_at, desk.now)
        waits = words.body_told(desk.election.book, one.accepted_by) if one.accepted_by else ""
        yield Next(
            text_of(one.text), gettext("Open the task"), url, waits, one.due_at, end_of_day=True, state=state,
            rest=rest, zone=zone, place=place,
        )  # fmt: skip
    listed = reverse("tasks:tasks", args=[desk.election.code])
    told = tasks.told_to(actor, desk.election, desk.now)
    if told:
        what = ngettext("See %(count)d overdue task told to you", "See %(count)d overdue tasks told to you", told)
        yield Next(what % {"count": told}, gettext("See what is overdue"), f"{listed}?standing=late", state="overdue")
    waiting = tasks.to_accept(actor, desk.election)
    if waiting:
        what = ngettext(
            "Accept %(count)d task that was reported done", "Accept %(count)d tasks that were reported done", waiting
        )
        yield Next(what % {"count": waiting}, gettext("See what waits"), f"{listed}?standing=waiting")


def _owed(reader: _Reader) -> Iterator[Next]:
    """What the law's calendar asks of one's own body next."""
    desk = reader.desk
    lines = calendars.lines(desk.base, Asked(reader.where.code)) if reader.where else desk.lines
    for line in lines:
        if reader.acts_for(line.entry.owner) and not line.passed(desk.now):
            yield reader.owed(line)
