"""Until when an inquiry is to be answered: the lawbook's terms, the asker's week, holidays and office hours."""

from datetime import datetime

from legation.missions import queries as missions
from legation.plan.convert import ElectionValue
from legation_core.correspondence.clock import due
from legation_core.problems import Refused
from legation_core.timetable.working import Office

OPENS, CLOSES = 9, 18
"""Office hours where the lawbook names none."""


def office_of(election: ElectionValue, mission: str) -> Office:
    """When the asker works; of those who belong to no mission, Monday to Friday by the clock of home."""
    limits = election.rules.limits
    opens = limits["office_opens_hour"].value if "office_opens_hour" in limits else OPENS
    closes = limits["office_closes_hour"].value if "office_closes_hour" in limits else CLOSES
    if not mission:
        return Office(election.home_zone, opens=opens * 60, closes=closes * 60)
    post = missions.mission(election.jurisdiction, mission)
    closed = frozenset(one.day for one in missions.holidays(post.id))
    return Office(post.zone, post.working_days, opens * 60, closes * 60, closed)


def due_at(election: ElectionValue, mission: str, urgency: str, asked: datetime) -> datetime:
    """The instant by which an answer is due. Refuses an urgency for which the lawbook has no term."""
    terms, day = election.rules.inquiry_terms, election.election_day
    found = due(asked, urgency=urgency, terms=terms, election_day=day, office=office_of(election, mission))
    if found is None:
        raise Refused("Q105", facts={"urgency": urgency[:40]})
    return found.at
