"""Reads of missions: all of a jurisdiction, one, its voters by ground, what the establishment rule says of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from legation.base.actors import Actor, OutOfScope, ScopeRef
from legation.base.wording import text_of
from legation.base.wording.codes import Coded
from legation.missions.convert import (
    ChangeValue,
    DesignationValue,
    HolidayValue,
    MissionValue,
    VotersValue,
    designation_value,
    holiday_value,
    mission_value,
    voters_value,
)
from legation.missions.models import Deputy, Designation, Holiday, Mission, MissionChange, RegisteredVoters
from legation.missions.permissions import scopes_of
from legation.plan.convert import ElectionValue
from legation_core.network.establishment import Need, stations_needed
from legation_core.timetable.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Registered:
    """The voters a mission counts in an election: the newest report a ground, and what the rule says of the sum."""

    total: int | None
    reports: tuple[VotersValue, ...]
    need: Need | None

    @property
    def invented(self) -> bool:
        return any(report.basis == "invented" for report in self.reports)


def missions(jurisdiction: str) -> tuple[MissionValue, ...]:
    """Every mission of a jurisdiction, by country and city in folded form."""
    rows = Mission.objects.filter(jurisdiction=jurisdiction).order_by("sorting", "code")
    return tuple(mission_value(row) for row in rows)


def visible_missions(actor: Actor) -> tuple[MissionValue, ...]:
    """Every mission of the actor's jurisdiction: which missions there are is public; acts on them are not."""
    return missions(actor.grant.jurisdiction)


def mission(jurisdiction: str, code: str) -> MissionValue:
    """One mission. Unknown: out of scope."""
    row = Mission.objects.filter(jurisdiction=jurisdiction, code=code).first()
    if row is None:
        raise OutOfScope(code)
    return mission_value(row)


def changes(mission: int) -> tuple[ChangeValue, ...]:
    """What changed in a mission's record, the newest first."""
    rows = MissionChange.objects.filter(mission_id=mission).order_by("-at", "-pk")
    return tuple(ChangeValue(row.field, row.before, row.after, row.at) for row in rows)


def changes_by_mission(jurisdiction: str, fields: Collection[str]) -> dict[str, tuple[ChangeValue, ...]]:
    """What changed in some fields of each mission's record, by its code, the oldest first: one query."""
    found: dict[str, list[ChangeValue]] = defaultdict(list)
    rows = MissionChange.objects.filter(mission__jurisdiction=jurisdiction, field__in=fields).order_by("at", "pk")
    for row in rows.select_related("mission"):
        found[row.mission.code].append(ChangeValue(row.field, row.before, row.after, row.at))
    return {mission: tuple(changes) for mission, changes in found.items()}


def mission_for(actor: Actor, code: str) -> MissionValue:
    """One mission whose record the actor may open: the whole of it for its own people and the institutions at home."""
    found = mission(actor.grant.jurisdiction, code)
    inside = actor.reaches(scopes_of(found.jurisdiction, found.code)) or actor.grant.scope.kind == "district"
    if not inside:
        raise OutOfScope(code)
    return found


def around(places: frozenset[ScopeRef]) -> dict[ScopeRef, frozenset[ScopeRef]]:
    """Of these missions those that exist, with the scopes in which each lies."""
    codes = [place.code.partition("/")[2] for place in places]
    rows = Mission.objects.filter(code__in=codes).values_list("jurisdiction", "code")
    found = {
        ScopeRef("mission", f"{jurisdiction}/{code}"): scopes_of(jurisdiction, code) for jurisdiction, code in rows
    }
    return {place: found[place] for place in places if place in found}


def places(jurisdiction: str) -> tuple[ScopeRef, ...]:
    """Every mission as the place of a role."""
    rows = Mission.objects.filter(jurisdiction=jurisdiction).order_by("sorting", "code").values_list("code", flat=True)
    return tuple(ScopeRef("mission", f"{jurisdiction}/{code}") for code in rows)


