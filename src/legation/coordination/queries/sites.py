"""Where tasks are done: the missions of a jurisdiction, and the institutions at home, each with its working days."""

from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.plan.convert import ElectionValue
from legation_core.lawbook.schema import WEEKDAYS
from legation_core.tasks.plan import WHOLE, Site
from legation_core.timetable.working_days import WorkingDays, week_without


def home(election: ElectionValue) -> Site:
    """The institutions at home, by the weekend that the lawbook gives."""
    return Site(WHOLE, election.home_zone, WorkingDays(week_without(election.book.home_weekend, WEEKDAYS)))


def sites(election: ElectionValue) -> dict[str, Site]:
    """Every place of the plan by its code: three queries."""
    working = missions.working_days(election.jurisdiction)
    posts = missions.missions(election.jurisdiction)
    return {WHOLE: home(election)} | {post.code: Site(post.code, post.zone, working[post.code]) for post in posts}


def site_of(election: ElectionValue, mission: MissionValue | None) -> Site:
    """The place of one task: at most one query."""
    if mission is None:
        return home(election)
    closed = frozenset(one.day for one in missions.holidays(mission.id))
    return Site(mission.code, mission.zone, WorkingDays(mission.working_days, closed))
