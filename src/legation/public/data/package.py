"""`datapackage.json`: every file of the open data with its columns, size, SHA-256 (Frictionless Data Package 2.0)."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass

from django.utils import translation

from legation.public.data import files, standards
from legation.public.data.fields import NOT_PUBLISHED, Column, Table, Words, columns
from legation.public.data.tables import TABLES
from legation.public.site import DESCRIBED, Site, Value

PROFILES = "https://datapackage.org/profiles/2.0/"
TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ZONES = "https://www.iana.org/time-zones"
NAMES = "https://cldr.unicode.org/"
PLACES = "https://www.geonames.org/"


@dataclass(frozen=True)
class File:
    """A file as the description and the page tell it; its SHA-256 in hexadecimal digits."""

    name: str
    path: str
    """Beside the description."""
    form: str
    size: int
    digest: str
    rows: int


def listed(site: Site, name: str) -> File:
    """A file of a table."""
    octets = files.octets(site, name)
    table, _, form = name.partition(".")
    digest = hashlib.sha256(octets).hexdigest()
    return File(name, f"{files.FOLDER}/{name}", form, len(octets), digest, len(files.rows_of(site, table)))


def package(site: Site) -> bytes:
    """The description of all open data of an election."""
    election, law = site.election, site.law["lawbook"]
    value: Value = {
        "$schema": f"{PROFILES}datapackage.json",
        "name": f"voting-abroad-{election['code']}",
        "title": _first(election["names"]),
        "titles": election["names"],
        "homepage": f"{election['address']}{site.primary}/data/" if election["address"] else None,
        "version": site.frozen.digest,
        "licenses": [election["licence"]] if election["licence"] else None,
        "sources": [
            {"title": f"{_first(law['name'])}, {law['version']}, SHA-256 {law['digest']}"},
            {"title": f"Log {election['log']['origin']}, key {election['log']['key']}"},
            {"title": f"IANA time zones, {election['zone_table']}", "path": ZONES},
            {"title": "Unicode CLDR, names of countries", "path": NAMES},
            {"title": "GeoNames, names of places, CC BY 4.0", "path": PLACES},
            *({"title": f"Stations: {codes}", "path": path} for path, codes in _read(site).items()),
        ],
        "marking": "DEMONSTRATION" if election["demonstration"] else None,
        "resources": [
            *(_resource(site, name) for name in files.names()),
            *(_standard(site, name) for name in standards.STANDARDS),
        ],
    }
    told = {key: one for key, one in value.items() if one is not None}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _first(text: Value) -> str:
    return text.get("en") or next(iter(text.values()), "")


def _read(site: Site) -> dict[str, str]:
    """Where facts of stations were read outside, each address with the codes of its stations."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in files.rows_of(site, "stations"):
        if row["source"]:
            found[str(row["source"])].append(str(row["station"]))
    return {path: ", ".join(codes) for path, codes in found.items()}


def _resource(site: Site, name: str) -> Value:
    """One file. Of GeoJSON and XLSX the columns are those of the CSV beside it."""
    one, table = listed(site, name), TABLES[name.partition(".")[0]]
    value: Value = {
        "name": name.replace(".", "-"),
        "path": one.path,
        "format": one.form,
        "mediatype": TYPES[one.form],
        **_told("title", table.title),
        **_told("description", table.about),
        "bytes": one.size,
        "hash": f"sha256:{one.digest}",
    }
    if one.form in ("csv", "json"):
        value |= {"$schema": f"{PROFILES}dataresource.json", "type": "table", "encoding": "utf-8"}
        value["schema"] = schema(site, table, one.form)
    return value


def listed_standard(site: Site, name: str) -> File:
    """A file in a format of others; its rows are the stations that stand."""
    octets = standards.octets(site, name)
    form = name.rpartition(".")[2]
    return File(
        name, f"{standards.FOLDER}/{name}", form, len(octets), hashlib.sha256(octets).hexdigest(), len(site.stations)
    )


def _standard(site: Site, name: str) -> Value:
    one, standard = listed_standard(site, name), standards.STANDARDS[name]
    return {
        "name": name.replace(".", "-"),
        "path": one.path,
        "format": one.form,
        "mediatype": standard.media,
        "title": standard.title,
        "homepage": standard.where,
        "bytes": one.size,
        "hash": f"sha256:{one.digest}",
    }


def schema(site: Site, table: Table, form: str) -> Value:
    """The columns (Table Schema 2.0)."""
    value: Value = {
        "$schema": f"{PROFILES}tableschema.json",
        "fields": [_column(one) for one in columns(site, table)],
        "primaryKey": list(table.key),
        "missingValues": [
            {"value": "", "label": "no value"},
            {"value": NOT_PUBLISHED, "label": "not published: no source that we know gives it"},
        ],
    }
    if table.refers:
        value["foreignKeys"] = [
            {"fields": [own], "reference": {"resource": f"{other}-{form}", "fields": [field]}}
            for own, (other, field) in table.refers.items()
        ]
    return value


def _column(column: Column) -> Value:
    field = column.field
    limits: Value = {"required": True} if field.required else {}
    limits |= {"enum": list(field.enum)} if field.enum else {}
    limits |= dict(field.limits or {})
    value: Value = {"name": column.name, "type": field.kind, **_told("title", field.title)}
    value |= {"format": field.form} if field.form else {}
    value |= _told("description", field.about) if field.about else {}
    value |= {"language": column.language} if column.language else {}
    return value | ({"constraints": limits} if limits else {})


def _told(key: str, words: Words) -> Value:
    """A text in English, and beside it in every language of the public pages: `title`, `titles`."""
    return {key: _in(words, "en"), f"{key}s": {code: _in(words, code) for code in DESCRIBED}}


def _in(words: Words, language: str) -> str:
    with translation.override(language):
        return str(words)
