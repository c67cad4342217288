"""Rows of protocols as core values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording.codes import Coded
from legation.count.models import ProtocolEntry, StationProtocol
from legation.stations.convert import StationValue
from legation_core.protocol.states import Claim, Entry, State
from legation_core.protocol.values import Finding, Protocol, Value
from legation_core.values import PersonCode


@dataclass(frozen=True, slots=True)
class ProtocolValue:
    """One version of a station's protocol."""

    station: StationValue
    version: int
    state: str
    form: str
    protocol: Protocol
    replaced: tuple["ProtocolValue", ...] = ()
    """The versions that it replaced, the first one first."""


def protocol_value(
    row: StationProtocol, station: StationValue, replaced: Iterable[StationProtocol] = ()
) -> ProtocolValue:
    older = tuple(protocol_value(one, station) for one in replaced)
    return ProtocolValue(station, row.version, row.state, row.form, _protocol(row.values, row.votes), older)


def place(value: StationValue) -> dict[str, object]:
    """What names a station in an export."""
    return {
        "station": value.code,
        "district": value.district,
        "number": value.number,
        "country": value.mission.country,
    }


def finding_row(value: ProtocolValue, finding: Finding) -> dict[str, object]:
    """A finding as a flat row."""
    return {
        **place(value.station),
        "version": value.version,
        "code": finding.code,
        "severity": finding.severity,
        "source": finding.source,
        "left": finding.left,
        "right": finding.right,
        "difference": finding.difference,
        "says": str(finding.supervisor),
        "next": str(finding.supervisor_next),
    }


def stored(reading: Protocol) -> dict[str, dict[str, object]]:
    """A reading as it is kept; instants in ISO 8601 with their offset."""
    values: dict[str, object] = {
        key: one.isoformat() if isinstance(one, datetime) else one for key, one in reading.values.items()
    }
    return {"values": values, "votes": {line: dict(votes) for line, votes in reading.votes.items()}}


def entry_value(row: ProtocolEntry) -> Entry:
    """A protocol on its way, as the core knows it."""
    return Entry(
        state=State(row.state),
        version=row.version,
        claim=Claim(PersonCode(row.claimed_by), row.claimed_until) if row.claimed_until else None,
        first=_reading(row.first),
        first_by=_person(row.first_by),
        second=_reading(row.second),
        second_by=_person(row.second_by),
        settled_by=_person(row.settled_by),
        agreed=_reading(row.agreed),
        accepted_by=_person(row.accepted_by),
        reason=row.reason,
    )


def keep_entry(row: ProtocolEntry, entry: Entry) -> None:
    """Set on `row`, unsaved, what the core answered."""
    row.state, row.reason = entry.state.value, entry.reason
    row.claimed_by = entry.claim.by if entry.claim else ""
    row.claimed_until = entry.claim.until if entry.claim else None
    row.first, row.second, row.agreed = (
        stored(one) if one else None for one in (entry.first, entry.second, entry.agreed)
    )
    row.first_by, row.second_by = entry.first_by or "", entry.second_by or ""
    row.settled_by, row.accepted_by = entry.settled_by or "", entry.accepted_by or ""


def _person(code: str) -> PersonCode | None:
    return PersonCode(code) if code else None


def _reading(kept: Mapping[str, Mapping[str, object]] | None) -> Protocol | None:
    return _protocol(kept["values"], kept["votes"]) if kept else None  # type: ignore[arg-type]


def _protocol(values: Mapping[str, int | str], votes: Mapping[str, Mapping[str, int]]) -> Protocol:
    read: dict[str, Value] = {
        key: datetime.fromisoformat(one) if isinstance(one, str) else one for key, one in values.items()
    }
    return Protocol(read, votes)


STAGES: Mapping[str, str | Promise] = {
    "preliminary": _("preliminary results"),
    "final": _("final results"),
    "confirmed": _("confirmed results"),
}


def stage_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Stages of results in records, in the reader's language."""
    return {one: str(STAGES[one.code]) for one in wanted if one.code in STAGES}
