"""Change or close a station. What was before stays visible, with reason and effective date."""

from datetime import date, datetime, time, timedelta
from functools import partial

from legation.accounts.actions.joint import jointly
from legation.base.actors import Actor, Permission, require
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import competent
from legation.stations.actions.shared import about, district_of, locked, place, scopes
from legation.stations.models import Advice, Station, StationChange, StationHours
from legation_core.network.stations import State, next_state
from legation_core.problems import Refused
from legation_core.register.folding import fold
from legation_core.values import ESTABLISHED, Basis, Text

_changing = partial(place, "change_station", always=False)


@jointly("change_address", _changing)
def change_address(
    *, election: str, station: str, address: str, reason: str, effective_on: date, by: Actor, at: datetime
) -> None:
    """Change where the station is."""
    with act("station_changed", by=by, at=at) as record:
        value, row, body = _begin(election, station, by)
        before, known = row.address, not row.address or row.address_basis in ESTABLISHED
        row.address, row.address_basis = address.strip(), Basis.DECIDED
        row.save(update_fields=["address", "address_basis"])
        _end(record, value, row, body, "address", (before, row.address), (reason, effective_on), at, known=known)


@jointly("change_name", _changing)
def change_name(
    *, election: str, station: str, language: str, name: str, reason: str, effective_on: date, by: Actor, at: datetime
) -> None:
    """Change the station's name in one language; an empty name leaves the mission's."""
    with act("station_changed", by=by, at=at) as record:
        value, row, body = _begin(election, station, by)
        before = row.names.get(language, "")
        row.names = {key: text for key, text in {**row.names, language: name.strip()}.items() if text}
        post = row.mission
        row.sorting = fold(" ".join([post.country, *Text(post.cities).values(), *Text(row.names).values()]))[:260]
        row.save(update_fields=["names", "sorting"])
        _end(record, value, row, body, "name", (before, name.strip()), (reason, effective_on), at)


@jointly("change_advice", _changing)
def change_advice(
    *,
    election: str,
    station: str,
    subject: str,
    language: str,
    text: str,
    reason: str,
    effective_on: date,
    by: Actor,
    at: datetime,
) -> None:
    """Change what voters are told on one subject (`Advice`) in one language; an empty text takes it away."""
    if subject not in Advice.values:
        raise ValueError(f"no station advises on {subject}")
    with act("station_changed", by=by, at=at) as record:
        value, row, body = _begin(election, station, by)
        texts = row.advice.get(subject, {})
        before, after = texts.get(language, ""), text.strip()
        kept = {key: one for key, one in {**texts, language: after}.items() if one}
        row.advice = {key: one for key, one in {**row.advice, subject: kept}.items() if one}
        row.save(update_fields=["advice"])
        _end(record, value, row, body, subject, (before, after), (reason, effective_on), at)


@jointly("change_hours", _changing)
def change_hours(
    *,
    election: str,
    station: str,
    day: int,
    opens: time,
    closes: time,
    reason: str,
    effective_on: date,
    by: Actor,
    at: datetime,
) -> None:
    """Change the hours of one voting day; `day` 0 is the election day."""
    with act("station_changed", by=by, at=at) as record:
        value, row, body = _begin(election, station, by)
        lawful = {hours.day: (hours.opens, hours.closes) for hours in value.rules.hours}
        if day not in lawful:
            days = ", ".join((value.election_day + timedelta(days=one)).isoformat() for one in sorted(lawful))
            raise Refused(
                "A057", station, {"date": (value.election_day + timedelta(days=day)).isoformat(), "days": days}
            )
        if closes <= opens:
            raise Refused("A055", station, {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"})
        own = StationHours.objects.filter(station=row, day=day).first()
        before = (own.opens, own.closes) if own else lawful[day]
        StationHours.objects.update_or_create(station=row, day=day, defaults={"opens": opens, "closes": closes})
        on = value.election_day + timedelta(days=day)
        spans = (_span(on, *before), _span(on, opens, closes))
        _end(record, value, row, body, "hours", spans, (reason, effective_on), at)


def change_district(
    *, election: str, station: str, district: str, reason: str, effective_on: date, by: Actor, at: datetime
) -> None:
    """Attach the station to another district. Its number falls away: the new district gives it one."""
    with act("station_changed", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = locked(election, station)
        require(by, Permission.STATION_ATTACH, scopes(value, row))
        competence = competent(by, value.rules, "attach_station")
        if row.state == State.CREATED:
            raise Refused("A050", station, {"state": row.state, "wanted": "attached / numbered"})
        next_state(State(row.state), "change_station")
        carrier, before = district_of(election, district), row.district.number if row.district else ""
        known = row.district_basis in ESTABLISHED
        row.district, row.district_basis, row.attached_at = carrier, Basis.DECIDED, at
        row.state, row.number, row.number_basis, row.numbered_at = State.ATTACHED, None, "", None
        row.save(
            update_fields=[
                "district",
                "district_basis",
                "attached_at",
                "state",
                "number",
                "number_basis",
                "numbered_at",
            ]
        )
        why = (reason, effective_on)
        _end(record, value, row, competence.body, "district", (before, district), why, at, known=known)


def _begin(election: str, station: str, by: Actor) -> tuple[ElectionValue, Station, str]:
    value = plan.election_for(by, election)
    row = locked(election, station)
    require(by, Permission.STATION_CHANGE, scopes(value, row))
    competence = competent(by, value.rules, "change_station")
    next_state(State(row.state), "change_station")
    return value, row, competence.body


def _end(
    record: Record,
    value: ElectionValue,
    row: Station,
    body: str,
    field: str,
    values: tuple[str, str],
    why: tuple[str, date],
    at: datetime,
    *,
    known: bool = True,
) -> None:
    """Keep and record a change. `known`: somebody had established what was before; else it is withheld."""
    before, after = values
    reason, effective_on = why
    if before == after:
        raise Refused("A053", row.code)
    if not reason.strip():
        raise Refused("A054", row.code)
    StationChange.objects.create(
        station=row,
        field=field,
        before=before,
        before_established=known,
        after=after,
        reason=reason.strip(),
        effective_on=effective_on,
        at=at,
    )
    about(record, value, row, body)
    record.public(
        station=row.code,
        field=field,
        after=after,
        reason=reason.strip(),
        effective_on=effective_on.isoformat(),
    )
    record.tell(established=known, before=before)


def _span(on: date, opens: time, closes: time) -> str:
    return f"{on} {opens:%H:%M}-{closes:%H:%M}"


@jointly("close_station", partial(place, "close_station"))
def close_station(*, election: str, station: str, reason: str, by: Actor, at: datetime) -> None:
    """Close a station: it will not open. Its number is not given again."""
    with act("station_closed", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row = locked(election, station)
        require(by, Permission.STATION_CLOSE, scopes(value, row))
        competence = competent(by, value.rules, "close_station")
        state = next_state(State(row.state), "close_station")
        if not reason.strip():
            raise Refused("A054", station)
        row.state, row.closed_at, row.close_reason = state, at, reason.strip()
        row.save(update_fields=["state", "closed_at", "close_reason"])
        about(record, value, row, competence.body)
        record.public(station=station, reason=reason.strip())
