"""Rows of stations as values, and as the core's hours and claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

import tzdata

from legation.missions.convert import MissionValue
from legation.plan.convert import ElectionValue
from legation.stations.models import Advice, CatchmentMove, CatchmentPart, StationChange, StationHours
from legation_core.lawbook.model import Hours
from legation_core.network.catchment import Claim, Unserved
from legation_core.network.stations import State
from legation_core.timetable.windows import Opening, Window, hours_of, windows
from legation_core.timetable.windows import StationHours as CoreHours
from legation_core.values import Basis, CountryCode, Text

ADVICE = tuple(Advice.values)
"""Subjects on which a station advises its voters."""
HoursByDay = Mapping[int, tuple[time, time]]


@dataclass(frozen=True, slots=True)
class StationValue:
    """A station with its mission, its hours as instants, and how each fact is known."""

    id: int
    code: str
    election: str
    mission: MissionValue
    state: State
    names: Text
    address: str
    address_basis: str
    district: str
    district_names: Text
    district_basis: str
    submitted_district: str
    number: int | None
    number_basis: str
    created_at: datetime
    attached_at: datetime | None
    numbered_at: datetime | None
    closed_at: datetime | None
    close_reason: str
    source: str
    note: str
    advice: Mapping[str, Text]
    """What voters are told, by subject."""
    sorting: str
    openings: tuple[Opening, ...]
    windows: tuple[Window, ...]

    @property
    def zone(self) -> str:
        return self.mission.zone

    @property
    def opens(self) -> datetime:
        return self.windows[0].opens

    @property
    def closes(self) -> datetime:
        return self.windows[-1].closes


@dataclass(frozen=True, slots=True)
class ChangeValue:
    """One change of a station: what was, what became, why, from when."""

    field: str
    before: str
    after: str
    reason: str
    effective_on: date
    at: datetime
    before_established: bool = True
    """Whether somebody had established what was; else it is not published."""


@dataclass(frozen=True, slots=True)
class MoveValue:
    """A mission no longer serves a country or region, or serves it anew."""

    mission: str
    country: str
    region: str
    gained: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class CatchmentValue:
    """Who serves a country or region, or why nobody does, and how that is known."""

    country: str
    region: str
    mission: str
    reason: str
    basis: str
    since: datetime | None = field(default=None, compare=False)
    """When it was set so; `None` where that was not kept."""


COLUMNS = (
    "pk", "code", "mission_id", "state", "names", "address", "address_basis", "district__number", "district__names",
    "district_basis", "submitted_district__number", "number", "number_basis", "created_at", "attached_at",
    "numbered_at", "closed_at", "close_reason", "source", "note", "advice", "sorting",
)  # fmt: skip
"""What is read of a station: plain columns, because ten thousand rows as objects cost four times as much."""


def core_hours(election: ElectionValue, code: str, zone: str, own: HoursByDay) -> CoreHours:
    """The hours of a station: the law's, changed by what was decided for it."""
    days = {day: election.election_day + timedelta(days=day) for day in own}
    overrides = {days[day]: (Opening(days[day], opens, closes),) for day, (opens, closes) in own.items()}
    return hours_of(code, zone, election.rules.hours, election.election_day, overrides)


@lru_cache(maxsize=4096)
def _opened(
    zone: str, hours: tuple[Hours, ...], election_day: date, own: tuple[tuple[int, tuple[time, time]], ...]
) -> tuple[tuple[Opening, ...], tuple[tuple[datetime, datetime], ...]]:
    """Openings and instants of every station of a zone that keeps the same hours: computed once for all of them."""
    overrides = {election_day + timedelta(days=day): span for day, span in own}
    openings = {day: (Opening(day, opens, closes),) for day, (opens, closes) in overrides.items()}
    found = hours_of("", zone, hours, election_day, openings)
    return found.openings, tuple((window.opens, window.closes) for window in windows([found]))


