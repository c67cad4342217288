"""Reads of the plan: elections, lawbooks, districts, deadlines, what clashes, what a move would change."""

from collections.abc import Iterable
from datetime import date, datetime

from legation.base.actors import Actor, OutOfScope
from legation.plan.convert import (
    DistrictValue,
    ElectionValue,
    LawbookValue,
    book_of,
    district_value,
    election_value,
    lawbook_value,
)
from legation.plan.models import District, Election, LawbookVersion
from legation_core.lawbook.model import Lawbook
from legation_core.problems import Problem
from legation_core.timetable.deadlines import Deadline, ElectionDates, Place, deadlines
from legation_core.timetable.feasibility import Moved, feasibility, moved


def election(code: str) -> ElectionValue:
    """An election by its code, for scripts and the command line. Unknown: out of scope."""
    row = Election.objects.select_related("lawbook").filter(pk=code).first()
    if row is None:
        raise OutOfScope(code)
    return election_value(row)


def election_for(actor: Actor, code: str) -> ElectionValue:
    """An election of the actor's jurisdiction; of another one it does not exist."""
    found = election(code)
    if found.jurisdiction != actor.grant.jurisdiction or actor.grant.election not in ("", code):
        raise OutOfScope(code)
    return found


def elections(jurisdiction: str) -> tuple[ElectionValue, ...]:
    """The elections of a jurisdiction, the latest day first."""
    rows = Election.objects.select_related("lawbook").filter(jurisdiction=jurisdiction)
    return tuple(election_value(row) for row in rows.order_by("-election_day", "code"))


def lawbooks(jurisdiction: str) -> tuple[LawbookValue, ...]:
    """The versions of a jurisdiction's lawbook, newest first; `in_use` marks the one adopted last."""
    rows = list(LawbookVersion.objects.filter(jurisdiction=jurisdiction).order_by("-proposed_at", "-pk"))
    adopted = [(row.adopted_at, row) for row in rows if row.adopted_at]
    current = max(adopted, key=lambda pair: pair[0])[1] if adopted else None
    return tuple(lawbook_value(row, row is current) for row in rows)


def lawbook(jurisdiction: str, digest: str) -> Lawbook:
    """One version of a jurisdiction's lawbook by its digest."""
    row = LawbookVersion.objects.filter(jurisdiction=jurisdiction, digest=digest).first()
    if row is None:
        raise OutOfScope(digest)
    return book_of(row)


def districts(election_code: str) -> tuple[DistrictValue, ...]:
    """The districts that may carry stations abroad, by number."""
    rows = District.objects.filter(election=election_code)
    return tuple(sorted((district_value(row) for row in rows), key=lambda one: (len(one.number), one.number)))


def calendar(value: ElectionValue, places: Iterable[Place] = ()) -> tuple[Deadline, ...]:
    """Every legal deadline as an instant, the earliest first; entries for each mission or station need `places`."""
    return deadlines(value.rules.calendar, value.dates, value.home_zone, tuple(places))


DONE_BY_OPENING = (("election_called", ""), ("election_day_set", ""), ("calendar_plan_approved", ""))
"""What has happened before an election stands here: its own dates say when, so nothing of it can clash."""


def clashes(value: ElectionValue, places: Iterable[Place] = (), at: datetime | None = None) -> tuple[Problem, ...]:
    """Which deadlines clash or had passed when the day was set, or at `at`: shown, never hidden."""
    found = feasibility(
        value.rules.calendar,
        value.dates,
        value.home_zone,
        tuple(places),
        limits=value.rules.limits,
        at=at,
        done=DONE_BY_OPENING,
    )
    return tuple(one for one in found if one.facts.get("key") not in {key for key, _place in DONE_BY_OPENING})


def move_preview(
    value: ElectionValue, to: date, at: datetime, places: Iterable[Place] = (), moved_places: Iterable[Place] = ()
) -> tuple[Moved, ...]:
    """Every deadline that changes when the election day moves to `to`, decided at `at`."""
    after = ElectionDates(value.called_on, value.day_set_on, to)
    old, new = (value.dates, tuple(places)), (after, tuple(moved_places))
    return moved(value.rules.calendar, old, new, value.home_zone, at)


def move_clashes(value: ElectionValue, to: date, at: datetime) -> tuple[Problem, ...]:
    """What would clash or be past if the election day were `to`."""
    after = ElectionDates(value.called_on, value.day_set_on, to)
    return feasibility(value.rules.calendar, after, value.home_zone, limits=value.rules.limits, at=at)


def lawbook_octets(jurisdiction: str, digest: str) -> bytes:
    """The file of one version as it was proposed."""
    row = LawbookVersion.objects.filter(jurisdiction=jurisdiction, digest=digest).first()
    if row is None:
        raise OutOfScope(digest)
    return bytes(row.octets)
