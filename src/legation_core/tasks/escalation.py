"""Who is told of a late task, and when: the superior, then both headquarters.

Days are the working days of the place where the task is owed: what is due in Tabriz on a Thursday is told on after the
next working day, and Friday is none there. The lawbook gives the numbers of days.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from legation_core.lawbook.model import Escalation
from legation_core.tasks.plan import Site, due_at


class Level(IntEnum):
    OWNER = 0
    """Whoever owes it; from the day that it is due."""
    SUPERIOR = 1
    HEADQUARTERS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """The instant from which a level knows of a late task, and the last day that was waited for."""

    level: Level
    after: date
    at: datetime


def telling(due_on: date, site: Site, rule: Escalation) -> tuple[Told, ...]:
    """When each level above the owner is told, if the task is not done by then."""
    steps = ((Level.SUPERIOR, rule.superior_after), (Level.HEADQUARTERS, rule.headquarters_after))
    days = [(level, site.working.after(due_on, count)) for level, count in steps]
    return tuple(Told(level, day, due_at(day, site)) for level, day in days)


def level_at(at: datetime, due_on: date, site: Site, rule: Escalation | None) -> Level:
    """How far a task that is not done has been told on at an instant."""
    if rule is None:
        return Level.OWNER
    return max((told.level for told in telling(due_on, site, rule) if told.at <= at), default=Level.OWNER)
