"""Two persons for one act ("four eyes"), as states (docs/states/joint-act.md).

The rule is the system's own (decision record 0015); which body confirms an act of another is the lawbook's
(`confirmed_by`). Natural persons are counted, never accounts. Where nobody else is on site, a person of the district
commission or of headquarters acts along remotely; where none can be reached, a mission acts single-handed, says why,
and owes a confirmation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused
from legation_core.values import PersonCode

WAITS = timedelta(days=7)
"""For so long a proposal waits for its second person; the authors' choice, no law was read."""
OWED_WITHIN = timedelta(hours=24)
"""Within so long a single-handed act is to be confirmed."""

INSTITUTIONS = frozenset({"central_commission", "ministry"})
"""The kinds of bodies to which every single-handed act is shown."""
_MISSION = frozenset({"head_of_mission", "mission", "district_commission", "ministry", "central_commission"})

SECONDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "head_of_mission": _MISSION,
        "mission": _MISSION,
        "station_commission": frozenset({"station_commission", "district_commission", "central_commission"}),
        "district_commission": frozenset({"district_commission", "central_commission"}),
    }
)
"""Kind of body that acts -> kinds of bodies of which the second person may be; of the others only their own.

A station commission answers to commissions alone, though a consul may chair it: no second person of the ministry there.
"""
ABROAD = frozenset({"head_of_mission", "mission", "station_commission"})
"""The kinds of bodies that may find themselves with one person and no line home."""


class State(StrEnum):
    PROPOSED = "proposed"
    """One person wants it; nothing has happened."""
    CONFIRMED = "confirmed"
    """A second person confirmed it, and in that moment it was done."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """Nobody confirmed it in time; nothing has happened."""
    SINGLE_HANDED = "single_handed"
    """Done by one person; a confirmation is owed."""
    OVERDUE = "overdue"
    """Done by one person, and the time for its confirmation has passed. It can still be given."""
    CONFIRMED_AFTERWARDS = "confirmed_afterwards"
    OBJECTED = "objected"
    """Done by one person, and the second one would not have done it: what follows is for the institutions to decide."""


OPEN = (State.PROPOSED, State.SINGLE_HANDED, State.OVERDUE)
"""The states that wait for a second person."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Who must act for one act: kinds of bodies (`schema.BODY_KINDS`)."""

    body: str
    """The kind of body that acts."""
    confirmed_by: str = ""
    """The kind of body that the lawbook has confirm it; empty where it names none."""
    required: bool = True
    """False where one person is enough, and a second pair of eyes is asked for of one's own accord."""

    @property
    def seconds(self) -> frozenset[str]:
        """The kinds of bodies of which the second person may be. A body outside the system confirms by no account."""
        if self.confirmed_by and self.confirmed_by != "outside":
            return frozenset({self.confirmed_by})
        return SECONDS.get(self.body, frozenset({self.body}))


@dataclass(frozen=True, slots=True)
class JointAct:
    """An act with its two persons, by election time. `ended` is what the second person did, or the first again."""

    needs: Needs
    proposed_by: PersonCode
    proposed: datetime
    single_handed: bool = False
    ended: str = ""
    """`confirmed`, `refused`, `withdrawn`, or empty while it waits."""

    @property
    def due(self) -> datetime:
        """Until when the second person is waited for."""
        return self.proposed + (OWED_WITHIN if self.single_handed else WAITS)


_ENDED_ALONE: Mapping[str, State] = MappingProxyType(
    {"confirmed": State.CONFIRMED_AFTERWARDS, "refused": State.OBJECTED}
)


def state_of(joint: JointAct, now: datetime) -> State:
    """The state at `now`. A proposal lapses, and a confirmation is overdue, from the instant it is due."""
    if joint.ended:
        return _ENDED_ALONE[joint.ended] if joint.single_handed else State(joint.ended)
    late = now >= joint.due
    if joint.single_handed:
        return State.OVERDUE if late else State.SINGLE_HANDED
    return State.LAPSED if late else State.PROPOSED


def may_second(joint: JointAct, *, by: PersonCode, bodies: frozenset[str]) -> bool:
    """Whether `by`, who acts for `bodies`, may be the second person. Never the first one again."""
    return by != joint.proposed_by and bool(bodies & joint.needs.seconds)


def sees(joint: JointAct, bodies: frozenset[str]) -> bool:
    """Whether people who act for `bodies` see the act: both sides of it and the auditor; single-handed, both houses."""
    near = joint.needs.seconds | {joint.needs.body, "auditor"}
    return bool(bodies & (near | INSTITUTIONS if joint.single_handed else near))


def check_alone(needs: Needs, reason: str) -> None:
    """Refuses one person at home (A505), in place of the body that confirms (A506), or without a reason (A504)."""
    if needs.body not in ABROAD:
        raise Refused("A505")
    if needs.confirmed_by and needs.confirmed_by != "outside":
        raise Refused("A506", facts={"body": needs.confirmed_by})
    if not reason.strip():
        raise Refused("A504")


def may_alone(needs: Needs) -> bool:
    """Whether one person could act alone, given a reason."""
    return needs.body in ABROAD and needs.confirmed_by in ("", "outside")


def check_second(joint: JointAct, *, by: PersonCode, bodies: frozenset[str], now: datetime) -> None:
    """Whether `by` may confirm or refuse now. Refuses what waits no more (A502), oneself (A500), others (A501)."""
    state = state_of(joint, now)
    if state not in OPEN:
        raise Refused("A502", facts={"state": state})
    if by == joint.proposed_by:
        raise Refused("A500")
    if not bodies & joint.needs.seconds:
        raise Refused("A501", facts={"bodies": " / ".join(sorted(joint.needs.seconds))})


def check_withdrawal(joint: JointAct, *, by: PersonCode, now: datetime) -> None:
    """Only who proposed it withdraws it (A503), and only while nothing has happened (A502)."""
    state = state_of(joint, now)
    if state is not State.PROPOSED:
        raise Refused("A502", facts={"state": state})
    if by != joint.proposed_by:
        raise Refused("A503")
