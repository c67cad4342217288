"""The only writes to missions."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from django.db import transaction

from legation.base.actors import Actor, Permission, require
from legation.base.codes import is_code
from legation.integrity.actions import act
from legation.missions.models import Deputy, Designation, Holiday, Mission, MissionChange, RegisteredVoters
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation.plan.actions import hold_election, hold_jurisdiction
from legation.plan.convert import ElectionValue
from legation.plan.permissions import competent
from legation.readers.keeping import keep_each
from legation_core.problems import Refused
from legation_core.register.folding import fold
from legation_core.timetable.zones import zone_problems
from legation_core.values import Basis, Text

CHANGEABLE = ("address", "website", "duty_phone", "duty_phone_public", "working_days", "zone")
"""Fields of a mission's record that its own people may change."""
WEEK = re.compile(r"[01]{7}")
LONGEST_LISTED = 2000
"""Characters of a list of days that a record takes; of a longer one it tells how many days there are."""

Days = Sequence[tuple[date, str, str]]
"""Days on which a mission is closed: (day, `host` or `home`, name)."""


def register_mission(*, code: str, facts: Mapping[str, object], by: Actor, at: datetime) -> None:
    """Register one mission of the actor's jurisdiction. `facts` are fields of `Mission` by name."""
    with act("mission_registered", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_IMPORT, scopes_of(jurisdiction))
        hold_jurisdiction(jurisdiction)
        if not is_code(code):
            raise Refused("A047", code[:60], {"code": code[:60]})
        row = Mission(jurisdiction_id=jurisdiction, code=code, **facts)
        _check_record(code, row.zone, row.working_days)
        if Mission.objects.filter(jurisdiction=jurisdiction, code=code).exists():
            raise Refused("A006", code)
        row.sorting = fold(" ".join([row.country, *Text(row.cities).values(), *Text(row.names).values()]))[:200]
        row.save()
        record.about(jurisdiction=jurisdiction, subject=f"mission:{code}", body=_body(by))
        record.public(mission=code, country=row.country, city=str(Text(row.cities)), zone=row.zone)


def _check_record(code: str, zone: str, working_days: str) -> None:
    """A zone that has a name, and a week of seven digits."""
    problems = zone_problems(zone, code)
    if problems:
        raise Refused(problems[0].code, code, problems[0].facts, problems)
    if not WEEK.fullmatch(working_days):
        raise Refused("A048", code, {"days": working_days[:20]})


def _locked(jurisdiction: str, code: str) -> Mission:
    """The mission's row, locked until the act ends."""
    row = Mission.objects.select_for_update().filter(jurisdiction=jurisdiction, code=code).first()
    if row is None:
        raise Refused("A040", facts={"mission": code[:60]})
    return row


def register_missions(
    *,
    rows: Sequence[tuple[str, Mapping[str, object]]],
    file: str,
    numbers: Sequence[int] = (),
    by: Actor,
    at: datetime,
) -> int:
    """Register many missions at once, all or none. `file` is the SHA-256 of what they were read from.

    `numbers` are those of the rows in the file, by which what is refused is named; without them counted from 2.
    """
    with act("missions_imported", by=by, at=at) as record:
        require(by, Permission.MISSION_IMPORT, scopes_of(by.grant.jurisdiction))
        keeps = [partial(register_mission, code=code, facts=facts, by=by, at=at) for code, facts in rows]
        keep_each(zip(numbers or range(2, len(rows) + 2), keeps, strict=True))
        record.about(jurisdiction=by.grant.jurisdiction, subject="missions", body=_body(by))
        record.public(missions=len(rows), file=file)
    return len(rows)


