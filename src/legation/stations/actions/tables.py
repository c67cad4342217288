"""The table in which stations come, and how its rows are kept: all or none.

A row asks for acts: a new code creates a station, a district submits or attaches it, a number numbers it. What already
stands so is passed over, so one table can be brought in by each body in turn, each with its own columns filled. An act
of another body is refused, and so is what differs from what stands: a change needs a reason and has a page of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.utils.translation import gettext_lazy

from legation.base.actors import Actor
from legation.integrity.actions import act
from legation.missions.actions.tables import LANGUAGES, in_languages
from legation.plan import queries as plan
from legation.plan.actions import hold_election
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation.readers.columns import Column, Columns, Kind
from legation.readers.keeping import keep_each
from legation.readers.rows import Row
from legation.readers.table_kinds import Importable
from legation.stations.actions.establishing import attach_station, create_station, number_station, submit_district
from legation.stations.actions.shared import hold
from legation.stations.models import Station
from legation_core.problems import Refused
from legation_core.values import Basis, Text

_NAME = Text({"en": "Name", "az": "Ad"})
_OF_NEW = Text({"en": "Of a new station only", "az": "Yalnız yeni məntəqə üçün"})
_BASES = {
    "decided": Text({"en": "decided here", "az": "burada qərara alınıb"}),
    "published": Text({"en": "published", "az": "dərc olunub"}),
    "inferred": Text({"en": "inferred", "az": "nəticə çıxarılıb"}),
}


def _basis(key: str, title: Text) -> Column:
    return Column(key, title, kind=Kind.CHOICE, choices=_BASES, example="published")


STATIONS = Columns(
    (
        Column(
            "mission",
            Text({"en": "Mission", "az": "Nümayəndəlik"}),
            required=True,
            max_length=40,
            example="tabriz",
            help=Text({"en": "Code of a registered mission", "az": "Qeydə alınmış nümayəndəliyin kodu"}),
        ),
        Column(
            "code",
            Text({"en": "Code", "az": "Kod"}),
            max_length=48,
            example="tabriz-2",
            help=Text({"en": "Left empty, a new station is made", "az": "Boş qalarsa, yeni məntəqə yaradılır"}),
        ),
        Column("name", _NAME, help=_OF_NEW),
        *in_languages("name", _NAME, _OF_NEW),
        Column("address", Text({"en": "Address", "az": "Ünvan"}), max_length=300),
        _basis("address_basis", Text({"en": "Basis of the address", "az": "Ünvanın əsası"})),
        Column("district", Text({"en": "District", "az": "Dairə"}), max_length=16, example="17"),
        _basis("district_basis", Text({"en": "Basis of the district", "az": "Dairənin əsası"})),
        Column("number", Text({"en": "Number", "az": "Nömrə"}), kind=Kind.INT, minimum=1, maximum=99_999, example="52"),
        _basis("number_basis", Text({"en": "Basis of the number", "az": "Nömrənin əsası"})),
        Column("source", Text({"en": "Source", "az": "Mənbə"}), max_length=500, help=_OF_NEW),
        Column("note", Text({"en": "Note", "az": "Qeyd"}), max_length=500, help=_OF_NEW),
    ),
    key=("code",),
    sheet=Text({"en": "Stations", "az": "Məntəqələr"}),
    ignored=(
        "mission_kind", "mission_name", "country", "city", "state", "district_name", "timezone",
        "latitude", "longitude", "position", "opens", "closes", "opens_utc", "closes_utc", "zone_table",
    ),
)  # fmt: skip
"""What an export of stations holds beside these is passed over, so that an exported table can be brought in again."""


@dataclass(frozen=True, slots=True)
class _Doing:
    """In which election, by whom, when, and what was done so far."""

    election: ElectionValue
    by: Actor
    at: datetime
    acts: list[str] = field(default_factory=list)
    """What was done, act by act."""

    def mine(self, act: str) -> bool:
        """Whether the lawbook gives `act` to a body for which the actor acts."""
        competence = self.election.rules.competences.get(act)
        return competence is not None and acts_for(self.by, self.election.rules, competence.body)


def keep_stations(election: str, rows: Sequence[Row], file: str, *, by: Actor, at: datetime) -> int:
    """Do what the rows ask for; how many acts it took. What is refused is named by row, and then nothing is kept."""
    with act("stations_imported", by=by, at=at) as record:
        doing = _Doing(plan.election_for(by, election), by, at)
        hold_election(election)
        hold(election, (_text(row, "code") for row in rows))
        keep_each((row.number, partial(_keep, doing, row)) for row in rows)
        if not doing.acts:
            raise Refused("A053")
        value = doing.election
        record.about(jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, subject="stations")
        record.public(stations=len(rows), file=file)
    return len(doing.acts)


def importable(election: str, *, by: Actor, at: datetime) -> Importable:
    """The table of stations, kept by this actor."""
    return Importable("stations", gettext_lazy("Stations"), STATIONS, partial(keep_stations, election, by=by, at=at))


def _text(row: Row, key: str) -> str:
    return str(row.typed.get(key) or "")


def _keep(doing: _Doing, row: Row) -> None:
    code, district, number = _text(row, "code"), _text(row, "district"), _text(row, "number")
    if number and not district:
        raise Refused("A067")
    station = _standing(doing.election.code, code, row) if code else None
    if station is None:
        code = _create(doing, row)
    if _is_wanted("district", district, station.district.number if station and station.district else ""):
        _carry(doing, code, district, _text(row, "district_basis") or Basis.DECIDED)
    if _is_wanted("number", number, str(station.number or "") if station else ""):
        basis = _text(row, "number_basis") or Basis.DECIDED
        number_station(
            election=doing.election.code, station=code, number=int(number), basis=basis, by=doing.by, at=doing.at
        )
        doing.acts.append("number_station")


def _standing(election: str, code: str, row: Row) -> Station | None:
    """The station of that code as it stands; refused where the row tells its mission or address otherwise."""
    found = Station.objects.filter(election=election, code=code).select_related("mission", "district").first()
    if found is None:
        return None
    mission = _text(row, "mission")
    if found.mission.code != mission:
        raise Refused("A066", code, {"stands": found.mission.code, "mission": mission})
    if _is_wanted("address", _text(row, "address"), found.address):
        raise Refused("A068", code, {"field": "address", "stands": "-", "given": _text(row, "address")})
    return found


def _is_wanted(field: str, given: str, stands: str) -> bool:
    """Whether the row gives what the station has not; refused where it gives something else than what stands."""
    if given and stands and given != stands:
        raise Refused("A068", facts={"field": field, "stands": stands, "given": given})
    return bool(given) and not stands


def _create(doing: _Doing, row: Row) -> str:
    named = {"en": _text(row, "name")} | {language: _text(row, f"name_{language}") for language in LANGUAGES}
    code = create_station(
        election=doing.election.code,
        mission=_text(row, "mission"),
        code=_text(row, "code"),
        names={language: text for language, text in named.items() if text},
        address=_text(row, "address"),
        address_basis=_text(row, "address_basis"),
        source=_text(row, "source"),
        note=_text(row, "note"),
        by=doing.by,
        at=doing.at,
    )
    doing.acts.append("create_station")
    return code


def _carry(doing: _Doing, code: str, district: str, basis: str) -> None:
    """Attach to the district; where that is another body's to decide and this one's to submit, submit it."""
    facts = {"election": doing.election.code, "station": code, "district": district}
    if doing.mine("submit_districts") and not doing.mine("attach_station"):
        submit_district(**facts, basis=basis, by=doing.by, at=doing.at)
        doing.acts.append("submit_districts")
    else:
        attach_station(**facts, basis=basis, by=doing.by, at=doing.at)
        doing.acts.append("attach_station")
