"""Reads of matters: those an actor sees, one with its history, what a desk owes, the agenda and the minutes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from legation.accounts import queries as accounts
from legation.accounts.queries.grants import places_of
from legation.base.actors import Actor, OutOfScope, Permission, ScopeRef
from legation.base.wording.codes import Coded
from legation.coordination.convert.matters import (
    EffectValue,
    MatterValue,
    MinutesValue,
    OptionValue,
    RemarkValue,
    effect_value,
    matter_value,
    minutes_value,
    option_value,
    owner_pair,
    remark_value,
)
from legation.coordination.models import Matter, MatterEffect, MatterOption, MatterOwner, MatterRemark, Minutes
from legation.coordination.permissions.matters import institution_of, scopes_of
from legation.plan.convert import ElectionValue
from legation_core.correspondence import matters as core
from legation_core.correspondence.matters import State
from legation_core.values import PersonCode

MEETS_AT = time(10)
"""When the two institutions meet, by the clock of home; the authors' choice, beside the report of each day."""


def matters(election: ElectionValue) -> tuple[MatterValue, ...]:
    """Every matter of an election, the newest first: five queries however many."""
    return _values(Matter.objects.filter(election=election.code))


def _values(rows: QuerySet[Matter]) -> tuple[MatterValue, ...]:
    found = list(rows.order_by("-raised_at", "-pk"))
    keys = [row.pk for row in found]
    owners: dict[int, dict[str, PersonCode]] = defaultdict(dict)
    for row in MatterOwner.objects.filter(matter__in=keys, until__isnull=True):
        owners[row.matter_id].update([owner_pair(row)])
    names = accounts.names_of({person for own in owners.values() for person in own.values()})
    options, effects = _counted(MatterOption, keys), _counted(MatterEffect, keys)
    places = places_of(ScopeRef(row.scope_kind, row.scope_code) for row in found)
    return tuple(
        matter_value(
            row,
            owners[row.pk],
            options.get(row.pk, 0),
            effects.get(row.pk, 0),
            {institution: names.get(person, person) for institution, person in owners[row.pk].items()},
            places.get(ScopeRef(row.scope_kind, row.scope_code), ""),
        )
        for row in found
    )


def _counted(model: type[MatterOption | MatterEffect], keys: Sequence[int]) -> dict[int, int]:
    rows = model.objects.filter(matter__in=keys).values_list("matter").annotate(count=Count("pk"))
    return dict(rows.order_by("matter"))


def readable(actor: Actor, election: ElectionValue, one: MatterValue) -> bool:
    """The institutions and the auditor see all; a mission, a district, a station those that are theirs."""
    if Permission.MATTER_READ not in actor.permissions:
        return False
    return actor.reaches(scopes_of(election.jurisdiction, election.code, one.scope_kind, one.scope_code))


def matters_for(actor: Actor, election: ElectionValue) -> tuple[MatterValue, ...]:
    """The matters of an election that the actor sees."""
    return tuple(one for one in matters(election) if readable(actor, election, one))


def matter_for(actor: Actor, election: ElectionValue, code: str) -> MatterValue:
    """One matter that the actor sees; any other is out of scope."""
    found = next(iter(_values(Matter.objects.filter(election=election.code, code=code))), None)
    if found is None or not readable(actor, election, found):
        raise OutOfScope(code)
    return found