def change_mission(*, code: str, field: str, value: str | bool, by: Actor, at: datetime) -> None:
    """Change one field of a mission's record; what it was before stays in the log.

    A duty phone that voters may not call stays out of the public part.
    """
    if field not in CHANGEABLE:
        raise ValueError(f"{field} of a mission is not changed in this way")
    with act("mission_changed", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_CHANGE, scopes_of(jurisdiction, code))
        row = _locked(jurisdiction, code)
        before = getattr(row, field)
        if before == value:
            raise Refused("A053", code)
        setattr(row, field, value)
        _check_record(code, row.zone, row.working_days)
        row.save(update_fields=[field])
        old, new = _written(before)[:300], _written(value)[:300]
        MissionChange.objects.create(mission=row, field=field, before=old, after=new, at=at)
        record.about(jurisdiction=jurisdiction, subject=f"mission:{code}", body=_body(by))
        kept = field == "duty_phone" and not row.duty_phone_public
        told = ("", "") if kept else (_written(before), _written(value))
        record.public(mission=code, field=field, before=told[0], after=told[1])
        if kept:
            record.private(before=before, after=str(value))


def _written(value: str | bool) -> str:
    """A field as a record tells it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def place_building(*, code: str, latitude: Decimal, longitude: Decimal, by: Actor, at: datetime) -> None:
    """Say where the mission's building stands, in degrees: from then on the public map leads to its door."""
    with act("mission_changed", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_CHANGE, scopes_of(jurisdiction, code))
        row = _locked(jurisdiction, code)
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise ValueError(f"{latitude}, {longitude} is no place on the earth")
        before = (row.latitude, row.longitude, row.position)
        row.latitude, row.longitude, row.position = latitude, longitude, "building"
        if before == (row.latitude, row.longitude, row.position):
            raise Refused("A053", code)
        row.save(update_fields=["latitude", "longitude", "position"])
        record.about(jurisdiction=jurisdiction, subject=f"mission:{code}", body=_body(by))
        told = [_place(*one) for one in (before, (row.latitude, row.longitude, row.position))]
        record.public(mission=code, field="position", before=told[0], after=told[1])


def _place(latitude: Decimal | None, longitude: Decimal | None, position: str) -> str:
    if latitude is None or longitude is None:
        return ""
    return f"{latitude.normalize():f}, {longitude.normalize():f} ({position})"


def change_record(*, code: str, values: Mapping[str, str | bool], by: Actor, at: datetime) -> None:
    """Change several fields at once: all, each with its record, or none. What stays as it was makes no record."""
    with transaction.atomic():
        require(by, Permission.MISSION_CHANGE, scopes_of(by.grant.jurisdiction, code))
        row = _locked(by.grant.jurisdiction, code)
        changed = {field: value for field, value in values.items() if getattr(row, field) != value}
        if not changed:
            raise Refused("A053", code)
        for field, value in changed.items():
            change_mission(code=code, field=field, value=value, by=by, at=at)


def report_voters(
    *,
    election: str,
    mission: str,
    ground: str,
    count: int,
    as_of: date,
    source: str,
    basis: Basis | str = Basis.DECIDED,
    by: Actor,
    at: datetime,
) -> None:
    """Report how many voters a mission counts on one ground. A later report stands beside the earlier ones."""
    with act("voters_reported", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.VOTERS_REPORT, scopes_of(value.jurisdiction, mission, election))
        _check_ground(value, mission, ground)
        if count < 0 or not source.strip():
            raise Refused("A042", mission)
        row = _locked(value.jurisdiction, mission)
        report, created = RegisteredVoters.objects.get_or_create(
            mission=row,
            election_id=election,
            ground=ground,
            as_of=as_of,
            source=source.strip(),
            defaults={"count": count, "basis": str(basis), "at": at},
        )
        if not created:
            raise Refused("A006", mission)
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject=f"mission:{mission}",
            body=_body(by),
        )
        record.public(
            mission=mission,
            ground=ground,
            count=report.count,
            as_of=as_of.isoformat(),
            source=report.source,
            basis=report.basis,
        )


def _check_ground(value: ElectionValue, mission: str, ground: str) -> None:
    grounds = [one.key for one in value.rules.lists.get("grounds", ())]
    if grounds and ground not in grounds:
        raise Refused("A045", mission, {"ground": ground[:40], "grounds": ", ".join(grounds)})


