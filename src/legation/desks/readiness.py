"""How far each mission has come: the rule, its stations created, attached, numbered; what is worst; what has moved.

Everything is counted from rows that acts wrote, each with the instant of its record, so an earlier state is counted in
the same way: what stood at an instant is what acts up to it had brought about.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from legation.desks import calendars
from legation.desks.calendars import Asked, Grounds, Line
from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.missions.queries import NOT_REPORTED, Registered
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.network.regions import region_of
from legation_core.network.stations import State

GATES = ("rule", "created", "attached", "numbered")
WORST = ("stopped", "overdue", "due_soon", "under_way", "not_due", "met", "not_required")
"""States of a gate, the worst first."""
STAGES = ("none", "created", "attached", "numbered")


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that a mission's stations need: its state, how many have it, of how many."""

    state: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """A mission with its gates, the worst of their states, and how far its stations had come before and have now."""

    mission: MissionValue
    registered: Registered
    stations: tuple[StationValue, ...]
    gates: Mapping[str, Gate]
    before: str
    stage: str

    @property
    def state(self) -> str:
        return min((gate.state for gate in self.gates.values()), key=WORST.index)

    @property
    def region(self) -> str:
        return region_of(self.mission.country)

    @property
    def moved(self) -> bool:
        return self.before != self.stage

    @property
    def fine(self) -> bool:
        """Nothing needs anybody soon."""
        return self.state not in WORST[:3]


@dataclass(frozen=True, slots=True)
class Region:
    """The missions of one region together."""

    code: str
    missions: int
    stations: int
    attached: int
    numbered: int
    stopped: int
    overdue: int
    due_soon: int
    moved: int


def readiness(base: Grounds, now: datetime, since: datetime) -> tuple[Readiness, ...]:
    """Every mission of the election's jurisdiction, as `base` orders them. Two queries beyond those of `base`."""
    election = base.election
    lines = {line.key: line for line in calendars.lines(base, Asked())}
    due = {key: lines.get(one.deadline or "") for key, one in election.rules.competences.items()}
    registered = missions.registered(election)
    at_mission: dict[str, list[StationValue]] = defaultdict(list)
    for one in stations.stations(election, closed=True):
        at_mission[one.mission.code].append(one)
    return tuple(
        _readiness(post, registered.get(post.code, NOT_REPORTED), at_mission[post.code], due, now, since)
        for post in base.posts
    )


def _readiness(
    post: MissionValue,
    registered: Registered,
    own: Sequence[StationValue],
    due: Mapping[str, Line | None],
    now: datetime,
    since: datetime,
) -> Readiness:
    standing = tuple(one for one in own if one.state is not State.CLOSED)
    counts = counted(own, now)
    demanded = registered.need.stations if registered.need and registered.need.kind == "must" else 0
    wanted = max(demanded, counts[0])
    acts = ("create_station", "attach_station", "number_station")
    gates = {
        name: _gate(counts[place], wanted if place == 0 else counts[0], due.get(acts[place]), now)
        for place, name in enumerate(GATES[1:])
    }
    rule = Gate(_rule(registered, counts[0], gates["created"]), counts[0], wanted)
    return Readiness(post, registered, standing, {"rule": rule} | gates, stage(counted(own, since)), stage(counts))


def counted(own: Iterable[StationValue], at: datetime) -> tuple[int, int, int]:
    """How many stations stood, were attached and were numbered at an instant."""
    stood = [one for one in own if one.created_at <= at and not (one.closed_at and one.closed_at <= at)]
    attached = sum(one.attached_at is not None and one.attached_at <= at for one in stood)
    return len(stood), attached, sum(one.numbered_at is not None and one.numbered_at <= at for one in stood)


def stage(counts: tuple[int, int, int]) -> str:
    """How far the last of a mission's stations has come."""
    stood, attached, numbered = counts
    return STAGES[0 if not stood else 3 if numbered == stood else 2 if attached == stood else 1]


def _gate(done: int, of: int, line: Line | None, now: datetime) -> Gate:
    if not of:
        return Gate("not_required", 0, 0)
    if done >= of:
        return Gate("met", done, of)
    if line is not None and line.passed(now):
        return Gate("overdue", done, of)
    if line is not None and line.due - now <= calendars.SOON:
        return Gate("due_soon", done, of)
    return Gate("under_way" if done else "not_due", done, of)


def _rule(registered: Registered, stood: int, created: Gate) -> str:
    """Whether the establishment rule is met: stations where it demands them, none where it forbids them."""
    need = registered.need
    if need is None:
        return "not_due"
    if need.kind == "none":
        return "stopped" if stood else "not_required"
    if need.kind == "must" and stood < need.stations:
        return created.state
    return "met" if stood else "not_required"


def by_region(rows: Iterable[Readiness]) -> list[Region]:
    """The missions by the region of their country, as many regions as there are."""
    found: dict[str, list[Readiness]] = defaultdict(list)
    for row in rows:
        found[row.region].append(row)
    return [_region(code, own) for code, own in found.items()]


def _region(code: str, own: Sequence[Readiness]) -> Region:
    states = [row.state for row in own]
    return Region(
        code=code,
        missions=len(own),
        stations=sum(row.gates["created"].done for row in own),
        attached=sum(row.gates["attached"].done for row in own),
        numbered=sum(row.gates["numbered"].done for row in own),
        stopped=states.count("stopped"),
        overdue=states.count("overdue"),
        due_soon=states.count("due_soon"),
        moved=sum(row.moved for row in own),
    )
