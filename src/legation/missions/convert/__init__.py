"""Rows of missions as values."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from legation.missions.models import Designation, Holiday, Mission, RegisteredVoters
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class MissionValue:
    """A mission as pages and other capabilities see it."""

    id: int
    jurisdiction: str
    code: str
    kind: str
    names: Text
    cities: Text
    country: str
    zone: str
    address: str
    latitude: str
    longitude: str
    position: str
    website: str
    duty_phone: str
    duty_phone_public: bool
    working_days: str
    source: str
    sorting: str


@dataclass(frozen=True, slots=True)
class ChangeValue:
    """A fact of a mission's record as it was and as it became, and since when."""

    field: str
    before: str
    after: str
    at: datetime


@dataclass(frozen=True, slots=True)
class VotersValue:
    """One report of registered voters."""

    mission: str
    ground: str
    count: int
    as_of: date
    source: str
    basis: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HolidayValue:
    day: date
    of: str
    name: str


@dataclass(frozen=True, slots=True)
class DesignationValue:
    person: str
    letter_number: str
    letter_date: date
    at: datetime


def mission_value(row: Mission) -> MissionValue:
    return MissionValue(
        id=row.pk,
        jurisdiction=row.jurisdiction_id,
        code=row.code,
        kind=row.kind,
        names=Text(row.names),
        cities=Text(row.cities),
        country=row.country,
        zone=row.zone,
        address=row.address,
        latitude=_degrees(row.latitude),
        longitude=_degrees(row.longitude),
        position=row.position,
        website=row.website,
        duty_phone=row.duty_phone,
        duty_phone_public=row.duty_phone_public,
        working_days=row.working_days,
        source=row.source,
        sorting=row.sorting,
    )


def _degrees(value: Decimal | None) -> str:
    """As precise as it was given: the column's own zeros would tell a precision that nobody claimed."""
    return "" if value is None else f"{value.normalize():f}"


def voters_value(row: RegisteredVoters) -> VotersValue:
    return VotersValue(row.mission.code, row.ground, row.count, row.as_of, row.source, row.basis, row.at)


def holiday_value(row: Holiday) -> HolidayValue:
    return HolidayValue(row.day, row.of, row.name)


def designation_value(row: Designation) -> DesignationValue:
    return DesignationValue(row.person, row.letter_number, row.letter_date, row.at)