def holidays(mission_id: int) -> tuple[HolidayValue, ...]:
    rows = Holiday.objects.filter(mission=mission_id).order_by("day", "of")
    return tuple(holiday_value(row) for row in rows)


def free_days(jurisdiction: str) -> dict[str, set[date]]:
    """The holidays of every mission by its code, of home and host alike. One query."""
    found: dict[str, set[date]] = defaultdict(set)
    rows = Holiday.objects.filter(mission__jurisdiction=jurisdiction)
    for code, day in rows.values_list("mission__code", "day"):
        found[code].add(day)
    return found


def working_days(jurisdiction: str) -> dict[str, WorkingDays]:
    """The working days of every mission by its code: two queries."""
    closed = free_days(jurisdiction)
    rows = Mission.objects.filter(jurisdiction=jurisdiction).values_list("code", "working_days")
    return {code: WorkingDays(week, frozenset(closed.get(code, ()))) for code, week in rows}


def deputies(mission_id: int) -> tuple[str, ...]:
    """Codes of the persons who stand in for the head, in order."""
    return tuple(Deputy.objects.filter(mission=mission_id).order_by("order").values_list("person", flat=True))


def representative(mission_id: int, election: str) -> DesignationValue | None:
    """The authorised representative in force, or `None`."""
    row = Designation.objects.filter(mission=mission_id, election=election, ended_at__isnull=True).first()
    return designation_value(row) if row else None


def registered(election: ElectionValue, codes: Iterable[str] | None = None) -> dict[str, Registered]:
    """The registered voters of each mission by its code: one query however many missions."""
    rows = RegisteredVoters.objects.filter(election=election.code).select_related("mission")
    if codes is not None:
        rows = rows.filter(mission__code__in=list(codes))
    newest: dict[str, dict[str, VotersValue]] = defaultdict(dict)
    for row in rows.order_by("as_of", "at", "pk"):
        newest[row.mission.code][row.ground] = voters_value(row)
    return {code: _registered(election, tuple(by_ground.values())) for code, by_ground in newest.items()}


def voters_history(election: ElectionValue, code: str) -> tuple[VotersValue, ...]:
    """Every report of a mission in an election, the newest date first: what was before stays visible."""
    rows = RegisteredVoters.objects.filter(election=election.code, mission__code=code).select_related("mission")
    return tuple(voters_value(row) for row in rows.order_by("-as_of", "-at", "-pk"))


def _registered(election: ElectionValue, reports: tuple[VotersValue, ...]) -> Registered:
    total = sum(report.count for report in reports)
    return Registered(total, reports, stations_needed(total, election.rules.establishment))


def city_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Missions in records: the city of each, in the reader's language. One query."""
    rows = Mission.objects.filter(
        jurisdiction__in={one.jurisdiction for one in wanted}, code__in={one.code for one in wanted}
    )
    cities = {
        (place, code): text_of(names) for place, code, names in rows.values_list("jurisdiction", "code", "cities")
    }
    return {one: cities[key] for one in wanted if (key := (one.jurisdiction, one.code)) in cities}


NOT_REPORTED = Registered(None, (), None)


def mission_row(one: MissionValue, found: Registered | None) -> dict[str, object]:
    """A mission as a flat row of names and plain values: for the terminal, CSV, JSON and spreadsheets."""
    return {
        "code": one.code,
        "kind": one.kind,
        "name": str(one.names),
        "city": str(one.cities),
        "country": one.country,
        "timezone": one.zone,
        "address": one.address,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "position": one.position,
        "website": one.website,
        "duty_phone": one.duty_phone,
        "working_days": one.working_days,
        "registered_voters": "" if found is None or found.total is None else found.total,
        "registered_basis": " ".join(sorted({report.basis for report in found.reports})) if found else "",
        "source": one.source,
    }
