"""Readiness by gates: what a mission's stations still need, until when, by whose word, and what moved.

Grown from `desks.readiness`: rule and station are told by the same counts, consent by the hosts; the others stand as a
person set them, as long as no record of the system tells them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from legation.desks import calendars
from legation.desks.calendars import Asked, Grounds
from legation.desks.hosts import SHAPES, Host, hosts
from legation.desks.readiness import Readiness, readiness
from legation.headquarters.convert.gates import SettingValue
from legation.headquarters.queries import gates as set_by_hand
from legation.missions.convert import MissionValue
from legation.missions.queries import consent as consents
from legation_core.network.consent import State
from legation_core.network.regions import region_of
from legation_core.readiness.gates import GATES, HAND_SET, NEAR, Gate, colour, judged, moved, passed, set_state, worst

ACTS: Mapping[str, str] = MappingProxyType(
    {"commission": "appoint_commission", "list": "certify_list", "material": "send_ballots"}
)
"""Gate -> the act of the law whose deadline is its own; the others are due when the first station opens."""
BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)
Standing = Mapping[tuple[str, str], SettingValue]


@dataclass(frozen=True, slots=True)
class Gates:
    """A mission with its eight gates as they are and as they were. `needed`: whether it has or must have a station."""

    mission: MissionValue
    ready: Readiness
    host: Host
    needed: bool
    gates: Mapping[str, Gate]
    before: Mapping[str, Gate]
    by_hand: Mapping[str, SettingValue]

    @property
    def state(self) -> str:
        return colour(self.gates)

    @property
    def passed(self) -> int:
        return passed(self.gates)

    @property
    def changes(self) -> tuple[tuple[str, str, str], ...]:
        return moved(self.before, self.gates)

    @property
    def fine(self) -> bool:
        return self.state not in NEAR

    @property
    def region(self) -> str:
        return region_of(self.mission.country)

    @property
    def due(self) -> datetime | None:
        """The nearest deadline of what is not passed."""
        return min((gate.due for gate in self.gates.values() if gate.due and not gate.passed), default=None)


@dataclass(frozen=True, slots=True)
class Region:
    """The missions of a region that need a station: how many pass every gate, how many need somebody soon."""

    code: str
    missions: int
    ready: int
    near: Mapping[str, int]
    moved: int


@dataclass(frozen=True, slots=True)
class _At:
    """What is known at one instant."""

    now: datetime
    ready: Mapping[str, Readiness]
    consent: Mapping[str, str]
    standing: Standing
    due: Mapping[str, datetime | None]


def gates(base: Grounds, now: datetime, since: datetime) -> tuple[Gates, ...]:
    """Every mission with its gates now and at `since`, as `base` orders them. As many queries for three as for many."""
    election = base.election
    lines = {line.key: line.due for line in calendars.lines(base, Asked())}
    competences = election.rules.competences
    due = {gate: lines.get(competences[act].deadline or "") for gate, act in ACTS.items() if act in competences}
    found = hosts(election, now, own=base.stations)
    settings = set_by_hand.settings(election)
    consent = {country: host.worst or _drawn(host.whole.state) for country, host in found.items()}
    rows = readiness(base, now, since)
    current = _At(now, {one.mission.code: one for one in rows}, consent, set_by_hand.standing(settings, now), due)
    earlier = {one.mission.code: one for one in readiness(base, since, since)}
    was = consent | _consent_before(base, now, since)
    before = _At(since, earlier, was, set_by_hand.standing(settings, since), due)
    opens = _openings(base)
    return tuple(_gates(one, found[one.mission.country], current, before, opens.get(one.mission.code)) for one in rows)


def _drawn(state: State) -> str:
    return "not_known" if state is State.UNKNOWN else SHAPES[state]


def _consent_before(base: Grounds, now: datetime, since: datetime) -> dict[str, str]:
    """Of the hosts with which something moved: how it stood before."""
    before = consents.moved(base.election, BEGINNING, since)
    return {
        country: _drawn(State(before[country])) if country in before else "not_due"
        for country in consents.moved(base.election, since, now)
    }


def _openings(base: Grounds) -> dict[str, datetime]:
    """The first opening of each mission's stations."""
    found: dict[str, list[datetime]] = defaultdict(list)
    for one in base.stations:
        found[one.mission.code] += [window.opens for window in one.windows]
    return {code: min(instants) for code, instants in found.items() if instants}


def _gates(row: Readiness, host: Host, current: _At, before: _At, opens: datetime | None) -> Gates:
    code = row.mission.code
    needed = row.gates["created"].of > 0
    return Gates(
        mission=row.mission,
        ready=row,
        host=host,
        needed=needed,
        gates=_judged(row.mission, current, opens),
        before=_judged(row.mission, before, opens),
        by_hand={gate: current.standing[code, gate] for gate in HAND_SET if (code, gate) in current.standing},
    )


def _judged(post: MissionValue, known: _At, opens: datetime | None) -> dict[str, Gate]:
    """The eight gates of a mission at one instant; what a mission without a station need not pass is not required."""
    row = known.ready[post.code]
    station = _station(row)
    found = {"rule": Gate("rule", _rule(row), row.gates["rule"].done, row.gates["rule"].of), "station": station}
    if not station.of:
        return found | {name: Gate(name, "not_required") for name in GATES[2:]}
    found["consent"] = Gate("consent", known.consent[post.country])
    for name in HAND_SET:
        due = known.due.get(name, opens) if name in ACTS else opens
        setting = known.standing.get((post.code, name))
        state = judged(set_state(setting.state if setting else ""), due, known.now, calendars.SOON)
        found[name] = Gate(name, state, due=due)
    return found


def _rule(row: Readiness) -> str:
    """The rule as readiness tells it; without a number of voters it is not known."""
    return "not_known" if row.registered.need is None else row.gates["rule"].state


def _station(row: Readiness) -> Gate:
    """Created, attached and numbered as one gate, as far as the last of a mission's stations has come."""
    steps = [row.gates[name] for name in ("created", "attached", "numbered")]
    of = row.gates["created"].of
    state = worst(*(step.state for step in steps)) if of else "not_required"
    return Gate("station", "under_way" if state == "not_required" and of else state, steps[-1].done, of)


def by_region(rows: Iterable[Gates]) -> tuple[Region, ...]:
    """The missions that need a station by the region of their country, the worst region first."""
    found: dict[str, list[Gates]] = defaultdict(list)
    for row in rows:
        if row.needed:
            found[row.region].append(row)
    regions = [_region(code, own) for code, own in found.items()]
    return tuple(sorted(regions, key=lambda one: ([-one.near[state] for state in NEAR], one.code)))


def _region(code: str, own: Sequence[Gates]) -> Region:
    states = [row.state for row in own]
    near = {state: states.count(state) for state in NEAR}
    return Region(code, len(own), states.count("met"), near, sum(bool(row.changes) for row in own))
