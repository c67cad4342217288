"""What one's own work waits for: acts that the lawbook gives to another body, since when, and until when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, ngettext

from legation.accounts.queries import joint
from legation.base.actors import Actor
from legation.base.wording.acts import act_in_words
from legation.base.wording.bodies import body_name
from legation.desks.calendars import Line
from legation.desks.queries import ElectionDesk
from legation.desks.todo import own_stations
from legation.integrity import queries as log
from legation.missions import queries as missions
from legation.missions.queries import Registered
from legation.plan.permissions import acts_for
from legation.plan.web import words
from legation.stations.convert import StationValue
from legation_core.network.stations import State
from legation_core.powers import four_eyes


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act of another body: whose, what, since when it could be done, until when the law wants it."""

    whom: str
    what: str
    since: datetime
    line: Line | None
    late: bool
    until: datetime | None = None
    """Until when it waits, where that is no deadline of the calendar."""


@dataclass(frozen=True, slots=True)
class _Open:
    act: str
    body: str
    what: str
    since: datetime


def waiting(actor: Actor, desk: ElectionDesk) -> list[Waiting]:
    """What waits on others for this actor, in the order of the flow. At most four queries."""
    rules = desk.election.rules
    lines = {line.key: line for line in desk.lines}
    found = []
    for one in _open(actor, desk):
        if acts_for(actor, rules, one.body):
            continue
        line = lines.get(rules.competences[one.act].deadline or "")
        late = line is not None and line.passed(desk.now)
        found.append(Waiting(words.body_told(desk.election.book, one.body), one.what, one.since, line, late))
    return found + list(_second_persons(actor, desk))


def _second_persons(actor: Actor, desk: ElectionDesk) -> Iterator[Waiting]:
    """What the actor sees and another person must confirm; overdue where it was done single-handed a day ago."""
    for one in joint.waiting_ones(actor, desk.now, desk.election.code):
        if not joint.may_second(actor, one):
            whom = " / ".join(body_name(kind) for kind in sorted(one.needs.seconds))
            act, late = act_in_words(one.act), one.state is four_eyes.State.OVERDUE
            said = gettext("confirm, done by one person: %(act)s") if one.single_handed else gettext("confirm: %(act)s")
            yield Waiting(whom, said % {"act": act}, one.proposed_at, None, late, one.due)


def _open(actor: Actor, desk: ElectionDesk) -> Iterator[_Open]:
    """Every act of the network that can be done now in the actor's part of the election, with the body whose it is."""
    election, rules = desk.election, desk.election.rules
    post, district, own = own_stations(actor, desk)
    at_station = actor.grant.scope.kind == "station"
    mine: Sequence[StationValue] = own if post or at_station else desk.stations
    if district:
        mine = [one for one in desk.stations if district in (one.district, one.submitted_district)]
    elif not at_station:
        yield from _of_missions(desk, post.code if post else "")
    submitted_first = "attach_station" in rules.competences and rules.competences["attach_station"].submitted_by
    waits = [one for one in mine if one.state is State.CREATED]
    bare = [one for one in waits if submitted_first and not one.submitted_district]
    ready = [one for one in waits if not submitted_first or one.submitted_district]
    attached = [one for one in mine if one.state is State.ATTACHED]
    if bare and "submit_districts" in rules.competences:
        what = ngettext(
            "submit the district of %(count)d station", "submit the districts of %(count)d stations", len(bare)
        )
        since = min(one.created_at for one in bare)
        yield _Open("submit_districts", rules.competences["submit_districts"].body, what % {"count": len(bare)}, since)
    if ready and "attach_station" in rules.competences:
        what = ngettext(
            "attach %(count)d station to its district", "attach %(count)d stations to their districts", len(ready)
        )
        since = _ready_since(election.code, ready)
        yield _Open("attach_station", rules.competences["attach_station"].body, what % {"count": len(ready)}, since)
    if attached and "number_station" in rules.competences:
        what = ngettext("give %(count)d station its number", "give %(count)d stations their numbers", len(attached))
        since = min(one.attached_at or one.created_at for one in attached)
        yield _Open("number_station", rules.competences["number_station"].body, what % {"count": len(attached)}, since)


def _of_missions(desk: ElectionDesk, mission: str) -> Iterator[_Open]:
    """Numbers of registered voters that are missing, and stations that the rule demands."""
    election, rules = desk.election, desk.election.rules
    posts = [one for one in desk.base.posts if mission in ("", one.code)]
    reported = missions.registered(election, [mission] if mission else None)
    called = datetime.combine(election.called_on, time(), ZoneInfo(election.home_zone))
    without = sum(one.code not in reported for one in posts)
    if without and "report_registered_voters" in rules.competences:
        competence = rules.competences["report_registered_voters"]
        what = ngettext(
            "report the registered voters of %(count)d mission",
            "report the registered voters of %(count)d missions",
            without,
        )
        body = competence.submitted_by or competence.body
        yield _Open("report_registered_voters", body, what % {"count": without}, called)
    missing, since = demanded(desk.stations, reported)
    if missing and since and "create_station" in rules.competences:
        what = ngettext("create %(count)d station", "create %(count)d stations", missing) % {"count": missing}
        yield _Open("create_station", rules.competences["create_station"].body, what, since)


def demanded(standing: Sequence[StationValue], reported: Mapping[str, Registered]) -> tuple[int, datetime | None]:
    """How many stations the rule demands that do not stand, and since when the first of them is known."""
    counts: dict[str, int] = {}
    for one in standing:
        counts[one.mission.code] = counts.get(one.mission.code, 0) + 1
    missing, since = 0, None
    for code, found in reported.items():
        need = found.need
        short = need.stations - counts.get(code, 0) if need and need.kind == "must" else 0
        if short > 0:
            missing += short
            known = max(report.at for report in found.reports)
            since = known if since is None else min(since, known)
    return missing, since


def _ready_since(election: str, ready: Sequence[StationValue]) -> datetime:
    """When the first of the stations was submitted, by the log; created, where nothing is submitted."""
    instants = log.instants(election, "station_submitted")
    return min(instants.get(f"station:{one.code}", one.created_at) for one in ready)
