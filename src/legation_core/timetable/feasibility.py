"""Whether the calendar can be kept: what passed before anybody could meet it, what clashes, what a move changes.

A law may ask for the impossible: an election called at short notice has deadlines that lie before its call, and
deadlines may lie before what they presuppose. These are shown as problems; no deadline is ever left out or moved
because of them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import eq, ge, le
from types import MappingProxyType

from legation_core.lawbook.model import Anchor, CalendarEntry, Limit
from legation_core.problems import Fact, Problem
from legation_core.timetable.deadlines import Deadline, ElectionDates, Place, deadlines
from legation_core.timetable.zones import END_OF_DAY, Edge, instant

LIMITS: Mapping[str, tuple[str, Callable[[ElectionDates], int], Callable[[int, int], bool]]] = MappingProxyType(
    {
        "notice_days_max": ("T203", lambda dates: (dates.election_day - dates.called_on).days, le),
        "notice_days_min": ("T204", lambda dates: (dates.election_day - dates.called_on).days, ge),
        "election_weekday": ("T205", lambda dates: dates.election_day.isoweekday(), eq),
        "days_to_set_max": ("T206", lambda dates: (dates.day_set_on - dates.called_on).days, le),
    }
)
"""Keys of a lawbook's limits that bind the days themselves: the problem's code, what is measured, what must hold.

Notice is counted in days from the call to the election day; a weekday is 1 for Monday to 7 for Sunday.
"""

NONE: frozenset[str] = frozenset()
Done = Collection[tuple[str, str]]
"""(key, place) of deadlines already met."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What moving the election day does to one deadline. `before` and `after` are empty where there is none."""

    key: str
    place: str
    before: Deadline | None
    after: Deadline | None
    becomes_past: bool = False
    """Too late at the instant of the move, though it was not before it."""
    clashes: tuple[str, ...] = ()
    """Keys it presupposes that are due later than it after the move, and were not before it."""


def feasibility(
    entries: Iterable[CalendarEntry],
    dates: ElectionDates,
    home_zone: str,
    places: Sequence[Place] = (),
    *,
    limits: Mapping[str, Limit] | None = None,
    at: datetime | None = None,
    done: Done = (),
) -> tuple[Problem, ...]:
    """Every clash of the calendar: days against the law's limits, what has passed, what is due before its ground.

    Without `at`, a deadline has passed if it ended before the day on which it could be known began: the call for what
    is counted from the call, else the day on which the election day was set. With `at`, if it ended by then. What is
    `done`, such as the call itself, can neither be late nor keep anything waiting.
    """
    found = deadlines(entries, dates, home_zone, places)
    ahead = [deadline for deadline in found if (deadline.key, deadline.place) not in done]
    return (
        *_date_problems(dates, limits or {}),
        *_passed_problems(ahead, dates, home_zone, at),
        *_clash_problems(ahead),
    )


def moved(
    entries: Sequence[CalendarEntry],
    old: tuple[ElectionDates, Sequence[Place]],
    new: tuple[ElectionDates, Sequence[Place]],
    home_zone: str,
    at: datetime,
) -> tuple[Moved, ...]:
    """Every deadline that moving the election changes, by its new instant, then those that vanish.

    `old` and `new` give the dates with the places, whose windows move with the election day.
    """
    before = _by_place(deadlines(entries, old[0], home_zone, old[1]))
    after = _by_place(deadlines(entries, new[0], home_zone, new[1]))
    clashed, clashing = _clashes(before.values()), _clashes(after.values())
    found = []
    for key, place in dict.fromkeys([*after, *before]):
        was, becomes = before.get((key, place)), after.get((key, place))
        clashes = tuple(sorted(clashing.get((key, place), NONE) - clashed.get((key, place), NONE)))
        if was is None or becomes is None or was.due != becomes.due or clashes:
            past = becomes is not None and _late(becomes, at) and not (was is not None and _late(was, at))
            found.append(Moved(key, place, was, becomes, becomes_past=past, clashes=clashes))
    return tuple(found)


