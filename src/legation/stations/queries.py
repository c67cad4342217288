"""Reads of stations: all of an election, one, the rolling day, catchments, what the rule says of each mission."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import Actor, OutOfScope, ScopeRef
from legation.base.wording import text_of
from legation.base.wording.codes import Coded
from legation.missions import queries as missions
from legation.missions.queries import consent as hosts
from legation.plan.convert import ElectionValue
from legation.stations.convert import (
    COLUMNS,
    CatchmentValue,
    ChangeValue,
    MoveValue,
    StationValue,
    catchment_value,
    change_value,
    core_parts,
    hours_by_station,
    move_value,
    station_value,
)
from legation.stations.models import CatchmentMove, CatchmentPart, Station, StationChange, StationHours
from legation.stations.permissions import scopes_of
from legation_core.network.catchment import catchment_problems
from legation_core.network.consent import Placed
from legation_core.network.stations import State
from legation_core.problems import Problem
from legation_core.timetable import day
from legation_core.values import CountryCode


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures of an election, each counted from rows. Closed stations are left out."""

    stations: int
    missions: int
    countries: int
    by_state: dict[str, int]
    inferred_numbers: int
    inferred_districts: int


def stations(election: ElectionValue, *, closed: bool = False) -> tuple[StationValue, ...]:
    """The stations of an election by country, city and number; three queries however many. Closed ones on demand."""
    rows = Station.objects.filter(election=election.code)
    if not closed:
        rows = rows.exclude(state=State.CLOSED)
    own = hours_by_station(StationHours.objects.filter(station__election=election.code))
    posts = {post.id: post for post in missions.missions(election.jurisdiction)}
    return tuple(
        station_value(row, posts[row["mission_id"]], election, own.get(row["pk"], {}))
        for row in rows.order_by("sorting", "number", "code").values(*COLUMNS)
    )


def station(election: ElectionValue, code: str) -> StationValue:
    """One station. Unknown: out of scope."""
    rows = Station.objects.filter(election=election.code, code=code)
    row = rows.values(*COLUMNS, "mission__code").first()
    if row is None:
        raise OutOfScope(code)
    own = hours_by_station(StationHours.objects.filter(station=row["pk"]))
    post = missions.mission(election.jurisdiction, row["mission__code"])
    return station_value(row, post, election, own.get(row["pk"], {}))


def reaches(actor: Actor, one: StationValue) -> bool:
    """Whether the station lies in the actor's scope: its acts are theirs to do."""
    jurisdiction = one.mission.jurisdiction
    return actor.reaches(scopes_of(jurisdiction, one.election, one.mission.code, one.district, one.code))


def around(places: frozenset[ScopeRef]) -> dict[ScopeRef, frozenset[ScopeRef]]:
    """Of these stations those that exist, with the scopes of the commissions above each: never those of its mission."""
    codes = [place.code.partition("/")[2] for place in places]
    rows = Station.objects.filter(code__in=codes).exclude(state=State.CLOSED)
    found = {}
    for election, code, jurisdiction, district in rows.values_list(
        "election", "code", "election__jurisdiction", "district__number"
    ):
        own = scopes_of(jurisdiction, election, "", district or "", code)
        found[ScopeRef("station", f"{election}/{code}")] = frozenset(one for one in own if one.kind != "mission")
    return {place: found[place] for place in places if place in found}


def places(jurisdiction: str) -> tuple[ScopeRef, ...]:
    """Every station that is not closed, as the place of a role."""
    rows = Station.objects.filter(election__jurisdiction=jurisdiction).exclude(state=State.CLOSED)
    pairs = rows.order_by("election", "sorting", "code").values_list("election", "code")
    return tuple(ScopeRef("station", f"{election}/{code}") for election, code in pairs)


def place_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Stations in records: the city of each, and its code where the mission has several. One query."""
    rows = Station.objects.filter(
        election__in={one.election for one in wanted}, code__in={one.code for one in wanted}
    ).values_list("election", "code", "mission__code", "mission__cities")
    names = {
        (election, code): text_of(cities) + ("" if code == mission else f" ({code})")
        for election, code, mission, cities in rows
    }
    return {one: names[key] for one in wanted if (key := (one.election, one.code)) in names}


def changes(station_id: int) -> tuple[ChangeValue, ...]:
    """Every change of a station, the newest first: what was before stays visible."""
    rows = StationChange.objects.filter(station=station_id).order_by("-at", "-pk")
    return tuple(change_value(row) for row in rows)


def changes_by_station(election: str, mission: str = "") -> dict[int, tuple[ChangeValue, ...]]:
    """Every change of every station of an election or one mission, by the station's row, newest first: one query."""
    found: dict[int, list[ChangeValue]] = defaultdict(list)
    rows = StationChange.objects.filter(station__election=election)
    if mission:
        rows = rows.filter(station__mission__code=mission)
    for row in rows.order_by("-at", "-pk"):
        found[row.station_id].append(change_value(row))
    return {station: tuple(ones) for station, ones in found.items()}


