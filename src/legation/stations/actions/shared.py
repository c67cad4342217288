"""What every act on a station shares: the row locked inside the act, its scopes, where its record belongs."""

from collections.abc import Iterable

from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, OutOfScope, ScopeRef
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.models import District
from legation.plan.permissions import place_of
from legation.stations.models import Station
from legation.stations.permissions import scopes_of
from legation_core.problems import Refused


def locked(election: str, station: str) -> Station:
    """The station's row, locked until the act ends. Unknown: out of scope."""
    rows = Station.objects.select_for_update(of=("self",)).select_related("mission")
    row = rows.filter(election=election, code=station).first()
    if row is None:
        raise OutOfScope(station)
    return row


def place(act: str, *, always: bool = True, election: str, station: str, by: Actor, **given: object) -> Place:
    """Where the joint act `act` on a station belongs."""
    value = plan.election_for(by, election)
    row = Station.objects.select_related("mission").filter(election=election, code=station).first()
    if row is None:
        raise OutOfScope(station)
    subject = f"station:{station}"
    return place_of(value.rules, act, scopes(value, row), election=election, subject=subject, always=always)


def hold(election: str, codes: Iterable[str]) -> None:
    """Lock several stations in one order before any act on them: acts on several at once cannot wait for each other."""
    rows = Station.objects.select_for_update(of=("self",)).filter(election=election, code__in=list(codes))
    list(rows.order_by("pk").values_list("pk"))


def scopes(value: ElectionValue, row: Station) -> frozenset[ScopeRef]:
    """The scopes in which the station lies now."""
    district = District.objects.get(pk=row.district_id).number if row.district_id else ""
    return scopes_of(value.jurisdiction, value.code, row.mission.code, district, row.code)


def district_of(election: str, number: str) -> District:
    """A district that may carry stations abroad; refused by naming those that may."""
    found = District.objects.filter(election=election, number=number).first()
    if found is None:
        known = District.objects.filter(election=election).order_by("number").values_list("number", flat=True)
        raise Refused("A052", facts={"district": number[:16], "districts": ", ".join(known)})
    return found


def about(record: Record, value: ElectionValue, row: Station, body: str) -> None:
    """Where the record of an act on a station belongs."""
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"station:{row.code}",
        body=body,
    )
