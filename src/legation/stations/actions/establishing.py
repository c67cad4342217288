"""Create a station, submit and attach its district, give its number. Competences are the lawbook's."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from legation.accounts.actions.joint import jointly
from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, Permission, require
from legation.base.codes import is_code
from legation.integrity.actions import act
from legation.missions import queries as missions
from legation.missions.models import Mission
from legation.plan import queries as plan
from legation.plan.actions import hold_election, let_pass
from legation.plan.convert import ElectionValue
from legation.plan.models import District
from legation.plan.permissions import competence_for, competent, place_of
from legation.plan.permissions import scopes_of as plan_scopes
from legation.stations.actions.shared import about, district_of, hold, locked, scopes
from legation.stations.models import Station
from legation.stations.permissions import scopes_of
from legation_core.network.stations import State, next_state
from legation_core.problems import Fact, Refused
from legation_core.register.folding import fold
from legation_core.values import ESTABLISHED, Basis, Text


def _creating(*, election: str, mission: str, by: Actor, **given: object) -> Place:
    value = plan.election_for(by, election)
    scopes = scopes_of(value.jurisdiction, election, mission)
    return place_of(
        value.rules, "create_station", scopes, election=election, subject=f"mission:{mission}", always=False
    )


@jointly("create_station", _creating)
def create_station(
    *,
    election: str,
    mission: str,
    by: Actor,
    at: datetime,
    address: str = "",
    address_basis: str = "",
    source: str = "",
    note: str = "",
    code: str = "",
    names: dict[str, str] | None = None,
    seen: int | None = None,
) -> str:
    """Create a station at a mission; its code. Refused by the establishment rule where the law was read, unless the
    body that the lawbook names overruled that refusal by a decision.

    `seen` is how many stations the mission had when the page was made: the same page sent twice creates one.
    """
    with act("station_created", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.STATION_CREATE, scopes_of(value.jurisdiction, election, mission))
        competence = competent(by, value.rules, "create_station")
        if code:
            hold_election(election)
        post = Mission.objects.select_for_update().filter(jurisdiction=value.jurisdiction, code=mission).first()
        if post is None:
            raise Refused("A040", facts={"mission": mission[:60]})
        states = list(Station.objects.filter(election=election, mission=post).values_list("state", flat=True))
        if seen is not None and seen != len(states):
            raise Refused("A064", mission, {"existing": len(states), "seen": seen})
        try:
            _check_rule(value, mission, len(states) - states.count(State.CLOSED) + 1)
        except Refused as refused:
            record.private(overruled=let_pass(refused, election=election, subject=f"mission:{mission}", at=at))
        row = Station.objects.create(
            election_id=election,
            code=_code(election, mission, code, len(states)),
            mission=post,
            state=State.CREATED,
            names=names or {},
            address=address,
            address_basis=address_basis or (Basis.DECIDED if address else ""),
            created_at=at,
            source=source,
            note=note,
            sorting=fold(" ".join([post.country, *Text(post.cities).values(), *Text(names or {}).values()]))[:260],
        )
        about(record, value, row, competence.body)
        record.public(station=row.code, mission=mission, country=post.country)
    return row.code


Stations = list[dict[str, object]]
"""What each station is created with, as `create_station` takes it; without election, person and instant."""


def _creating_several(*, election: str, by: Actor, **given: object) -> Place:
    value = plan.election_for(by, election)
    scopes = plan_scopes(value.jurisdiction, election)
    return place_of(value.rules, "create_station", scopes, election=election, subject="stations", always=False)


@jointly("create_stations", _creating_several)
def create_stations(*, election: str, stations: Stations, by: Actor, at: datetime) -> None:
    """Create several stations at once: all, each with its record, or none. One decision confirms them all."""
    with transaction.atomic():
        hold_election(election)
        for one in stations:
            create_station.action(election=election, by=by, at=at, **one)  # type: ignore[arg-type]


def _code(election: str, mission: str, wanted: str, before: int) -> str:
    """The code asked for, or the mission's own and, for its further stations, the next number that is free."""
    if wanted and not is_code(wanted):
        raise Refused("A047", wanted[:60], {"code": wanted[:60]})
    start = wanted or mission
    taken = set(Station.objects.filter(election=election, code__startswith=start).values_list("code", flat=True))
    if wanted in taken:
        raise Refused("A062", wanted, {"code": wanted})
    numbered = (f"{mission}-{place}" for place in range(max(before, 1) + 1, before + len(taken) + 3))
    return wanted or next(code for code in (mission, *numbered) if code not in taken)


