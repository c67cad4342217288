"""The call list: every mission with its clock, how it is reached now, and by which number."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation_core.duty.calling import Answer, answer
from legation_core.timetable.windows import Window


@dataclass(frozen=True, slots=True)
class Line:
    """A mission on the call list."""

    mission: MissionValue
    answer: Answer
    stations: int


def call_list(election: ElectionValue, now: datetime) -> tuple[Line, ...]:
    """Every mission, whoever can be called now and soonest no longer first. Five queries."""
    windows: dict[str, list[Window]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    for one in stations.stations(election):
        windows[one.mission.code] += one.windows
        counts[one.mission.code] += 1
    free: dict[str, set[date]] = missions.free_days(election.jurisdiction)
    found = [
        Line(
            post,
            answer(post.zone, now, post.working_days, free.get(post.code, set()), windows[post.code]),
            counts[post.code],
        )
        for post in missions.missions(election.jurisdiction)
    ]
    return tuple(sorted(found, key=lambda line: line.answer.order))
