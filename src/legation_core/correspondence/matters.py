"""Matters: any problem around an election, with an owner in each institution, settled by both.

docs/states/matter.md. No law was read that asks for this; the rule is the system's own. A matter is decided by two
persons, one of each institution; it is closed when it is said what the decision changed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused
from legation_core.values import PersonCode

COMMISSION, MINISTRY = "central_commission", "ministry"
INSTITUTIONS = (COMMISSION, MINISTRY)
"""The kinds of bodies of which each has an owner."""


class State(StrEnum):
    RAISED = "raised"
    """An institution, or both, have no owner for it yet."""
    TAKEN = "taken"
    """Each institution has its owner."""
    DECIDED = "decided"
    """Both agreed on an option; what it changes is still to be done or to be named."""
    CLOSED = "closed"


OPEN = (State.RAISED, State.TAKEN, State.DECIDED)


class Origin(StrEnum):
    """Where a matter came from."""

    PAGE = "page"
    CALL = "call"
    INQUIRY = "inquiry"
    MEETING = "meeting"


TRANSITIONS: Mapping[str, tuple[State, ...]] = MappingProxyType(
    {
        "take": OPEN,
        "remark": OPEN,
        "offer": (State.RAISED, State.TAKEN),
        "date": (State.RAISED, State.TAKEN),
        "decide": (State.TAKEN,),
        "effect": (State.DECIDED, State.CLOSED),
        "close": (State.DECIDED,),
        "reopen": (State.DECIDED, State.CLOSED),
    }
)
"""Step -> states from which it is possible."""

OWNERS_ONLY = frozenset({"date", "decide", "close"})
"""Steps that only an owner of the matter takes, of either institution."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the rules ask of a matter: its state, its owners by institution, how many options and changes it has."""

    state: State
    owners: Mapping[str, PersonCode]
    options: int = 0
    effects: int = 0


def institution_of(bodies: Collection[str]) -> str:
    """The institution for which somebody acts; empty for missions, districts, stations and the auditor."""
    return next((one for one in INSTITUTIONS if one in bodies), "")


def other(institution: str) -> str:
    return MINISTRY if institution == COMMISSION else COMMISSION


def missing(owners: Collection[str]) -> tuple[str, ...]:
    """The institutions that have no owner for it yet."""
    return tuple(one for one in INSTITUTIONS if one not in owners)


def check(matter: Matter, step: str, *, by: PersonCode, institution: str) -> None:
    """Whether a step may be taken. Refuses another state (M101), the institutions' steps to others (M102), those of
    the owners to others (M103)."""
    if matter.state not in TRANSITIONS[step]:
        raise Refused("M101", facts={"matter_state": matter.state, "wanted_matter": " / ".join(TRANSITIONS[step])})
    if step != "remark" and not institution:
        raise Refused("M102")
    if step in OWNERS_ONLY and by not in matter.owners.values():
        raise Refused("M103")


def taken_by(matter: Matter, *, by: PersonCode, institution: str) -> State:
    """The state after somebody became the owner for their institution. Taking one's own again is refused (M104)."""
    check(matter, "take", by=by, institution=institution)
    if matter.owners.get(institution) == by:
        raise Refused("M104")
    if matter.state is not State.RAISED:
        return matter.state
    return State.RAISED if missing({*matter.owners, institution}) else State.TAKEN


def decided(matter: Matter, option: int, *, by: PersonCode, institution: str) -> State:
    """The state after both agreed on an option, counted from 1. Refuses what is no option of it (M105)."""
    check(matter, "decide", by=by, institution=institution)
    if not 1 <= option <= matter.options:
        raise Refused("M105", facts={"options": matter.options})
    return State.DECIDED


def closed(matter: Matter, words: str, *, by: PersonCode, institution: str) -> State:
    """The state after it was closed. What it changed is named, or said in words to be nothing (M106)."""
    check(matter, "close", by=by, institution=institution)
    if not matter.effects and not words.strip():
        raise Refused("M106")
    return State.CLOSED


def reopened(matter: Matter, reason: str, *, by: PersonCode, institution: str) -> State:
    """The state after it was opened again, with its reason (M107): what was decided stays in its history."""
    check(matter, "reopen", by=by, institution=institution)
    if not reason.strip():
        raise Refused("M107")
    return State.RAISED if missing(matter.owners) else State.TAKEN


FAR, NEAR, ON_THE_DAY = timedelta(hours=48), timedelta(hours=24), timedelta(hours=2)
"""Until when a matter without a date of its own is to be decided; the authors' choice, no law was read."""
NEAR_DAYS = 7


def due_for(raised: datetime, day: date, election_day: date) -> datetime:
    """Until when: two days after it was raised, one in the last week, two hours on the election day and the day after.

    `day` is the day of `raised` by the clock of home.
    """
    left = (election_day - day).days
    if left in (0, -1):
        return raised + ON_THE_DAY
    return raised + (NEAR if 0 < left <= NEAR_DAYS else FAR)


def check_due(due: datetime, now: datetime) -> None:
    """A matter is to be decided after now (M108)."""
    if due <= now:
        raise Refused("M108", facts={"given": f"{due:%Y-%m-%dT%H:%MZ}"})


@dataclass(frozen=True, slots=True)
class Point:
    """A matter as the agenda of a daily meeting sees it."""

    code: str
    state: State
    due: datetime
    raised: datetime
    owners: frozenset[str] = frozenset()
    """Institutions that have an owner."""


PARTS = ("overdue", "no_owner", "due", "new", "to_change", "later")
"""The parts of an agenda in their order; each point stands in the first that fits."""


def part_of(point: Point, *, at: datetime, since: datetime | None, until: datetime) -> str:
    """The part of the agenda in which a point stands: `since` is the meeting before, `until` the next one."""
    if point.state is State.DECIDED:
        return "to_change"
    if point.due <= at:
        return "overdue"
    if missing(point.owners):
        return "no_owner"
    if point.due <= until:
        return "due"
    return "new" if since is None or point.raised > since else "later"


def agenda(
    points: Iterable[Point], *, at: datetime, since: datetime | None, until: datetime
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parts of the daily meeting that hold something, each with its matters, the one due first in front."""
    found: dict[str, list[Point]] = {}
    for point in points:
        if point.state in OPEN:
            found.setdefault(part_of(point, at=at, since=since, until=until), []).append(point)
    return tuple(
        (part, tuple(one.code for one in sorted(found[part], key=lambda one: (one.due, one.code))))
        for part in PARTS
        if part in found
    )
