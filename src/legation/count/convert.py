"""Rows of protocols as core values."""

from dataclasses import dataclass

from legation.count.models import StationProtocol
from legation.stations.convert import StationValue
from legation_core.protocol.values import Finding, Protocol


@dataclass(frozen=True, slots=True)
class ProtocolValue:
    """One version of a station's protocol."""

    station: StationValue
    version: int
    state: str
    form: str
    protocol: Protocol
    earlier: tuple[int, ...] = ()
    """Versions that it replaced and that were brought in too."""


def protocol_value(row: StationProtocol, station: StationValue, earlier: tuple[int, ...] = ()) -> ProtocolValue:
    return ProtocolValue(station, row.version, row.state, row.form, Protocol(row.values, row.votes), earlier)


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
