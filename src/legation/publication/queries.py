"""Reads of what is public: as it stands now, as it was frozen last."""

from datetime import datetime
from functools import lru_cache

from django.conf import settings

from legation.base.actors import OutOfScope
from legation.count import queries as count
from legation.integrity import publishing
from legation.integrity import queries as log
from legation.missions import queries as missions
from legation.plan.convert import ElectionValue
from legation.publication.convert.changes import OF_MISSION, by_station
from legation.publication.convert.documents import Sources, named_in
from legation.publication.convert.facts import to_the_second
from legation.publication.convert.frozen import Frozen
from legation.publication.convert.history import Earlier, earlier_value
from legation.publication.models import Document, EarlierFigure, Freezing, Publishing
from legation.stations import queries as stations


def sources(election: ElectionValue) -> Sources:
    """What the documents are made of: thirteen queries, however many stations."""
    found = stations.stations(election, closed=True)
    acts = _acts(election)
    own, moves = stations.changes_by_station(election.code), stations.catchment_moves(election)
    of_missions = missions.changes_by_mission(election.jurisdiction, OF_MISSION)
    return Sources(
        election=election,
        stations=found,
        changes=by_station(found, own, of_missions, moves, acts),
        registered=_registered(election.jurisdiction),
        catchments=stations.catchments(election),
        records=log.newest_by_subject(election.code),
        history=history(election.code),
        log={"origin": log.origin(), "key": log.log_key()},
        acts=acts,
        licence=dict(zip(("name", "path"), settings.DATA_LICENCE, strict=False)),
        address=settings.PUBLIC_ADDRESS.replace("{election}", election.code),
        emblems=settings.EMBLEMS,
        borders=settings.BORDERS,
        demonstration=settings.DEMONSTRATION,
        results=count.published(election.code),
    )


def _acts(election: ElectionValue) -> dict[tuple[str, ...], int]:
    """The record of each public change; one whose public part is sealed is not told."""
    found: dict[tuple[str, ...], int] = {}
    for one in log.of_kinds(election.code, ("station_changed", "station_closed", "catchment_set", "catchments_set")):
        if one.facts is None:
            continue
        at = to_the_second(one.at)
        if one.kind in ("catchment_set", "catchments_set"):
            found[one.subject, at] = one.index
        else:
            found[one.subject, str(one.facts.get("field", "closed")), at, str(one.facts.get("after", ""))] = one.index
    for one in log.of_kinds_in(election.jurisdiction, ("mission_changed",)):
        if one.facts is not None:
            found[one.subject, str(one.facts["field"]), to_the_second(one.at)] = one.index
    return found


def _registered(jurisdiction: str) -> dict[str, datetime]:
    """When each mission was registered, by its code."""
    found = log.instants_in(jurisdiction, "mission_registered")
    return {subject.removeprefix("mission:"): at for subject, at in found.items()}


def history(election: str) -> tuple[Earlier, ...]:
    """What sources say of earlier elections, in their order."""
    rows = EarlierFigure.objects.filter(election=election).order_by("day", "earlier", "measure", "source")
    return tuple(earlier_value(row) for row in rows)


def newest_digest(election: str) -> str:
    """The manifest frozen last. An election that was never frozen has nothing public: out of scope."""
    row = Freezing.objects.filter(election=election).order_by("-number").values_list("manifest", flat=True).first()
    if row is None:
        raise OutOfScope(election)
    return str(row)


def newest(election: str) -> Frozen:
    """What was frozen last."""
    return frozen(election, newest_digest(election))


def frozen(election: str, manifest: str) -> Frozen:
    """What one manifest names."""
    octets = document(manifest)
    return Frozen(election, octets, manifest, _named(manifest, octets), document)


@lru_cache(maxsize=8)
def _named(digest: str, octets: bytes) -> dict[str, str]:
    return named_in(octets)


def document(digest: str) -> bytes:
    """The octets of one document. Unknown: out of scope."""
    row = Document.objects.filter(pk=digest).first()
    if row is None:
        raise OutOfScope(digest)
    return bytes(row.octets)


def followed() -> tuple[tuple[str, str, str], ...]:
    """Elections whose publication follows every change: election, and the person and role that ordered it."""
    rows = Publishing.objects.filter(follows=True).order_by("election")
    return tuple(rows.values_list("election", "person", "role"))


def published_elections() -> tuple[str, ...]:
    """The codes of the elections of which something is public, the latest day first."""
    rows = Publishing.objects.select_related("election").order_by("-election__election_day", "election")
    return tuple(row.election_id for row in rows)


def log_file(path: str) -> bytes:
    """A file of the published log, such as `checkpoint` or `tile/0/000`. Not published: out of scope."""
    octets = publishing.content(path)
    if octets is None:
        raise OutOfScope(path)
    return octets