def import_voters(
    *,
    election: str,
    rows: Sequence[Mapping[str, object]],
    file: str,
    numbers: Sequence[int] = (),
    by: Actor,
    at: datetime,
) -> int:
    """Report the voters of many missions at once, all or none; `file` and `numbers` as for the missions."""
    with act("voters_imported", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.VOTERS_REPORT, scopes_of(value.jurisdiction, election=election))
        hold_election(election)
        keeps = [partial(report_voters, election=election, by=by, at=at, **row) for row in rows]  # type: ignore[arg-type]
        keep_each(zip(numbers or range(2, len(rows) + 2), keeps, strict=True))
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject="missions",
            body=_body(by),
        )
        total = sum(int(str(row["count"])) for row in rows)
        record.public(missions=len({row["mission"] for row in rows}), total=total, file=file)
    return len(rows)


def designate_representative(
    *, election: str, mission: str, person: str, letter_number: str, letter_date: date, by: Actor, at: datetime
) -> None:
    """Designate the authorised representative at a mission by letter; one before them ends."""
    with act("representative_designated", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.REPRESENTATIVE_DESIGNATE, scopes_of(value.jurisdiction, mission, election))
        competence = competent(by, value.rules, "designate_representative")
        row = _locked(value.jurisdiction, mission)
        _check_person(mission, person)
        in_force = Designation.objects.filter(mission=row, election=election, ended_at__isnull=True)
        if in_force.filter(person=person, letter_number=letter_number, letter_date=letter_date).exists():
            raise Refused("A006", mission)
        in_force.update(ended_at=at)
        Designation.objects.create(
            mission=row,
            election_id=election,
            person=person,
            letter_number=letter_number,
            letter_date=letter_date,
            at=at,
        )
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject=f"mission:{mission}",
            body=competence.body,
        )
        record.public(mission=mission, letter_number=letter_number, letter_date=letter_date.isoformat())
        record.private(representative=person)


def _check_person(mission: str, person: str) -> None:
    if not is_code(person):
        raise Refused("A049", mission)


def set_holidays(*, mission: str, days: Days, by: Actor, at: datetime) -> None:
    """Set the days on which a mission is closed; those before are replaced. The record holds both lists."""
    with act("mission_changed", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_CHANGE, scopes_of(jurisdiction, mission))
        row = _locked(jurisdiction, mission)
        twice = [(day, of) for place, (day, of, _) in enumerate(days) if (day, of) in [one[:2] for one in days[:place]]]
        if twice:
            raise Refused("A060", mission, {"day": twice[0][0].isoformat(), "of": twice[0][1]})
        own = Holiday.objects.filter(mission=row)
        before = _listed(list(own.order_by("day", "of").values_list("day", "of", "name")))
        after = _listed(sorted(days))
        if before == after:
            raise Refused("A053", mission)
        own.delete()
        Holiday.objects.bulk_create(Holiday(mission=row, day=day, of=of, name=name) for day, of, name in days)
        record.about(jurisdiction=jurisdiction, subject=f"mission:{mission}", body=_body(by))
        record.public(mission=mission, field="holidays", before=before, after=after)


def _listed(days: Days) -> str:
    text = "; ".join(f"{day} {of} {name}" for day, of, name in days)
    return text if len(text) <= LONGEST_LISTED else str(len(days))


def set_deputies(*, mission: str, persons: list[str], by: Actor, at: datetime) -> None:
    """Set who stands in for the head of mission, in order. The public record says how many, never who."""
    with act("mission_changed", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_CHANGE, scopes_of(jurisdiction, mission))
        row = _locked(jurisdiction, mission)
        for person in persons:
            _check_person(mission, person)
        own = Deputy.objects.filter(mission=row)
        before = list(own.order_by("order").values_list("person", flat=True))
        if before == persons or len(set(persons)) < len(persons):
            raise Refused("A053" if before == persons else "A061", mission)
        own.delete()
        Deputy.objects.bulk_create(Deputy(mission=row, person=one, order=place) for place, one in enumerate(persons))
        record.about(jurisdiction=jurisdiction, subject=f"mission:{mission}", body=_body(by))
        record.public(mission=mission, field="deputies", before=str(len(before)), after=str(len(persons)))
        record.private(**{f"deputy_{place}": one for place, one in enumerate(persons)})


def _body(actor: Actor) -> str:
    return "mission" if "mission" in actor.bodies else actor.body
