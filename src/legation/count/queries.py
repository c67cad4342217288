"""Reads of protocols: findings and results. Every one asks first who reads, and whether the stations have closed."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import Actor, Permission, require
from legation.count.convert import ProtocolValue, finding_row, protocol_value
from legation.count.models import ResultPublication, StationProtocol
from legation.count.permissions import require_closed, scopes_of
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.integrity import canonical
from legation_core.lawbook.model import Form
from legation_core.problems import Refused
from legation_core.protocol.checking import Checks
from legation_core.protocol.comparing import fields
from legation_core.protocol.values import Protocol
from legation_core.tabulation.publishing import Head, StationTold, VersionTold, results_document
from legation_core.tabulation.totals import Counted, Standing, Total, by, tabulate

LIMIT = 64 * 1024 * 1024
"""The longest document of results."""
ESTABLISHED = ("decided", "published")
GROUPS = ("country", "district", "mission", "station")


@dataclass(frozen=True, slots=True)
class Results:
    """Sums by group, the whole under the empty name, and which forms and versions stand behind them."""

    election: ElectionValue
    contest: str
    groups: Mapping[str, Total]
    options: tuple[str, ...]
    later_versions: int


def form_of(election: ElectionValue, key: str) -> Form:
    """The form of the lawbook in force. Refuses (P431) one that it does not have."""
    if key not in election.rules.forms:
        raise Refused("P431", facts={"form": key, "known": ", ".join(election.rules.forms)})
    return election.rules.forms[key]


def known(found: tuple[StationValue, ...], names: str) -> dict[str, str]:
    """What files call the stations -> their codes. A number that two districts gave names no station."""
    if names == "code":
        return {one.code: one.code for one in found}
    numbered = [one for one in found if one.number is not None]
    if names == "district/number":
        return {f"{one.district}/{one.number}": one.code for one in numbered}
    times = Counter(one.number for one in numbered)
    return {str(one.number): one.code for one in numbered if times[one.number] == 1}


def protocols(reader: Actor, election: str, contest: str, at: datetime) -> tuple[ElectionValue, list[ProtocolValue]]:
    """The protocols that stand, by station, each with the versions it replaced."""
    value = plan.election_for(reader, election)
    require(reader, Permission.RESULT_READ, scopes_of(value.jurisdiction, election))
    found = stations.stations(value, closed=True)
    require_closed(stations.stations(value), at)
    places = {one.id: one for one in found}
    replaced: dict[int, list[StationProtocol]] = defaultdict(list)
    rows = StationProtocol.objects.filter(station__election=election, contest=contest or value.kind)
    for row in rows.filter(state="superseded").order_by("version"):
        replaced[row.station_id].append(row)
    standing = rows.filter(state="final").order_by("station__sorting", "station__number", "station__code")
    return value, [protocol_value(row, places[row.station_id], replaced[row.station_id]) for row in standing]


def findings(reader: Actor, election: str, contest: str, at: datetime) -> list[dict[str, object]]:
    """Each relation that does not hold, by station and code."""
    value, found = protocols(reader, election, contest, at)
    checks = {key: Checks(form_of(value, key)) for key in {one.form for one in found}}
    return [finding_row(one, finding) for one in found for finding in checks[one.form].findings(one.protocol)]


def results(reader: Actor, election: str, contest: str, group: str, at: datetime) -> Results:
    """Sums over the stations of the election, each with how many of them are counted."""
    value, found = protocols(reader, election, contest, at)
    said = {one.station.code: one for one in found}
    rows = [_counted(one, said.get(one.code)) for one in stations.stations(value)]
    groups = {"": tabulate(rows)[""]} if rows else {}
    if group:
        groups |= tabulate(rows, by(group))
    options = {option for one in found for votes in one.protocol.votes.values() for option in votes}
    return Results(
        election=value,
        contest=contest or value.kind,
        groups=groups,
        options=tuple(sorted(options, key=lambda option: (len(option), option))),
        later_versions=sum(one.version > 1 for one in found),
    )


def auditable(reader: Actor, election: str, at: datetime) -> list[str]:
    """Codes of the stations of which a batch audit may draw. Opens when results do, so that nobody draws beforehand."""
    value = plan.election_for(reader, election)
    require(reader, Permission.RESULT_READ, scopes_of(value.jurisdiction, election))
    found = stations.stations(value)
    require_closed(found, at)
    return sorted(one.code for one in found)


def _counted(station: StationValue, said: ProtocolValue | None) -> Counted:
    groups = {
        "country": str(station.mission.country),
        "district": station.district,
        "mission": station.mission.code,
        "station": station.code,
    }
    if said is None:
        return Counted(station.code, {}, Standing.MISSING, groups)
    figures = {key: count for key, count in fields(said.protocol).items() if isinstance(count, int)}
    return Counted(station.code, figures, Standing.COUNTED, groups)


def document(
    reader: Actor, election: str, contest: str, stage: str, names: Mapping[str, str], source: str, at: datetime
) -> bytes:
    """The results as they would be published now, canonical. Refuses (P444) where there is no protocol."""
    value, found = protocols(reader, election, contest, at)
    if not found:
        raise Refused("P444")
    kind = contest or value.kind
    form = form_of(value, found[-1].form)
    options = {option for one in found for votes in one.protocol.votes.values() for option in votes}
    for option in names:
        if option not in options:
            raise Refused("P446", facts={"option": option, "known": ", ".join(sorted(options))})
    head = Head(
        contest=kind,
        stage=stage,
        number=len(_published(election, kind)) + 1,
        published=f"{at:%Y-%m-%dT%H:%MZ}",
        rule=value.rules.settings["publication"],
        form=form,
        names=names,
        names_source=source,
    )
    said = {one.station.code: one for one in found}
    checks = Checks(form)
    told = [_told(one, said.get(one.code), checks) for one in stations.stations(value)]
    return canonical.encode(results_document(head, told), LIMIT)


def published(election: str) -> dict[str, bytes]:
    """The document of each contest as it was published last. Public."""
    rows = ResultPublication.objects.filter(election=election).order_by("number")
    return {row.contest: bytes(row.octets) for row in rows}


def last_stage(election: str, contest: str) -> str:
    """The word under which the results were published last; empty before the first."""
    stages = _published(election, contest)
    return stages[-1] if stages else ""


def _published(election: str, contest: str) -> list[str]:
    rows = ResultPublication.objects.filter(election=election, contest=contest).order_by("number")
    return list(rows.values_list("stage", flat=True))


def _told(station: StationValue, said: ProtocolValue | None, checks: Checks) -> StationTold:
    district = station.district if station.district_basis in ESTABLISHED else ""
    place = (station.code, str(station.mission.country), station.mission.code, district)
    if said is None:
        return StationTold(*place, Standing.MISSING)
    versions = tuple(VersionTold(one.version, _figures(one.protocol)) for one in (*said.replaced, said))
    return StationTold(*place, Standing.COUNTED, versions, tuple(checks.findings(said.protocol)))


def _figures(protocol: Protocol) -> dict[str, int]:
    return {key: count for key, count in fields(protocol).items() if isinstance(count, int)}