def counts(found: Iterable[StationValue]) -> Counts:
    """Figures over stations as read from rows."""
    found = tuple(found)
    by_state: dict[str, int] = defaultdict(int)
    for one in found:
        by_state[one.state] += 1
    return Counts(
        stations=len(found),
        missions=len({one.mission.code for one in found}),
        countries=len({one.mission.country for one in found}),
        by_state=dict(by_state),
        inferred_numbers=sum(one.number_basis == "inferred" for one in found),
        inferred_districts=sum(one.district_basis == "inferred" for one in found),
    )


def status_at(found: Iterable[StationValue], at: datetime) -> day.Status:
    """Who is open, not yet open and closed at `at`."""
    return day.status((window for one in found for window in one.windows), at)


def catchments(election: ElectionValue) -> tuple[CatchmentValue, ...]:
    """Every country and region that somebody serves or that has a reason why nobody does."""
    rows = CatchmentPart.objects.filter(election=election.code).select_related("mission")
    return tuple(catchment_value(row) for row in rows.order_by("country", "region"))


def catchment_moves(election: ElectionValue) -> dict[str, tuple[MoveValue, ...]]:
    """Which countries and regions each mission lost and gained, by its code, the oldest first: one query."""
    found: dict[str, list[MoveValue]] = defaultdict(list)
    for row in CatchmentMove.objects.filter(election=election.code).select_related("mission").order_by("at", "pk"):
        found[row.mission.code].append(move_value(row))
    return {mission: tuple(moves) for mission, moves in found.items()}


def catchment_of(election: ElectionValue, mission: str) -> tuple[CatchmentValue, ...]:
    """The countries and regions that the stations of one mission serve."""
    rows = CatchmentPart.objects.filter(election=election.code, mission__code=mission).select_related("mission")
    return tuple(catchment_value(row) for row in rows.order_by("country", "region"))


def catchment_findings(
    election: ElectionValue, parts: Iterable[CatchmentValue], found: Iterable[StationValue]
) -> list[Problem]:
    """Gaps, overlaps and unknown countries of the catchments."""
    parts = tuple(parts)
    of_mission: dict[str, list[str]] = defaultdict(list)
    for one in found:
        of_mission[one.mission.code].append(one.code)
    claims, unserved = core_parts(parts, of_mission)
    regions: dict[CountryCode, set[str]] = defaultdict(set)
    for part in parts:
        if part.region:
            regions[CountryCode(part.country)].add(part.region)
    return catchment_problems(claims, unserved, regions, CountryCode(election.book.home_country))


def day_facts(election: ElectionValue, at: datetime) -> dict[str, object]:
    """The rolling day at `at` as plain values: who is open, not yet open and closed, first opening, last closing."""
    found = stations(election)
    all_windows = [window for one in found for window in one.windows]
    status = day.status(all_windows, at)
    facts: dict[str, object] = {"election": election.code, "at": _utc(at), "stations": len(found)}
    if found:
        facts["first_opening"] = _utc(day.first_opening(all_windows))
        facts["last_closing"] = _utc(day.last_closing(all_windows))
    return facts | {
        "open": list(status.open),
        "not_yet": list(status.not_yet),
        "closed": list(status.closed),
        "reopens": list(status.reopens),
    }


def _utc(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def catchment_row(part: CatchmentValue) -> dict[str, object]:
    """A part of the world as a flat row."""
    return {
        "country": part.country,
        "region": part.region,
        "served": "yes" if part.mission else "no",
        "mission": part.mission,
        "reason": part.reason,
        "basis": part.basis,
    }


def numbers_taken(election: str, district: str) -> list[int]:
    """The numbers given in a district, closed stations' too, in order."""
    rows = Station.objects.filter(election=election, district__number=district, number__isnull=False)
    return [number for number in rows.order_by("number").values_list("number", flat=True) if number is not None]


def placed(found: Iterable[StationValue]) -> tuple[Placed, ...]:
    """Stations that may open, as their hosts see them."""
    return tuple(hosts.placed(one.code, one.mission, one.address) for one in found if one.state != State.CLOSED)
