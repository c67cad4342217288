"""The only writes to missions."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from legation.base.actors import Actor, Permission, require
from legation.integrity.actions import act
from legation.missions.models import Deputy, Designation, Holiday, Mission, RegisteredVoters
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import competent
from legation_core.problems import Refused
from legation_core.register.folding import fold
from legation_core.timetable.zones import zone_problems
from legation_core.values import Basis, Text

CHANGEABLE = ("address", "website", "duty_phone", "working_days", "zone")
"""Fields of a mission's record that its own people may change."""


def register_mission(*, code: str, facts: Mapping[str, object], by: Actor, at: datetime) -> None:
    """Register one mission of the actor's jurisdiction. `facts` are fields of `Mission` by name."""
    with act("mission_registered", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_IMPORT, scopes_of(jurisdiction))
        row = Mission(jurisdiction_id=jurisdiction, code=code, **facts)
        problems = zone_problems(row.zone, code)
        if problems:
            raise Refused(problems[0].code, code, problems[0].facts, problems)
        if Mission.objects.filter(jurisdiction=jurisdiction, code=code).exists():
            raise Refused("A006", code)
        row.sorting = fold(" ".join([row.country, *Text(row.cities).values(), *Text(row.names).values()]))[:200]
        row.save()
        record.about(jurisdiction=jurisdiction, subject=f"mission:{code}", body=_body(by))
        record.public(mission=code, country=row.country, city=str(Text(row.cities)), zone=row.zone)


def register_missions(*, rows: Sequence[tuple[str, Mapping[str, object]]], file: str, by: Actor, at: datetime) -> int:
    """Register many missions at once, all or none; `file` is the SHA-256 of what they were read from."""
    with act("missions_imported", by=by, at=at) as record:
        require(by, Permission.MISSION_IMPORT, scopes_of(by.grant.jurisdiction))
        for code, facts in rows:
            register_mission(code=code, facts=facts, by=by, at=at)
        record.about(jurisdiction=by.grant.jurisdiction, subject="missions", body=_body(by))
        record.public(missions=len(rows), file=file)
    return len(rows)


def change_mission(*, code: str, field: str, value: str, by: Actor, at: datetime) -> None:
    """Change one field of a mission's record; what it was before stays in the log."""
    if field not in CHANGEABLE:
        raise ValueError(f"{field} of a mission is not changed in this way")
    with act("mission_changed", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_CHANGE, scopes_of(jurisdiction, code))
        row = Mission.objects.select_for_update().get(jurisdiction=jurisdiction, code=code)
        before = getattr(row, field)
        if before == value:
            raise Refused("A053", code)
        problems = zone_problems(value, code) if field == "zone" else []
        if problems:
            raise Refused(problems[0].code, code, problems[0].facts, problems)
        setattr(row, field, value)
        row.save(update_fields=[field])
        record.about(jurisdiction=jurisdiction, subject=f"mission:{code}", body=_body(by))
        record.public(mission=code, field=field, before=before, after=value)


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
        row = Mission.objects.select_for_update().get(jurisdiction=value.jurisdiction, code=mission)
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


def import_voters(*, election: str, rows: list[dict[str, object]], file: str, by: Actor, at: datetime) -> int:
    """Report the voters of many missions at once, all or none."""
    with act("voters_imported", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.VOTERS_REPORT, scopes_of(value.jurisdiction, election=election))
        for row in rows:
            report_voters(election=election, by=by, at=at, **row)  # type: ignore[arg-type]
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
        row = Mission.objects.select_for_update().get(jurisdiction=value.jurisdiction, code=mission)
        Designation.objects.filter(mission=row, election=election, ended_at__isnull=True).update(ended_at=at)
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


def set_holidays(*, mission: str, days: list[tuple[date, str, str]], by: Actor, at: datetime) -> None:
    """Set the days on which a mission is closed: (day, `host` or `home`, name)."""
    with act("mission_changed", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_CHANGE, scopes_of(jurisdiction, mission))
        row = Mission.objects.select_for_update().get(jurisdiction=jurisdiction, code=mission)
        before = Holiday.objects.filter(mission=row).count()
        Holiday.objects.filter(mission=row).delete()
        Holiday.objects.bulk_create(Holiday(mission=row, day=day, of=of, name=name) for day, of, name in days)
        record.about(jurisdiction=jurisdiction, subject=f"mission:{mission}", body=_body(by))
        record.public(mission=mission, field="holidays", before=str(before), after=str(len(days)))


def set_deputies(*, mission: str, persons: list[str], by: Actor, at: datetime) -> None:
    """Set who stands in for the head of mission, in order."""
    with act("mission_changed", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.MISSION_CHANGE, scopes_of(jurisdiction, mission))
        row = Mission.objects.select_for_update().get(jurisdiction=jurisdiction, code=mission)
        before = Deputy.objects.filter(mission=row).count()
        Deputy.objects.filter(mission=row).delete()
        Deputy.objects.bulk_create(Deputy(mission=row, person=one, order=place) for place, one in enumerate(persons))
        record.about(jurisdiction=jurisdiction, subject=f"mission:{mission}", body=_body(by))
        record.public(mission=mission, field="deputies", before=str(before), after=str(len(persons)))
        record.private(**{f"deputy_{place}": one for place, one in enumerate(persons)})


def _body(actor: Actor) -> str:
    return "mission" if "mission" in actor.bodies else actor.body
