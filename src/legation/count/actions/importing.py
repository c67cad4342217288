"""Bringing in protocols from published files: all of them or none, in one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from legation.base import entropy
from legation.base.actors import Actor, Permission, require
from legation.count.models import ProtocolImport, StationProtocol
from legation.count.permissions import require_closed, scopes_of
from legation.count.queries import form_of, known
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.models import Election
from legation.plan.permissions import competent
from legation.stations import queries as stations
from legation.stations.models import Station
from legation_core.problems import Problem, Refused
from legation_core.protocol.mapping import Map
from legation_core.protocol.taking import Read, Row, Taken, take


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it."""

    new: int
    unchanged: int
    taken: Taken


def import_protocols(
    *,
    election: str,
    contest: str,
    described: Map,
    files: Sequence[Sequence[Row]],
    digests: Sequence[str],
    by: Actor,
    at: datetime,
) -> Brought:
    """Take the protocols that an authority published; not before the last station has closed.

    `digests` are those of the map and the files. A version that is here already must say the same; a later one stands
    in the place of the one before. Rows that cannot be read refuse the whole (P432), each with its reason.
    """
    with act("protocols_imported", by=by, at=at) as record:
        value = plan.election_for(by, election)
        competence = competent(by, value.rules, "publish_result")
        Election.objects.select_for_update().get(pk=election)
        kind = contest or value.kind
        taken = read(value, described, files, by=by, at=at)
        kept = _Keeping(value, kind, described.form, taken, digests, at)
        kept.keep()
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, body=competence.body,
            subject=f"protocols:{kind}",
        )  # fmt: skip
        record.public(
            contest=kind,
            stations=len({one.station for one in taken.protocols}),
            later_versions=len({one.station for one in taken.protocols if one.version > 1}),
            digest=digests[-1],
        )
        return Brought(kept.new, kept.unchanged, taken)


def read(value: ElectionValue, described: Map, files: Sequence[Sequence[Row]], *, by: Actor, at: datetime) -> Taken:
    """The protocols as they would be kept; nothing is."""
    require(by, Permission.PROTOCOL_IMPORT, scopes_of(value.jurisdiction, value.code))
    found = stations.stations(value)
    require_closed(found, at)
    taken = take(described, files, form_of(value, described.form), known(found, described.stations))
    if taken.problems:
        raise Refused("P432", facts={"count": len(taken.problems)}, problems=taken.problems)
    return taken


class _Keeping:
    """Keeps what was taken, beside what is here already."""

    def __init__(
        self, value: ElectionValue, contest: str, form: str, taken: Taken, digests: Sequence[str], at: datetime
    ) -> None:
        self.value, self.contest, self.form, self.taken, self.at = value, contest, form, taken, at
        self.digests = list(digests)
        self.new = self.unchanged = 0

    def keep(self) -> None:
        rows = StationProtocol.objects.select_for_update().filter(
            station__election=self.value.code, contest=self.contest
        )
        here = {(row.station_id, row.version): row for row in rows}
        ids = dict(Station.objects.filter(election=self.value.code).values_list("code", "pk"))
        fresh = [one for one in self.taken.protocols if (ids[one.station], one.version) not in here]
        self.unchanged, self.new = len(self.taken.protocols) - len(fresh), len(fresh)
        self._compare(here, ids)
        if not fresh:
            raise Refused("P434")
        last: dict[int, int] = {}
        for station, version in (*here, *((ids[one.station], one.version) for one in fresh)):
            last[station] = max(version, last.get(station, 0))
        older = [row.pk for (station, version), row in here.items() if version < last[station] and row.state == "final"]
        StationProtocol.objects.filter(pk__in=older).update(state="superseded")
        brought = ProtocolImport.objects.create(
            election_id=self.value.code, code=entropy.code(10), contest=self.contest, form=self.form,
            digests=self.digests, options=list(self.taken.options), at=self.at,
        )  # fmt: skip
        StationProtocol.objects.bulk_create(self._row(brought, one, ids[one.station], last) for one in fresh)

    def _compare(self, here: dict[tuple[int, int], StationProtocol], ids: dict[str, int]) -> None:
        """A signed paper is never corrected: a version that is here already cannot come with other figures."""
        differing = [
            Problem("P433", f"row {one.row}", {"station": one.station, "version": one.version})
            for one in self.taken.protocols
            if (row := here.get((ids[one.station], one.version)))
            and (row.values, row.votes) != (dict(one.protocol.values), _plain(one))
        ]
        if differing:
            raise Refused("P432", facts={"count": len(differing)}, problems=differing)

    def _row(self, brought: ProtocolImport, one: Read, station: int, last: dict[int, int]) -> StationProtocol:
        state = "final" if one.version == last[station] else "superseded"
        return StationProtocol(
            brought=brought, station_id=station, contest=self.contest, form=self.form, version=one.version,
            state=state, values=dict(one.protocol.values), votes=_plain(one),
        )  # fmt: skip


def _plain(one: Read) -> dict[str, dict[str, int]]:
    return {line: dict(votes) for line, votes in one.protocol.votes.items()}