def titles(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """The titles of matters by their codes, for pages of those who settle them; no sentence of a record holds one."""
    rows = Matter.objects.filter(code__in=[one.code for one in wanted]).values_list("jurisdiction", "code", "title")
    found = {(jurisdiction, code): title for jurisdiction, code, title in rows}
    return {one: found[one.jurisdiction, one.code] for one in wanted if (one.jurisdiction, one.code) in found}


def options(one: MatterValue) -> tuple[OptionValue, ...]:
    return tuple(option_value(row) for row in MatterOption.objects.filter(matter=one.id).order_by("number"))


def remarks(one: MatterValue) -> tuple[RemarkValue, ...]:
    """What was written on it, the newest first."""
    return tuple(remark_value(row) for row in MatterRemark.objects.filter(matter=one.id).order_by("-at", "-pk"))


def effects(one: MatterValue) -> tuple[EffectValue, ...]:
    return tuple(effect_value(row) for row in MatterEffect.objects.filter(matter=one.id).order_by("at", "pk"))


def waiting(actor: Actor, found: Iterable[MatterValue]) -> tuple[MatterValue, ...]:
    """Open matters that wait for the actor: without an owner of their institution, or their own; due first in front."""
    own = institution_of(actor)
    if not own or Permission.MATTER_SETTLE not in actor.permissions:
        return ()
    mine = [one for one in found if one.is_open and (own in one.missing or one.owners.get(own) == actor.person)]
    return tuple(sorted(mine, key=lambda one: (one.due, one.code)))


@dataclass(frozen=True, slots=True)
class Owed:
    """An open matter that waits for somebody: to be taken for their institution, or theirs already."""

    code: str
    title: str
    since: datetime
    due: datetime
    mine: bool


def owed(actor: Actor, election: ElectionValue) -> tuple[Owed, ...]:
    """The same as `waiting` for a desk, the one due first in front: one query, none for those who settle nothing."""
    own = institution_of(actor)
    if not own or Permission.MATTER_SETTLE not in actor.permissions:
        return ()
    owners = MatterOwner.objects.filter(matter=OuterRef("pk"), institution=own, until__isnull=True)
    rows = Matter.objects.filter(election=election.code, state__in=core.OPEN)
    rows = rows.annotate(owner=Subquery(owners.values("person")[:1])).order_by("due", "code")
    rows = rows.filter(Q(owner__isnull=True) | Q(owner=actor.person))
    found = rows.values_list("code", "title", "raised_at", "due", "owner")
    return tuple(Owed(code, title, since, due, owner is not None) for code, title, since, due, owner in found)


def next_meeting(election: ElectionValue, after: datetime) -> datetime:
    """The next daily meeting after an instant."""
    zone = ZoneInfo(election.home_zone)
    day = after.astimezone(zone).date()
    today = datetime.combine(day, MEETS_AT, zone)
    return today if today > after else datetime.combine(day + timedelta(days=1), MEETS_AT, zone)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the next daily meeting has before it, and what was settled since the last one."""

    at: datetime
    since: datetime | None
    parts: tuple[tuple[str, tuple[MatterValue, ...]], ...]
    settled: tuple[MatterValue, ...]

    @property
    def empty(self) -> bool:
        return not self.parts and not self.settled


def agenda(election: ElectionValue, at: datetime) -> Agenda:
    """The agenda as matters stand at an instant."""
    found = matters(election)
    by_code = {one.code: one for one in found}
    last = Minutes.objects.filter(election=election.code, signed_at__isnull=False).order_by("-number").first()
    since = last.held_at if last else None
    until = next_meeting(election, next_meeting(election, at))
    parts = core.agenda([one.point for one in found], at=at, since=since, until=until)
    closed = [one for one in found if one.state is State.CLOSED and one.closed_at]
    settled = [one for one in closed if since is None or (one.closed_at and one.closed_at > since)]
    return Agenda(
        at, since, tuple((part, tuple(by_code[code] for code in codes)) for part, codes in parts), tuple(settled)
    )


def minutes(election: ElectionValue) -> tuple[MinutesValue, ...]:
    """The minutes of an election, the newest first."""
    return tuple(minutes_value(row) for row in Minutes.objects.filter(election=election.code).order_by("-number"))


def minutes_of(election: ElectionValue, number: int) -> MinutesValue:
    """The minutes of one meeting; unknown ones are out of scope."""
    row = Minutes.objects.filter(election=election.code, number=number).first()
    if row is None:
        raise OutOfScope(number)
    return minutes_value(row)


def matter_row(one: MatterValue) -> dict[str, object]:
    """A matter as a flat row of names and plain values; no person stands in it."""
    return {
        "matter": one.code,
        "state": str(one.state),
        "title": one.title,
        "text": one.text,
        "origin": str(one.origin),
        "place": one.place,
        "raised_by": one.raised_body,
        "raised": f"{one.raised_at:%Y-%m-%dT%H:%M:%SZ}",
        "due": f"{one.due:%Y-%m-%dT%H:%M:%SZ}",
        "owned_by": " ".join(sorted(one.owners)),
        "options": one.options,
        "decision": one.decision or "",
        "changes": one.effects,
        "closed": f"{one.closed_at:%Y-%m-%dT%H:%M:%SZ}" if one.closed_at else "",
        "closing": one.closing,
    }
