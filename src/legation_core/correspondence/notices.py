"""When a mail tells somebody that something waits: at once or once a day, never in their quiet hours, but the urgent.

A mail says that something waits and where; what it is stands behind the sign-in. The hours are each person's choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class How(StrEnum):
    AT_ONCE = "at_once"
    DAILY = "daily"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose, by the clock of their own zone. Quiet hours may go over midnight; equal ends: none."""

    how: How
    zone: str
    quiet_from: time
    quiet_to: time
    daily_at: time


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the person since an instant."""

    since: datetime
    urgent: bool = False


def is_quiet(moment: datetime, choice: Choice) -> bool:
    """Whether the moment lies in the quiet hours."""
    local = moment.astimezone(ZoneInfo(choice.zone)).time()
    if choice.quiet_from <= choice.quiet_to:
        return choice.quiet_from <= local < choice.quiet_to
    return local >= choice.quiet_from or local < choice.quiet_to


def next_at(moment: datetime, hour: time, zone: str) -> datetime:
    """The first instant from `moment` on at which the clock of the zone shows `hour`."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    found = datetime.combine(day, hour, ZoneInfo(zone))
    return found if found >= moment else datetime.combine(day + timedelta(days=1), hour, ZoneInfo(zone))


def mailed_at(one: Waiting, choice: Choice) -> datetime | None:
    """When a mail about it goes; never to whoever wants none. The urgent goes at once, in quiet hours too."""
    if choice.how is How.NEVER:
        return None
    if one.urgent:
        return one.since
    if choice.how is How.DAILY:
        return next_at(one.since, choice.daily_at, choice.zone)
    return next_at(one.since, choice.quiet_to, choice.zone) if is_quiet(one.since, choice) else one.since


def due_now(waiting: Iterable[Waiting], choice: Choice, *, told: datetime | None, now: datetime) -> bool:
    """Whether a mail goes now: something began to wait after the last one, and its time has come."""
    fresh = (one for one in waiting if told is None or one.since > told)
    instants = (mailed_at(one, choice) for one in fresh)
    return any(at is not None and at <= now for at in instants)
