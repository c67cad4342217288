"""The network of tasks around one place, with the room that each has today: of bounded size however many missions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from legation.base.actors import Actor
from legation.coordination.convert.tasks import TaskValue
from legation.coordination.queries.sites import home, site_of
from legation.coordination.queries.tasks import near, summaries
from legation.missions.convert import MissionValue
from legation.plan.convert import ElectionValue
from legation_core.tasks.critical import Endangered, Room, critical_path, endangered, reckon
from legation_core.tasks.plan import WHOLE, Id, Planned, Site, expand
from legation_core.tasks.states import State
from legation_core.timetable.zones import local

EACH = "each"
"""Stands for every mission at once, by the working days at home."""


@dataclass(frozen=True, slots=True)
class Network:
    """The tasks of the whole and of one mission (or of every one at once), with what was done of them."""

    plan: tuple[Planned, ...]
    sites: Mapping[str, Site]
    ended: Mapping[Id, date]
    today: date
    rooms: Mapping[Id, Room]
    until: date

    def path(self) -> tuple[Id, ...]:
        """What is left to do of the longest path to the election day."""
        return tuple(one for one in critical_path(self.plan, self.rooms, self.until) if one not in self.ended)

    def endangers(self, id_: Id) -> tuple[Endangered, ...]:
        """What is late if the task is begun today and takes as long as planned."""
        lead = next((task.lead for task in self.plan if task.id == id_), 1)
        ends_on = self.ended.get(id_) or self.sites[id_[1]].working.end(self.today, lead)
        return endangered(self.plan, self.sites, id_, ends_on, self.ended)


def of_mission(actor: Actor, election: ElectionValue, mission: MissionValue, now: datetime) -> Network:
    """The whole's tasks and those of one mission: two queries."""
    tasks = near(actor, election, election.rules.tasks, mission.code)
    due = {(one.key, one.place): one.due_on for one in tasks}
    ended = {(one.key, one.place): _ended(one, election) for one in tasks if one.finished or one.done_on}
    site = site_of(election, mission)
    planned = expand(election.rules.tasks.values(), election.dates, [mission.code], due)
    standing = tuple(one for one in planned if one.id in due)
    return _network(election, standing, {WHOLE: home(election), mission.code: site}, ended, mission.zone, now)


def _ended(task: TaskValue, election: ElectionValue) -> date:
    """The day on which it was reported done; what was dropped never held anything back."""
    return election.called_on if task.state is State.DROPPED or task.done_on is None else task.done_on


def of_all(actor: Actor, election: ElectionValue, now: datetime) -> Network:
    """Every template once, done where it was reported done in every mission: one query."""
    found = {one.template.key: one for one in summaries(actor, election, now)}
    ids = {key: (key, EACH if one.template.each == "mission" else WHOLE) for key, one in found.items()}
    due = {ids[key]: one.due_on for key, one in found.items()}
    reported = {key: one for key, one in found.items() if one.finished + one.waiting == one.places}
    ended = {ids[key]: one.done_on or election.called_on for key, one in reported.items()}
    planned = expand(election.rules.tasks.values(), election.dates, [EACH], due)
    own = home(election)
    sites = {WHOLE: own, EACH: Site(EACH, own.zone, own.working)}
    return _network(election, tuple(one for one in planned if one.id in due), sites, ended, own.zone, now)


def _network(
    election: ElectionValue, plan: tuple[Planned, ...], sites: Mapping[str, Site], ended: Mapping[Id, date], zone: str,
    now: datetime,
) -> Network:  # fmt: skip
    today = local(now, zone).date()
    return Network(plan, sites, ended, today, reckon(plan, sites, today, ended), election.election_day)
