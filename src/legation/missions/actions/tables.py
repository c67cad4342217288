"""The tables in which missions and registered voters come, and how their rows are kept: all or none."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_noop as _

from legation.base.actors import Actor
from legation.missions.actions.keeping import import_voters, register_missions
from legation.readers.columns import Column, Columns, Kind
from legation.readers.rows import Row

KINDS = {
    "embassy": _("Embassy"),
    "embassy_office": _("Office of an embassy"),
    "consulate_general": _("Consulate general"),
    "consulate": _("Consulate"),
    "permanent_mission": _("Permanent mission"),
    "honorary_consulate": _("Honorary consulate"),
}

MISSIONS = Columns(
    (
        Column("code", "Code", required=True, max_length=40, example="tabriz", help="Small letters, digits, hyphens"),
        Column("kind", "Kind", required=True, kind=Kind.CHOICE, choices=KINDS, example="consulate_general"),
        Column("name", "Name", required=True, example="Consulate General in Tabriz"),
        Column("city", "City", required=True, max_length=80, example="Tabriz"),
        Column("country", "Country", required=True, kind=Kind.COUNTRY, example="IR", help="ISO 3166-1, two letters"),
        Column(
            "zone", "Time zone", required=True, kind=Kind.ZONE, example="Asia/Tehran", help="IANA name, never an offset"
        ),
        Column("address", "Address", max_length=300),
        Column("latitude", "Latitude", kind=Kind.DECIMAL, minimum=-90, maximum=90),
        Column("longitude", "Longitude", kind=Kind.DECIMAL, minimum=-180, maximum=180),
        Column("website", "Website"),
        Column("duty_phone", "Duty phone", max_length=40),
        Column("source", "Source", max_length=500),
    ),
    key=("code",),
    sheet="Missions",
)

VOTERS = Columns(
    (
        Column("mission", "Mission", required=True, max_length=40, example="tabriz"),
        Column("ground", "Ground", required=True, max_length=40, example="resident_abroad"),
        Column("count", "Registered voters", required=True, kind=Kind.INT, minimum=0, example="214"),
        Column("as_of", "As of", required=True, kind=Kind.DATE, example="2024-01-05"),
        Column("source", "Source", required=True, max_length=300, example="Consular register"),
    ),
    key=("mission", "ground", "as_of"),
    sheet="Registered voters",
)


def keep_missions(rows: Sequence[Row], file: str, *, by: Actor, at: datetime) -> int:
    """Register the missions of a table."""
    return register_missions(rows=[(str(row.typed["code"]), _facts(row)) for row in rows], file=file, by=by, at=at)


def _facts(row: Row) -> dict[str, object]:
    typed = row.typed
    plain = ("kind", "country", "zone", "address", "latitude", "longitude", "website", "duty_phone", "source")
    facts = {name: typed[name] for name in plain if typed.get(name) not in (None, "")}
    return facts | {"names": {"en": typed["name"]}, "cities": {"en": typed["city"]}}


def keep_voters(election: str, rows: Sequence[Row], file: str, *, by: Actor, at: datetime) -> int:
    """Report the registered voters of a table."""
    return import_voters(election=election, rows=[dict(row.typed) for row in rows], file=file, by=by, at=at)