def _date_problems(dates: ElectionDates, limits: Mapping[str, Limit]) -> list[Problem]:
    """The order of the three days, and what the law limits of `LIMITS`; a limit not given is not judged."""
    if not dates.called_on <= dates.day_set_on <= dates.election_day:
        days = ("called_on", "day_set_on", "election_day")
        return [Problem("T207", facts={day: getattr(dates, day).isoformat() for day in days})]
    found = []
    for key, (code, measure, keeps) in LIMITS.items():
        if key in limits and not keeps(measure(dates), limits[key].value):
            day = dates.election_day.isoformat()
            limit: dict[str, Fact] = {"limit": limits[key].value, "source": limits[key].source}
            found.append(Problem(code, facts={"day": day, "measured": measure(dates), **limit}))
    return found


def _passed_problems(
    found: Iterable[Deadline], dates: ElectionDates, home_zone: str, at: datetime | None
) -> list[Problem]:
    """One problem for each entry of which deadlines are too late, with their number."""
    late: dict[str, list[Deadline]] = defaultdict(list)
    for deadline in found:
        if _late(deadline, at or _known_from(deadline, dates, home_zone)):
            late[deadline.key].append(deadline)
    problems = []
    for key, own in late.items():
        facts: dict[str, Fact] = {"key": key, "due": own[0].on.isoformat(), "places": len(own)}
        if at is None:
            problems.append(Problem("T201", facts={**facts, "known": _known_on(own[0], dates).isoformat()}))
        else:
            problems.append(Problem("T208", facts={**facts, "at": at.isoformat()}))
    return problems


def _clash_problems(found: Sequence[Deadline]) -> list[Problem]:
    """One problem for each pair of entries of which the first is due before the second, which it presupposes."""
    dated = _by_place(found)
    latest = {deadline.key: deadline for deadline in found}
    pairs: dict[tuple[str, str], list[Deadline]] = defaultdict(list)
    for (key, place), presupposed in _clashes(found).items():
        for other in sorted(presupposed):
            pairs[key, other].append(dated[key, place])
    return [
        Problem("T202", facts=_clash_facts(own, dated.get((other, own[0].place), latest[other])))
        for (_, other), own in pairs.items()
    ]


def _clash_facts(own: Sequence[Deadline], other: Deadline) -> dict[str, Fact]:
    due, later = own[0].on.isoformat(), other.on.isoformat()
    return {"key": own[0].key, "due": due, "presupposed": other.key, "later": later, "places": len(own)}


def _clashes(found: Iterable[Deadline]) -> dict[tuple[str, str], frozenset[str]]:
    """For each deadline, the keys it presupposes that are due after it must be met: at its place, else anywhere."""
    ordered = sorted(found, key=lambda deadline: deadline.due)
    dated = _by_place(ordered)
    latest = {deadline.key: deadline for deadline in ordered}
    clashes = {}
    for deadline in ordered:
        grounds = [dated.get((key, deadline.place), latest.get(key)) for key in deadline.entry.after]
        end = _must_be_met(deadline)
        clashes[deadline.key, deadline.place] = frozenset(
            ground.key for ground in grounds if ground is not None and ground.due > end
        )
    return clashes


def _must_be_met(deadline: Deadline) -> datetime:
    """The instant by which the ground of a deadline is needed; what begins "from" a day needs it within that day."""
    if deadline.late_from is not None:
        return deadline.late_from
    whole_day = deadline.entry.time_of_day is None and deadline.entry.hours is None
    return instant(deadline.on, END_OF_DAY, deadline.zone, Edge.END) if whole_day else deadline.due


def _known_on(deadline: Deadline, dates: ElectionDates) -> date:
    """The day on which the deadline could be known."""
    return dates.called_on if deadline.entry.anchor is Anchor.CALL else dates.day_set_on


def _known_from(deadline: Deadline, dates: ElectionDates, home_zone: str) -> datetime:
    return instant(_known_on(deadline, dates), 0, home_zone, Edge.START)


def _late(deadline: Deadline, at: datetime) -> bool:
    return deadline.late_from is not None and deadline.late_from <= at


def _by_place(found: Iterable[Deadline]) -> dict[tuple[str, str], Deadline]:
    return {(deadline.key, deadline.place): deadline for deadline in found}