def station_value(
    row: Mapping[str, Any], mission: MissionValue, election: ElectionValue, own: HoursByDay
) -> StationValue:
    """A row of `COLUMNS` as a value."""
    openings, spans = _opened(mission.zone, election.rules.hours, election.election_day, tuple(sorted(own.items())))
    return StationValue(
        id=row["pk"],
        code=row["code"],
        election=election.code,
        mission=mission,
        state=State(row["state"]),
        names=Text(row["names"]),
        address=row["address"],
        address_basis=row["address_basis"],
        district=row["district__number"] or "",
        district_names=Text(row["district__names"] or {}),
        district_basis=row["district_basis"],
        submitted_district=row["submitted_district__number"] or "",
        number=row["number"],
        number_basis=row["number_basis"],
        created_at=row["created_at"],
        attached_at=row["attached_at"],
        numbered_at=row["numbered_at"],
        closed_at=row["closed_at"],
        close_reason=row["close_reason"],
        source=row["source"],
        note=row["note"],
        advice={subject: Text(texts) for subject, texts in sorted(row["advice"].items())},
        sorting=row["sorting"],
        openings=openings,
        windows=tuple(Window(opens, closes, row["code"]) for opens, closes in spans),
    )


def hours_by_station(rows: Iterable[StationHours]) -> dict[int, dict[int, tuple[time, time]]]:
    """Decided hours by station row and voting day."""
    found: dict[int, dict[int, tuple[time, time]]] = {}
    for row in rows:
        found.setdefault(row.station_id, {})[row.day] = (row.opens, row.closes)
    return found


def change_value(row: StationChange) -> ChangeValue:
    return ChangeValue(row.field, row.before, row.after, row.reason, row.effective_on, row.at, row.before_established)


def move_value(row: CatchmentMove) -> MoveValue:
    return MoveValue(row.mission.code, row.country, row.region, row.gained, row.at)


def catchment_value(row: CatchmentPart) -> CatchmentValue:
    mission = row.mission.code if row.mission else ""
    return CatchmentValue(row.country, row.region, mission, row.reason, row.basis, row.since)


def core_parts(
    parts: Iterable[CatchmentValue], stations: Mapping[str, list[str]]
) -> tuple[list[Claim], list[Unserved]]:
    """Catchments as the core judges them: each station of the serving mission makes a claim."""
    claims: list[Claim] = []
    unserved: list[Unserved] = []
    for part in parts:
        country = CountryCode(part.country)
        if not part.mission:
            unserved.append(Unserved(country=country, region=part.region, reason=part.reason))
        basis = Basis(part.basis) if part.basis in Basis.__members__.values() else Basis.INFERRED
        claims += [
            Claim(country=country, region=part.region, station=station, mission=part.mission, basis=basis)
            for station in stations.get(part.mission, [])
        ]
    return claims, unserved


def row_of(one: StationValue) -> dict[str, object]:
    """A station as a flat row of names and plain values: for the terminal, CSV, JSON and spreadsheets."""
    first, last = one.openings[0], one.openings[-1]
    return {
        "code": one.code,
        "mission": one.mission.code,
        "mission_kind": one.mission.kind,
        "mission_name": str(one.mission.names),
        "country": one.mission.country,
        "city": str(one.mission.cities),
        "name": str(one.names),
        "state": str(one.state),
        "district": one.district,
        "district_name": str(one.district_names),
        "district_basis": one.district_basis,
        "number": "" if one.number is None else one.number,
        "number_basis": one.number_basis,
        "address": one.address,
        "address_basis": one.address_basis,
        "latitude": one.mission.latitude,
        "longitude": one.mission.longitude,
        "position": one.mission.position,
        "timezone": one.zone,
        "opens": f"{first.day} {first.opens:%H:%M}",
        "closes": f"{last.day} {'24:00' if last.closes == time() else f'{last.closes:%H:%M}'}",
        "opens_utc": f"{one.opens:%Y-%m-%dT%H:%MZ}",
        "closes_utc": f"{one.closes:%Y-%m-%dT%H:%MZ}",
        "source": one.source,
        "note": one.note,
        "zone_table": tzdata.IANA_VERSION,
    }
