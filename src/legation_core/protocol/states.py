"""The states of the protocol of a station, and who may lead it on (docs/states/protocol.md).

Four eyes stand here and not on a page: the second reading is another person's, differences are settled by a third,
and none of them accepts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused
from legation_core.protocol.comparing import Differing, differing, with_fields
from legation_core.protocol.values import Finding, Protocol, Value
from legation_core.values import PersonCode

CLAIM_LASTS = timedelta(minutes=30)
"""After so long without being renewed a claim binds nobody; what was typed stays a draft of who typed it."""


class State(StrEnum):
    EXPECTED = "expected"
    NOT_HELD = "not_held"
    """No voting was held at the station."""
    FAILED = "failed"
    """Voting began and failed."""
    FIRST_ENTRY = "first_entry"
    SECOND_ENTRY = "second_entry"
    """Entered once; the second reading is awaited or under way."""
    DIFFERS = "differs"
    AGREED = "agreed"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    QUARANTINED = "quarantined"
    FINAL = "final"
    SUPERSEDED = "superseded"
    """A later version stands in its place; it stays readable."""
    INVALIDATED = "invalidated"


_READ_TWICE = (State.AGREED, State.ACCEPTED, State.RETURNED, State.QUARANTINED, State.FINAL)
TRANSITIONS: Mapping[str, tuple[State, ...]] = MappingProxyType(
    {
        "declare_not_held": (State.EXPECTED,),
        "declare_failed": (State.EXPECTED,),
        "claim": (State.EXPECTED, State.FIRST_ENTRY, State.SECOND_ENTRY, State.DIFFERS),
        "release": (State.FIRST_ENTRY, State.SECOND_ENTRY, State.DIFFERS),
        "enter": (State.FIRST_ENTRY, State.SECOND_ENTRY),
        "settle": (State.DIFFERS,),
        "accept": (State.AGREED, State.QUARANTINED),
        "give_back": (State.AGREED, State.QUARANTINED),
        "quarantine": (State.AGREED, State.ACCEPTED),
        "finalise": (State.ACCEPTED,),
        "supersede": (State.DIFFERS, *_READ_TWICE),
        "invalidate": (State.ACCEPTED, State.QUARANTINED, State.FINAL),
    }
)
"""Act -> the states from which it is possible."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who holds the paper now, and until when."""

    by: PersonCode
    until: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of a protocol on its way."""

    state: State = State.EXPECTED
    version: int = 1
    claim: Claim | None = None
    first: Protocol | None = None
    first_by: PersonCode | None = None
    second: Protocol | None = None
    second_by: PersonCode | None = None
    settled_by: PersonCode | None = None
    agreed: Protocol | None = None
    """What both readings say, or what was settled."""
    accepted_by: PersonCode | None = None
    reason: str = ""
    """Why voting was not held or failed, why it was returned, quarantined, superseded or invalidated."""

    @property
    def differences(self) -> tuple[Differing, ...]:
        return differing(self.first, self.second) if self.first and self.second else ()

    @property
    def readers(self) -> frozenset[PersonCode]:
        """Whoever read the paper for this version."""
        return frozenset(one for one in (self.first_by, self.second_by, self.settled_by) if one)


def declare_not_held(entry: Entry, *, reason: str) -> Entry:
    """No voting was held; nothing will come."""
    _possible(entry, "declare_not_held")
    return replace(entry, state=State.NOT_HELD, reason=_given(reason))


def declare_failed(entry: Entry, *, reason: str) -> Entry:
    """Voting began and failed; nothing will come."""
    _possible(entry, "declare_failed")
    return replace(entry, state=State.FAILED, reason=_given(reason))


def claim(entry: Entry, *, by: PersonCode, now: datetime) -> Entry:
    """Take the paper, or go on holding it. Whoever read it before takes it for no later step."""
    _possible(entry, "claim")
    if by in entry.readers:
        raise Refused("P201")
    if _held(entry, now) and entry.claim is not None and entry.claim.by != by:
        raise Refused("P202", facts={"until": f"{entry.claim.until:%Y-%m-%dT%H:%MZ}"})
    state = State.FIRST_ENTRY if entry.state is State.EXPECTED else entry.state
    return replace(entry, state=state, claim=Claim(by, now + CLAIM_LASTS))


def release(entry: Entry, *, by: PersonCode) -> Entry:
    """Give the paper back to whoever comes next."""
    _possible(entry, "release")
    if entry.claim is None or entry.claim.by != by:
        raise Refused("P203")
    state = State.EXPECTED if entry.state is State.FIRST_ENTRY else entry.state
    return replace(entry, state=state, claim=None)


def enter(entry: Entry, *, reading: Protocol, by: PersonCode, now: datetime) -> Entry:
    """Hand in a reading. The first is shown to nobody before the second is there."""
    _possible(entry, "enter")
    _holds(entry, by, now)
    if entry.state is State.FIRST_ENTRY:
        return replace(entry, state=State.SECOND_ENTRY, claim=None, first=reading, first_by=by)
    read = replace(entry, claim=None, second=reading, second_by=by)
    return replace(read, state=State.DIFFERS) if read.differences else replace(read, state=State.AGREED, agreed=reading)


def settle(entry: Entry, *, settled: Mapping[str, Value | None], by: PersonCode, now: datetime) -> Entry:
    """A third person says what stands on the paper, for every field that differs and for no other."""
    _possible(entry, "settle")
    _holds(entry, by, now)
    wanted = {one.field for one in entry.differences}
    if wanted != set(settled):
        raise Refused("P204", facts={"fields": ", ".join(sorted(wanted ^ set(settled)))})
    if entry.first is None:
        raise Refused("P204", facts={"fields": ""})
    agreed = with_fields(entry.first, dict(settled))
    return replace(entry, state=State.AGREED, claim=None, settled_by=by, agreed=agreed)


def accept(entry: Entry, *, findings: tuple[Finding, ...], explained: frozenset[str], by: PersonCode) -> Entry:
    """Accept what was read twice. Not by a reader; not where a relation blocks or waits for its explanation."""
    _possible(entry, "accept")
    if by in entry.readers:
        raise Refused("P201")
    blocking = [one.code for one in findings if one.severity == "blocks"]
    if blocking:
        raise Refused("P206", facts={"codes": ", ".join(blocking)})
    silent = [one.code for one in findings if one.severity == "explain" and one.code not in explained]
    if silent:
        raise Refused("P207", facts={"codes": ", ".join(silent)})
    return replace(entry, state=State.ACCEPTED, accepted_by=by)


def give_back(entry: Entry, *, reason: str) -> Entry:
    """Return it to the station, which sends a new version; the paper itself is never corrected."""
    _possible(entry, "give_back")
    return replace(entry, state=State.RETURNED, reason=_given(reason))


def quarantine(entry: Entry, *, reason: str) -> Entry:
    """Keep it apart: it is in no total until it is accepted."""
    _possible(entry, "quarantine")
    return replace(entry, state=State.QUARANTINED, accepted_by=None, reason=_given(reason))


def finalise(entry: Entry, *, by: PersonCode) -> Entry:
    """Make it final, by another than whoever read or accepted it."""
    _possible(entry, "finalise")
    if by in entry.readers or by == entry.accepted_by:
        raise Refused("P201")
    return replace(entry, state=State.FINAL)


def supersede(entry: Entry, *, reason: str) -> tuple[Entry, Entry]:
    """The entry as it stays, and the next version, expected."""
    _possible(entry, "supersede")
    old = replace(entry, state=State.SUPERSEDED, claim=None, reason=_given(reason))
    return old, Entry(version=entry.version + 1)


def invalidate(entry: Entry, *, decision: str) -> Entry:
    """A decision of the body that the law names takes its votes out of every total."""
    _possible(entry, "invalidate")
    return replace(entry, state=State.INVALIDATED, reason=_given(decision))


def _possible(entry: Entry, act: str) -> None:
    if entry.state not in TRANSITIONS[act]:
        raise Refused("P200", facts={"state": entry.state, "wanted": " / ".join(TRANSITIONS[act])})


def _held(entry: Entry, now: datetime) -> bool:
    return entry.claim is not None and now < entry.claim.until


def _holds(entry: Entry, by: PersonCode, now: datetime) -> None:
    if entry.claim is None or entry.claim.by != by or not _held(entry, now):
        raise Refused("P203")


def _given(reason: str) -> str:
    if not reason.strip():
        raise Refused("P205")
    return reason.strip()
