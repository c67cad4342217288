"""The tables in which missions and registered voters come, and how their rows are kept: all or none."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.conf import settings
from django.utils.translation import gettext_lazy

from legation.base.actors import Actor, OutOfScope
from legation.missions.actions.keeping import import_voters, register_missions
from legation.readers.columns import Column, Columns, Kind
from legation.readers.rows import Row
from legation.readers.table_kinds import Importable
from legation_core.values import Text

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES if code != "en")
"""Languages beside English in which a name may stand in a column of its own."""

KINDS = {
    "embassy": Text({"en": "Embassy", "az": "Səfirlik"}),
    "embassy_office": Text({"en": "Office of an embassy", "az": "Səfirliyin bölməsi"}),
    "consulate_general": Text({"en": "Consulate general", "az": "Baş Konsulluq"}),
    "consulate": Text({"en": "Consulate", "az": "Konsulluq"}),
    "permanent_mission": Text({"en": "Permanent mission", "az": "Daimi nümayəndəlik"}),
    "honorary_consulate": Text({"en": "Honorary consulate", "az": "Fəxri konsulluq"}),
}
_EAST = Text({"en": "Longitude", "az": "Uzunluq dairəsi"})
_POST = Text({"en": "Mission", "az": "Nümayəndəlik"})
_CODE_HELP = Text({"en": "Small letters, digits, hyphens", "az": "Kiçik hərflər, rəqəmlər, defislər"})
_ZONE_HELP = Text({"en": "IANA name, never an offset", "az": "IANA adı, heç vaxt UTC fərqi"})
_COUNTRY_HELP = Text({"en": "ISO 3166-1, two letters", "az": "ISO 3166-1, iki hərf"})
_WEEK_HELP = Text({"en": "Monday to Sunday, 1 is a working day", "az": "Bazar ertəsindən bazara, 1 iş günüdür"})


_NAME, _CITY = Text({"en": "Name", "az": "Ad"}), Text({"en": "City", "az": "Şəhər"})


def in_languages(key: str, title: Text, help_text: Text | str = "") -> tuple[Column, ...]:
    """A column for each other language in which the text of the column `key` may stand."""
    titles = {tag: Text({own: f"{text} ({tag})" for own, text in title.items()}) for tag in LANGUAGES}
    return tuple(Column(f"{key}_{tag}", title, max_length=200, help=help_text) for tag, title in titles.items())


MISSIONS = Columns(
    (
        Column(
            "code", Text({"en": "Code", "az": "Kod"}), required=True, max_length=40, example="tabriz", help=_CODE_HELP
        ),
        Column(
            "kind",
            Text({"en": "Kind", "az": "Növ"}),
            required=True,
            kind=Kind.CHOICE,
            choices=KINDS,
            example="consulate_general",
        ),
        Column("name", _NAME, required=True, example="Consulate General in Tabriz"),
        *in_languages("name", _NAME),
        Column("city", _CITY, required=True, max_length=80, example="Tabriz"),
        *in_languages("city", _CITY),
        Column(
            "country",
            Text({"en": "Country", "az": "Ölkə"}),
            required=True,
            kind=Kind.COUNTRY,
            example="IR",
            help=_COUNTRY_HELP,
        ),
        Column(
            "zone",
            Text({"en": "Time zone", "az": "Saat qurşağı"}),
            required=True,
            kind=Kind.ZONE,
            aliases=("timezone",),
            example="Asia/Tehran",
            help=_ZONE_HELP,
        ),
        Column("address", Text({"en": "Address", "az": "Ünvan"}), max_length=300),
        Column("latitude", Text({"en": "Latitude", "az": "En dairəsi"}), kind=Kind.DECIMAL, minimum=-90, maximum=90),
        Column(
            "longitude",
            Text({"en": "Longitude", "az": "Uzunluq dairəsi"}),
            kind=Kind.DECIMAL,
            minimum=-180,
            maximum=180,
        ),
        Column("website", Text({"en": "Website", "az": "Sayt"})),
        Column("duty_phone", Text({"en": "Duty phone", "az": "Növbətçi telefonu"}), max_length=40),
        Column(
            "working_days",
            Text({"en": "Working week", "az": "İş həftəsi"}),
            max_length=7,
            example="1111100",
            help=_WEEK_HELP,
        ),
        Column("source", Text({"en": "Source", "az": "Mənbə"}), max_length=500),
    ),
    key=("code",),
    sheet=Text({"en": "Missions", "az": "Nümayəndəliklər"}),
    ignored=("position", "registered_voters", "registered_basis"),
)

VOTERS = Columns(
    (
        Column(
            "mission", Text({"en": "Mission", "az": "Nümayəndəlik"}), required=True, max_length=40, example="tabriz"
        ),
        Column("ground", Text({"en": "Ground", "az": "Əsas"}), required=True, max_length=40, example="resident_abroad"),
        Column(
            "count",
            Text({"en": "Registered voters", "az": "Qeydiyyatda olan seçicilər"}),
            required=True,
            kind=Kind.INT,
            minimum=0,
            maximum=10_000_000,
            example="214",
        ),
        Column("as_of", Text({"en": "As of", "az": "Tarixə"}), required=True, kind=Kind.DATE, example="2024-01-05"),
        Column(
            "source",
            Text({"en": "Source", "az": "Mənbə"}),
            required=True,
            max_length=300,
            example="Consular register",
        ),
    ),
    key=("mission", "ground", "as_of", "source"),
    sheet=Text({"en": "Registered voters", "az": "Qeydiyyatda olan seçicilər"}),
)


def keep_missions(rows: Sequence[Row], file: str, *, by: Actor, at: datetime) -> int:
    """Register the missions of a table; every row that is refused is named."""
    facts = [(str(row.typed["code"]), _facts(row)) for row in rows]
    return register_missions(rows=facts, file=file, numbers=[row.number for row in rows], by=by, at=at)


def _facts(row: Row) -> dict[str, object]:
    typed = row.typed
    plain = ("kind", "country", "zone", "address", "latitude", "longitude", "website", "duty_phone", "working_days")
    facts = {name: typed[name] for name in (*plain, "source") if typed.get(name) not in (None, "")}
    return facts | {"names": _texts(row, "name"), "cities": _texts(row, "city")}


def _texts(row: Row, key: str) -> dict[str, object]:
    """The English text, and those of the columns for other languages that are filled."""
    others = {language: row.typed.get(f"{key}_{language}") for language in LANGUAGES}
    return {"en": row.typed[key]} | {language: text for language, text in others.items() if text}


def keep_voters(election: str, rows: Sequence[Row], file: str, *, by: Actor, at: datetime) -> int:
    """Report the registered voters of a table; every row that is refused is named."""
    numbers = [row.number for row in rows]
    return import_voters(
        election=election, rows=[dict(row.typed) for row in rows], file=file, numbers=numbers, by=by, at=at
    )


def importable(what: str, election: str, *, by: Actor, at: datetime) -> Importable:
    """What can be brought in under this name, `missions` or `voters`. Anything else is out of scope."""
    if what == "missions":
        return Importable(what, gettext_lazy("Missions"), MISSIONS, partial(keep_missions, by=by, at=at))
    if what == "voters":
        keep = partial(keep_voters, election, by=by, at=at)
        return Importable(what, gettext_lazy("Registered voters"), VOTERS, keep)
    raise OutOfScope(what)
