"""The whole picture of an election for its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import Actor
from legation.desks import calendars
from legation.desks.calendars import Asked, Grounds, Line
from legation.integrity import queries as log
from legation.integrity.convert import Shown
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.problems import Problem
from legation_core.timetable.day import Status


@dataclass(frozen=True, slots=True)
class ElectionDesk:
    """An election as its page shows it. Every figure is counted from rows."""

    base: Grounds
    now: datetime
    counts: stations.Counts
    status: Status
    lines: tuple[Line, ...]
    """The calendar of the election as a whole."""
    clashes: tuple[Problem, ...]
    records: tuple[Shown, ...]
    log_size: int

    @property
    def election(self) -> ElectionValue:
        return self.base.election

    @property
    def stations(self) -> Sequence[StationValue]:
        return self.base.stations

    @property
    def ahead(self) -> list[Line]:
        """What of the calendar can still be met, the earliest first."""
        return [line for line in self.lines if not line.passed(self.now)]


def election_desk(actor: Actor, code: str, now: datetime) -> ElectionDesk:
    """What the page of an election shows at `now`."""
    base = calendars.grounds(plan.election_for(actor, code))
    records = log.records(jurisdiction=base.election.jurisdiction, election=code)
    return ElectionDesk(
        base=base,
        now=now,
        counts=stations.counts(base.stations),
        status=stations.status_at(base.stations, now),
        lines=calendars.lines(base, Asked()),
        clashes=calendars.clashes(base),
        records=records.records[:8],
        log_size=log.size(),
    )
