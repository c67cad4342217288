"""All documents of an election by their paths, as canonical octets, and the manifest that names them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from legation.plan.convert import ElectionValue
from legation.publication.convert.changes import Acts, Told
from legation.publication.convert.countries import country_documents
from legation.publication.convert.election import election_document, emblem_path, holders
from legation.publication.convert.history import Earlier, history_document
from legation.publication.convert.law import calendar_document, law_document
from legation.publication.convert.missions import missions_document
from legation.publication.convert.records import records_document
from legation.publication.convert.stations import changes_document, station_document, station_line
from legation.stations.convert import CatchmentValue, StationValue
from legation_core.integrity import canonical
from legation_core.network.stations import State

LIMIT = 64 * 1024 * 1024
"""The longest document: the list of tens of thousands of stations."""
FORM = 3
"""The form of the documents; it grows with every change that a reader would notice."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read of the lower capabilities, at one state of the log."""

    election: ElectionValue
    stations: tuple[StationValue, ...]
    changes: Mapping[str, Sequence[Told]]
    """The public changes of each station by its code, newest first."""
    registered: Mapping[str, datetime]
    """When each mission was registered, by its code."""
    catchments: tuple[CatchmentValue, ...]
    records: Mapping[str, int]
    """The newest record about each subject."""
    acts: Acts
    """The record of each change and closing of a station."""
    history: tuple[Earlier, ...]
    log: dict[str, str]
    licence: dict[str, str]
    """Under which licence the data are given: `name` and `path`; empty where the operator names none."""
    address: str
    """Where the public site is reached from outside, ending with `/`; empty where the operator names none."""
    emblems: Mapping[str, bytes]
    """Emblems as PNG, by kind of body."""
    borders: Mapping[str, object]
    """`name` and `lines` of the state borders to draw, in hundredths of a degree; empty where none are drawn."""
    demonstration: bool
    results: Mapping[str, bytes] = field(default_factory=dict)
    """The results of each contest as they were published, canonical."""


def documents(read: Sources) -> dict[str, bytes]:
    """Every document by its path. Stations closed for good keep theirs and stand in no list."""
    standing = [one for one in read.stations if one.state is not State.CLOSED]
    values: dict[str, object] = {
        "election.json": _election(read, standing),
        "stations.json": [station_line(one) for one in standing],
        "missions.json": missions_document(standing),
        "calendar.json": calendar_document(read.election, standing),
        "law.json": law_document(read.election),
        "changes.json": changes_document(read.stations, read.changes, read.acts),
        "borders.json": {"name": read.borders["name"], "lines": read.borders["lines"]},
        "records.json": records_document(read.records),
        "history.json": history_document(
            read.history,
            day=read.election.election_day,
            stations=len(standing),
            countries=len({one.mission.country for one in standing}),
        ),
    }
    for one in read.stations:
        record = read.records.get(f"station:{one.code}")
        changes, registered = read.changes.get(one.code, ()), read.registered.get(one.mission.code)
        values[f"stations/{one.code}.json"] = station_document(one, changes, record, registered)
    answers = country_documents(read.catchments, standing, read.election.book.home_country)
    values["countries.json"] = list(answers.values())
    octets = {path: canonical.encode(value, LIMIT) for path, value in values.items()}
    results = {f"results/{contest}.json": found for contest, found in read.results.items()}
    return dict(sorted((octets | results | _emblems(read)).items()))


def _emblems(read: Sources) -> dict[str, bytes]:
    """The emblems of the bodies that hold this election."""
    kinds = {body.kind for body in holders(read.election)}
    return {emblem_path(kind): octets for kind, octets in read.emblems.items() if kind in kinds}


def _election(read: Sources, standing: Sequence[StationValue]) -> dict[str, object]:
    document = election_document(read.election, standing, log=read.log, demonstration=read.demonstration)
    return document | {"licence": read.licence, "address": read.address, "emblems": _emblem_paths(read)}


def _emblem_paths(read: Sources) -> list[str]:
    """For each holder the path of its emblem, empty where it has none."""
    return [emblem_path(body.kind) if body.kind in read.emblems else "" for body in holders(read.election)]


def digest_of(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()


def manifest(election: str, found: Mapping[str, bytes]) -> bytes:
    """What names every document by its SHA-256."""
    digests = {path: digest_of(octets) for path, octets in found.items()}
    return canonical.encode({"form": FORM, "election": election, "documents": digests}, LIMIT)


def named_in(octets: bytes) -> dict[str, str]:
    """The digest of each document by its path, as a manifest names them."""
    found: dict[str, str] = canonical.decode(octets, LIMIT)["documents"]
    return found
