"""A mission's whole file: everything that stands about it in an election, read once, for page, paper and bundle.

Whose it is decides what it holds: letters with the host and drafts are read by those who may read them where they
stand, and persons are named only to the mission itself and to the institutions that deal with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import Actor
from legation.coordination.convert.papers import LinkValue, PaperValue
from legation.coordination.queries import papers
from legation.desks import calendars, hosts
from legation.desks.calendars import Asked, Grounds, Line
from legation.desks.hosts import Host
from legation.integrity import queries as log
from legation.integrity.convert import Shown
from legation.missions import queries as missions
from legation.missions.convert import DesignationValue, HolidayValue, MissionValue, VotersValue
from legation.missions.convert.consent import StepValue
from legation.missions.permissions import scopes_of
from legation.missions.queries import NOT_REPORTED, Registered
from legation.missions.queries import consent as hosts_read
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import CatchmentValue, ChangeValue, StationValue
from legation_core.network.consent import State as HostState
from legation_core.network.stations import State

IMPERSONAL = frozenset({"auditor", "operator"})
"""Bodies whose people read nothing that names a person."""
UNWRITTEN = frozenset({HostState.UNKNOWN, HostState.REQUIRED, HostState.NOTIFY_ONLY})
"""States of a host to whom nobody has written yet."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A deadline that binds the mission or its stations. `state` is met, overdue, due_soon, not_due or passed.

    Of what is not done in this system, only the instant is known: `passed` says no more than that.
    """

    line: Line
    state: str


@dataclass(frozen=True, slots=True)
class MissionFile:
    """The file as it stands at `at`, for one reader. Instants are UTC."""

    election: ElectionValue
    at: datetime
    post: MissionValue
    persons: bool
    """Whether this reader may see who stands in and who represents."""
    holidays: tuple[HolidayValue, ...]
    deputies: tuple[str, ...]
    representative: DesignationValue | None
    registered: Registered
    history: tuple[VotersValue, ...]
    stations: tuple[StationValue, ...]
    changes: Mapping[int, tuple[ChangeValue, ...]]
    catchment: tuple[CatchmentValue, ...]
    host: Host
    opens_host: bool
    steps: tuple[StepValue, ...]
    papers: tuple[PaperValue, ...]
    records: tuple[Shown, ...]
    owed: tuple[Owed, ...]
    log_size: int

    @property
    def standing(self) -> list[StationValue]:
        return [one for one in self.stations if one.state is not State.CLOSED]


def mission_file(actor: Actor, election: str, mission: str, at: datetime) -> MissionFile:
    """The file of one mission for this actor; of another's mission it does not exist. As many queries for any file."""
    base = calendars.grounds(plan.election_for(actor, election))
    value, post = base.election, missions.mission_for(actor, mission)
    own = tuple(one for one in stations.stations(value, closed=True) if one.mission.code == mission)
    host = hosts.hosts(value, at, own=base.stations)[post.country]
    opens_host = hosts_read.may_open(actor, value, host.posts)
    concerning = _papers(actor, value, post, own)
    representative = missions.representative(post.id, election)
    registered = missions.registered(value, [mission]).get(mission, NOT_REPORTED)
    done = _done(registered, own, host, representative)
    return MissionFile(
        election=value,
        at=at,
        post=post,
        persons=actor.reaches(scopes_of(post.jurisdiction, post.code)) and not IMPERSONAL & set(actor.bodies),
        holidays=missions.holidays(post.id),
        deputies=missions.deputies(post.id),
        representative=representative,
        registered=registered,
        history=missions.voters_history(value, mission),
        stations=own,
        changes=stations.changes_by_station(election, mission),
        catchment=stations.catchment_of(value, mission),
        host=host,
        opens_host=opens_host,
        steps=hosts_read.consent_steps(value, post.country) if opens_host else (),
        papers=concerning,
        records=log.about(value.jurisdiction, election, _subjects(post, own, concerning, opens_host=opens_host)),
        owed=tuple(_owed(base, post, done, at)),
        log_size=log.size(),
    )


def _papers(
    actor: Actor, election: ElectionValue, post: MissionValue, own: Iterable[StationValue]
) -> tuple[PaperValue, ...]:
    named = [("mission", post.code), ("host", post.country), *(("station", one.code) for one in own)]
    found = papers.concerning(election, post.code, [LinkValue(kind, code) for kind, code in named])
    return tuple(one for one in found if papers.readable(actor, election, one))


def _subjects(
    post: MissionValue, own: Iterable[StationValue], concerning: Iterable[PaperValue], *, opens_host: bool
) -> set[str]:
    """What the records are about that belong into the file."""
    found = {f"mission:{post.code}", *(f"station:{one.code}" for one in own)}
    found |= {f"paper:{one.code}" for one in concerning}
    return found | ({f"host:{post.country}"} if opens_host else set())


def _done(
    registered: Registered, own: Iterable[StationValue], host: Host, representative: DesignationValue | None
) -> dict[str, bool]:
    """Which acts of the flow are done for the mission, by the rows that they left."""
    standing = [one for one in own if one.state is not State.CLOSED]
    need = registered.need
    demanded = need.stations if need and need.kind == "must" else 1
    return {
        "report_registered_voters": registered.total is not None,
        "create_station": len(standing) >= demanded,
        "submit_districts": bool(standing) and all(one.submitted_district or one.district for one in standing),
        "attach_station": bool(standing) and all(one.district for one in standing),
        "number_station": bool(standing) and all(one.number is not None for one in standing),
        "designate_representative": representative is not None,
        "ask_host_consent": host.whole.state not in UNWRITTEN,
    }


def _owed(base: Grounds, post: MissionValue, done: Mapping[str, bool], at: datetime) -> Iterator[Owed]:
    """The deadlines of the mission and its stations, and those of the acts that lead to a station."""
    competences = base.election.rules.competences
    tracked = {competences[act].deadline: met for act, met in done.items() if act in competences}
    flow = {one.deadline for key, one in competences.items() if key not in calendars.OPENING}
    for line in calendars.lines(base, Asked(post.code)):
        if line.entry.each != calendars.ELECTION or line.key in flow:
            yield Owed(line, _state(line, at, tracked.get(line.key)))


def _state(line: Line, at: datetime, met: bool | None) -> str:
    if met:
        return "met"
    if line.passed(at):
        return "passed" if met is None else "overdue"
    return "due_soon" if line.due - at <= calendars.SOON else "not_due"
