"""The calendar plan as people read it: one line an entry of the law, as flat rows and as iCalendar.

An entry that the law makes for each mission or station is one line here: for one mission its instant there, for the
election as a whole the span from the first place to the last. Nothing is left out where no place stands yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.plan.convert import ElectionValue
from legation.plan.web.words import counted
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.lawbook.model import CalendarEntry, Rule
from legation_core.problems import Problem
from legation_core.timetable.deadlines import Deadline, Place, deadlines
from legation_core.timetable.feasibility import feasibility
from legation_core.timetable.windows import Window

ELECTION = "election"
SOON = timedelta(days=3)
"""What is due within so much time is marked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose calendar: of one mission, of one body, or (both empty) of the election as a whole."""

    mission: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the calendar. Days are those that the law names, instants are UTC."""

    entry: CalendarEntry
    on: date
    last_on: date
    due: datetime
    last_due: datetime
    late_from: datetime | None
    """The first instant that is too late at the last place; none for what only begins."""
    zone: str
    """The zone that governs it; empty where each place has its own."""
    places: int
    """For how many missions or stations it is due; 0 for the election as a whole or where none stands yet."""

    @property
    def key(self) -> str:
        return self.entry.key

    @property
    def spans(self) -> bool:
        """Whether it is due at different instants in different places."""
        return self.due != self.last_due

    @property
    def ends_with_day(self) -> bool:
        """Whether the law means the end of a day, written 24:00."""
        return self.entry.rule is Rule.BY and self.whole_day

    @property
    def whole_day(self) -> bool:
        """Whether the law names a day and no time of it."""
        end = 1440 if self.entry.rule is Rule.BY else 0
        return self.entry.hours is None and self.entry.time_of_day in (None, end)

    def passed(self, now: datetime) -> bool:
        """Whether it can no longer be met; what only begins has passed once it has begun everywhere."""
        return (self.late_from or self.last_due) <= now


@dataclass(frozen=True, slots=True)
class Alike:
    """Places of one kind and zone that close for the last time at one instant: whatever one owes, the others owe then.

    So a calendar costs as much for 10,000 stations as for one in each zone.
    """

    place: Place
    codes: tuple[str, ...]


Together = dict[tuple[str, str], Alike]
"""By kind and code of the place that stands for the others."""


def _together(places: Iterable[Place]) -> Together:
    groups: dict[tuple[str, str, datetime | None], list[Place]] = defaultdict(list)
    for one in places:
        groups[one.kind, one.zone, max((window.closes for window in one.windows), default=None)].append(one)
    found = [Alike(group[0], tuple(one.code for one in group)) for group in groups.values()]
    return {(one.place.kind, one.place.code): one for one in found}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a calendar is computed from, read once: the election, its missions and its stations."""

    election: ElectionValue
    posts: tuple[MissionValue, ...]
    stations: tuple[StationValue, ...]

    def alike(self, mission: str = "") -> Together:
        """The missions and stations, all or those of one mission, each with those whose deadlines are the same.

        Where none of a kind stands yet, a place without a name stands for it: its deadlines are shown all the same.
        """
        own = [one for one in self.stations if mission in ("", one.mission.code)]
        windows: dict[str, list[Window]] = defaultdict(list)
        for one in own:
            windows[one.mission.code] += one.windows
        posts = [one for one in self.posts if mission in ("", one.code)]
        found = [Place("mission", one.code, one.zone, tuple(windows[one.code])) for one in posts]
        together = _together([*found, *(Place("station", one.code, one.zone, one.windows) for one in own)])
        for kind in {"mission", "station"} - {kind for kind, _code in together}:
            together[kind, ""] = Alike(Place(kind, "", self.election.home_zone), ())
        return together


def grounds(election: ElectionValue) -> Grounds:
    """Three queries, however many missions and stations."""
    return Grounds(election, missions.missions(election.jurisdiction), stations.stations(election))


def lines(base: Grounds, asked: Asked) -> tuple[Line, ...]:
    """The lines asked for, the earliest first."""
    election = base.election
    together = base.alike(asked.mission)
    places = [one.place for one in together.values()]
    by_key: dict[str, list[Deadline]] = defaultdict(list)
    for one in deadlines(election.rules.calendar, election.dates, election.home_zone, places):
        if asked.body in ("", one.entry.owner):
            by_key[one.key].append(one)
    return tuple(sorted((line_of(found, together) for found in by_key.values()), key=lambda line: (line.due, line.key)))


def line_of(found: Sequence[Deadline], together: Together) -> Line:
    """The deadlines of one entry, one or one a place, as a line."""
    zones = {one.zone for one in found}
    late = [one.late_from for one in found if one.late_from]
    return Line(
        entry=found[0].entry,
        on=min(one.on for one in found),
        last_on=max(one.on for one in found),
        due=min(one.due for one in found),
        last_due=max(one.due for one in found),
        late_from=max(late, default=None),
        zone=zones.pop() if len(zones) == 1 else "",
        places=sum(len(together[one.entry.each, one.place].codes) for one in found if one.place),
    )


def undated(base: Grounds, shown: Iterable[Line], asked: Asked) -> list[CalendarEntry]:
    """Entries counted from the closing of stations, as long as no station has hours."""
    keys = {line.key for line in shown}
    entries = base.election.rules.calendar
    return [one for one in entries if one.key not in keys and asked.body in ("", one.owner)]


OPENING = ("adopt_lawbook", "open_election", "set_election_day")
"""Acts that are done where an election stands here: their deadlines can neither be late nor keep others waiting."""


def clashes(base: Grounds, at: datetime | None = None) -> tuple[Problem, ...]:
    """What the calendar asks for that cannot be: shown, never hidden. `at` also asks what has passed by then."""
    value = base.election
    acts = [value.rules.competences[act] for act in OPENING if act in value.rules.competences]
    done = [(act.deadline, "") for act in acts if act.deadline]
    return feasibility(
        value.rules.calendar,
        value.dates,
        value.home_zone,
        [one.place for one in base.alike().values() if one.codes],
        limits=value.rules.limits,
        at=at,
        done=done,
    )


def day_counted(election: ElectionValue, day: date) -> str:
    """The day counted from the election day, as officials say it: T-30, T, T+2."""
    return counted((day - election.election_day).days)
