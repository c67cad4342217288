"""Complaints: lodged against a body, decided by the instance above it, appealed from instance to instance.

docs/states/complaint.md. The instances, the fields of the form and the days are the lawbook's (for Azerbaijan article
112 of the Election Code and CEC instruction 11/53-1 of 2008); where it only assumes the days, being late warns.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from legation_core.problems import Refused


class State(StrEnum):
    LODGED = "lodged"
    """It waits for the decision of an instance."""
    HEARING = "hearing"
    """A hearing is set; it waits for the decision."""
    DECIDED = "decided"
    """Decided by an instance; it may be appealed while there is one above."""
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    INADMISSIBLE = "inadmissible"


class Channel(StrEnum):
    STATION = "station"
    ONLINE = "online"
    PAPER = "paper"


OPEN = (State.LODGED, State.HEARING)
TRANSITIONS: Mapping[str, tuple[State, ...]] = MappingProxyType(
    {
        "hear": OPEN,
        "decide": OPEN,
        "appeal": (State.DECIDED,),
        "withdraw": (*OPEN, State.DECIDED),
    }
)
"""Step -> states from which it is possible."""
FILLED_BY_SYSTEM = frozenset({"commission", "date", "signature", "attendance"})
"""Fields of the form that are not typed as text: whom it goes to follows from the law, the date is that of the act."""
AT_ONCE = timedelta(hours=1)
"""How long "at once" lasts on a voting day; the authors' choice, the law gives no figure."""

ONLINE_AN_HOUR = 60
"""So many complaints an hour are taken online in an election; our guard against floods, and no figure of the law."""


@dataclass(frozen=True, slots=True)
class Due:
    """Until when, by the clock of `zone`; `at_once` on a voting day."""

    at: datetime
    zone: str
    at_once: bool


def governing_zone(setting: str, station_zone: str, home_zone: str) -> str:
    """Whose clock governs: the station's where the lawbook says `local` and a station is concerned, else home's."""
    return station_zone if setting == "local" and station_zone else home_zone


def due(moment: datetime, zone: str, days: int, voting_days: Collection[date]) -> Due:
    """Until when it is decided: on a voting day at once, else at the end of the last of so many days."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    if day in voting_days:
        return Due(moment + AT_ONCE, zone, at_once=True)
    return Due(end_of(day + timedelta(days=days), zone), zone, at_once=False)


def appeal_until(decided: datetime, zone: str, days: int) -> datetime:
    """Until when a decision may be appealed: the end of the last of so many days after it."""
    return end_of(decided.astimezone(ZoneInfo(zone)).date() + timedelta(days=days), zone)


def end_of(day: date, zone: str) -> datetime:
    """The end of a day by the clock of a zone, in UTC terms the instant at which the next one begins."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))


def filed_late(happened: date, lodged: datetime, zone: str, days: int) -> bool:
    """Whether more than so many days lie between what happened and the complaint, by the governing clock."""
    return lodged.astimezone(ZoneInfo(zone)).date() > happened + timedelta(days=days)


def first_instance(against: str, instances: Sequence[str]) -> int:
    """The place, counted from 0, of the instance above the body complained of. Nobody judges their own act.

    A body that is no instance itself is judged by the first one. Refuses the last one, which has nobody above (K105).
    """
    place = instances.index(against) + 1 if against in instances else 0
    if place >= len(instances):
        raise Refused("K105", facts={"body": against})
    return place


def check_online(lately: int) -> None:
    """Refuses (K110) one more complaint online while too many came in the last hour."""
    if lately >= ONLINE_AN_HOUR:
        raise Refused("K110")


def check(state: State, step: str) -> None:
    """Whether the state allows a step (K101)."""
    if state not in TRANSITIONS[step]:
        wanted = " / ".join(TRANSITIONS[step])
        raise Refused("K101", facts={"complaint_state": state, "wanted_complaint": wanted})


def decided(state: State, *, article: str, text: str, summary: str) -> State:
    """The state after a decision. It is in writing, names its article and says in public what was decided (K106)."""
    check(state, "decide")
    if not article.strip() or not text.strip() or not summary.strip():
        raise Refused("K106")
    return State.DECIDED


def heard(state: State, hearing: datetime, now: datetime) -> State:
    """The state after a hearing was set: not in the past (K107)."""
    check(state, "hear")
    if hearing <= now:
        raise Refused("K107", facts={"given": f"{hearing:%Y-%m-%dT%H:%MZ}"})
    return State.HEARING


def appealed(state: State, instance: int, instances: Sequence[str], grounds: str) -> int:
    """The instance to which an appeal goes. Refuses what is at its end (K105) and an appeal without grounds (K108)."""
    check(state, "appeal")
    if instance + 1 >= len(instances):
        raise Refused("K105", facts={"body": instances[instance]})
    if not grounds.strip():
        raise Refused("K108")
    return instance + 1