def _check_rule(value: ElectionValue, mission: str, wanted: int) -> None:
    """The establishment rule refuses only where the article was read and the number of voters is known."""
    known = missions.registered(value, [mission]).get(mission)
    if known is None or known.total is None or known.need is None or known.need.assumed:
        return
    need = known.need
    facts: dict[str, Fact] = {"count": known.total, "source": "; ".join(need.sources)}
    if need.kind == "none":
        limit = value.rules.establishment.more_than
        raise Refused("A043", mission, {**facts, "limit": limit.value if limit else 0})
    maximum = value.rules.establishment.maximum_per_station
    if maximum is not None and wanted > need.stations:
        more = {"existing": wanted - 1, "maximum": maximum.value, "allowed": need.stations}
        raise Refused("A044", mission, {**facts, **more})


def submit_district(
    *, election: str, station: str, district: str, by: Actor, at: datetime, basis: str = Basis.DECIDED
) -> None:
    """Submit the district that shall carry a station: what the deciding body waits for."""
    with act("station_submitted", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = locked(election, station)
        require(by, Permission.STATION_SUBMIT_DISTRICT, scopes(value, row))
        competence = competent(by, value.rules, "submit_districts")
        next_state(State(row.state), "submit_districts")
        carrier = district_of(election, district)
        if row.submitted_district_id == carrier.pk:
            raise Refused("A006", station)
        row.submitted_district = carrier
        row.save(update_fields=["submitted_district"])
        about(record, value, row, competence.body)
        record.public(station=station)
        record.tell(established=basis in ESTABLISHED, district=district)


def attach_station(
    *, election: str, station: str, district: str, by: Actor, at: datetime, basis: str = Basis.DECIDED
) -> None:
    """Attach a station to its district, as submitted where the lawbook asks for a submission."""
    with act("station_attached", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = locked(election, station)
        require(by, Permission.STATION_ATTACH, scopes(value, row))
        competence = competent(by, value.rules, "attach_station")
        state = next_state(State(row.state), "attach_station")
        carrier = district_of(election, district)
        if competence.submitted_by:
            _check_submission(value, row, district)
        row.state, row.district, row.attached_at, row.district_basis = state, carrier, at, basis
        row.save(update_fields=["state", "district", "attached_at", "district_basis"])
        about(record, value, row, competence.body)
        record.public(station=station, basis=basis)
        record.tell(established=basis in ESTABLISHED, district=district)


def _check_submission(value: ElectionValue, row: Station, district: str) -> None:
    submitted = row.submitted_district
    if submitted is None:
        source = competence_for(value.rules, "submit_districts").source
        raise Refused("A004", row.code, {"prior": "submit_districts", "source": source})
    if submitted.number != district:
        raise Refused("A056", row.code, {"submitted": submitted.number, "district": district})


def number_station(
    *, election: str, station: str, number: int, by: Actor, at: datetime, basis: str = Basis.DECIDED
) -> None:
    """Give a station its number, unique inside its district, which is locked: two at once cannot take one number."""
    with act("station_numbered", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = locked(election, station)
        require(by, Permission.STATION_NUMBER, scopes(value, row))
        competence = competent(by, value.rules, "number_station")
        state = next_state(State(row.state), "number_station")
        district = District.objects.select_for_update().get(pk=row.district_id)  # type: ignore[misc]
        holder = Station.objects.filter(election=election, district=district, number=number).first()
        if holder is not None or number < 1:
            facts: dict[str, Fact] = {"number": number, "district": district.number, "free": _free(election, district)}
            raise Refused("A051", station, {**facts, "holder": holder.code if holder else "-"})
        row.state, row.number, row.number_basis, row.numbered_at = state, number, basis, at
        row.save(update_fields=["state", "number", "number_basis", "numbered_at"])
        about(record, value, row, competence.body)
        record.public(station=station, basis=basis)
        record.tell(established={basis, row.district_basis} <= ESTABLISHED, district=district.number, number=number)


def _free(election: str, district: District) -> int:
    highest = Station.objects.filter(election=election, district=district).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


Pairs = Sequence[tuple[str, str]]
"""Stations by code, each with a district's number."""


def submit_districts(*, election: str, pairs: Pairs, by: Actor, at: datetime) -> None:
    """Submit districts for several stations at once: all, each with its record, or none."""
    with transaction.atomic():
        hold(election, (station for station, _district in pairs))
        for station, district in pairs:
            submit_district(election=election, station=station, district=district, by=by, at=at)


def attach_stations(*, election: str, pairs: Pairs, by: Actor, at: datetime) -> None:
    """Attach several stations at once: all, each with its record, or none."""
    with transaction.atomic():
        hold(election, (station for station, _district in pairs))
        for station, district in pairs:
            attach_station(election=election, station=station, district=district, by=by, at=at)
