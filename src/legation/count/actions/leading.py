"""What every act on a protocol on its way begins and ends with: who may, the locked row, the record."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from legation.base.actors import Actor, Permission, require
from legation.count.convert import entry_value, keep_entry
from legation.count.models import ProtocolEntry
from legation.count.permissions import require_body, require_station_closed
from legation.count.queries import form_of
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation.stations.models import Station
from legation.stations.permissions import scopes_of
from legation_core.lawbook.model import Form
from legation_core.protocol.states import Entry


@dataclass(frozen=True, slots=True)
class Paper:
    """Which paper: the protocol of a station in a contest, on the form of that contest."""

    election: str
    station: str
    form: str
    contest: str = ""
    """Empty: the one contest of the election."""


@dataclass(slots=True)
class Led:
    """The protocol while an act leads it on."""

    value: ElectionValue
    station: StationValue
    row: ProtocolEntry
    form: Form
    entry: Entry
    record: Record
    """`entry` is set to what the core answers."""
    facts: dict[str, str] = field(default_factory=dict)


@contextmanager
def leading(
    kind: str, paper: Paper, permission: Permission, competences: tuple[str, ...], *, by: Actor, at: datetime
) -> Iterator[Led]:
    """Lead one protocol on by one act.

    Whoever is outside the station's scope finds nothing. The station's row is locked first, so that two who begin one
    protocol stand in line; its own closing comes before any paper (P208).
    """
    with act(kind, by=by, at=at) as record:
        value = plan.election_for(by, paper.election)
        place = stations.station(value, paper.station)
        require(by, permission, scopes_of(value.jurisdiction, value.code, "", place.district, place.code))
        body = require_body(by, value.rules, competences)
        require_station_closed(place, at)
        Station.objects.select_for_update().get(pk=place.id)
        form = form_of(value, paper.form)
        row = _row(place.id, paper.contest or value.kind, form.key)
        led = Led(value, place, row, form, entry_value(row), record)
        yield led
        keep_entry(row, led.entry)
        row.save()
        record.about(
            jurisdiction=value.jurisdiction, election=value.code, lawbook=value.book.digest, body=body,
            subject=f"protocol:{place.code}:{row.contest}",
        )  # fmt: skip
        record.public(station=place.code, contest=row.contest, version=row.version)
        record.private(state=row.state, reason=row.reason)


def _row(station: int, contest: str, form: str) -> ProtocolEntry:
    """The version that is on its way; the first one is expected until somebody takes it."""
    rows = ProtocolEntry.objects.select_for_update().filter(station=station, contest=contest)
    found = rows.exclude(state="superseded").first()
    return found or ProtocolEntry(station_id=station, contest=contest, form=form, version=1, state="expected")
