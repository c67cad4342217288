"""The table in which stations come, and how its rows are kept: all or none."""

from collections.abc import Sequence
from datetime import datetime

from legation.base.actors import Actor
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.readers.columns import Column, Columns
from legation.readers.rows import Row
from legation.stations.actions.establishing import create_station
from legation_core.problems import Problem, Refused

STATIONS = Columns(
    (
        Column(
            "mission", "Mission", required=True, max_length=40, example="tabriz", help="Code of a registered mission"
        ),
        Column("code", "Code", max_length=48, example="tabriz-2", help="Left empty, it is made from the mission's"),
        Column("name", "Name", help="Where it differs from the mission's"),
        Column("address", "Address", max_length=300),
        Column("source", "Source", max_length=500),
        Column("note", "Note", max_length=500),
    ),
    sheet="Stations",
)


def keep_stations(election: str, rows: Sequence[Row], file: str, *, by: Actor, at: datetime) -> int:
    """Create the stations of a table. What the rule or the law refuses is named by row; then nothing is kept."""
    with act("stations_imported", by=by, at=at) as record:
        value = plan.election_for(by, election)
        for row in rows:
            _create(election, row, by, at)
        record.about(jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, subject="stations")
        record.public(stations=len(rows), file=file)
    return len(rows)


def _create(election: str, row: Row, by: Actor, at: datetime) -> None:
    texts = {name: str(row.typed.get(name) or "") for name in ("mission", "code", "address", "source", "note")}
    names = {"en": str(row.typed["name"])} if row.typed.get("name") else {}
    try:
        create_station(election=election, names=names, by=by, at=at, **texts)
    except Refused as refused:
        place = Problem(refused.code, f"row {row.number}", refused.problem.facts)
        raise Refused(place.code, place.where, place.facts) from refused
