"""The whole picture of an election for its page."""

from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import Actor
from legation.integrity import queries as log
from legation.integrity.convert import Shown
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.problems import Problem
from legation_core.timetable.day import Status
from legation_core.timetable.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class ElectionDesk:
    """An election as its page shows it. Every figure is counted from rows."""

    election: ElectionValue
    now: datetime
    counts: stations.Counts
    missions_registered: int
    stations: tuple[StationValue, ...]
    status: Status | None
    next_deadlines: tuple[Deadline, ...]
    passed_deadlines: int
    deadlines: int
    clashes: tuple[Problem, ...]
    records: tuple[Shown, ...]
    log_size: int

    @property
    def numbered(self) -> int:
        """Stations that have their number."""
        return self.counts.by_state.get("numbered", 0)


def election_desk(actor: Actor, code: str, now: datetime) -> ElectionDesk:
    """What the page of an election shows at `now`."""
    election = plan.election_for(actor, code)
    found = stations.stations(election)
    deadlines = plan.calendar(election)
    ahead = tuple(one for one in deadlines if one.due > now)
    records = log.records(jurisdiction=election.jurisdiction, election=code)
    return ElectionDesk(
        election=election,
        now=now,
        counts=stations.counts(found),
        missions_registered=len(missions.missions(election.jurisdiction)),
        stations=found,
        status=stations.status_at(found, now) if found else None,
        next_deadlines=ahead[:6],
        passed_deadlines=len(deadlines) - len(ahead),
        deadlines=len(deadlines),
        clashes=plan.clashes(election, stations.sample_places(election)),
        records=records.records[:8],
        log_size=log.size(),
    )
