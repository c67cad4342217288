"""The description of the open data: valid, and true of every file that it names."""

import csv
import hashlib
import io
import json
import re
from datetime import date, datetime
from urllib.parse import urlsplit

import fastjsonschema
import pytest
from django.test import Client

from legation.public.data.package import package
from legation.public.routes import address
from legation.public.site import Site
from tests.apps.public.standards import FRICTIONLESS, is_there

READ = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "datetime": lambda text: datetime.strptime(text, "%Y-%m-%dT%H:%MZ"),
    "time": lambda text: datetime.strptime(text, "%H:%M"),
}


@pytest.fixture
def described(changed) -> dict[str, object]:
    return json.loads(package(changed))


def octets(site: Site, path: str) -> bytes:
    found = address(site, path)
    assert found is not None, path
    return found.render()


def tables(described: dict[str, object]) -> list[dict[str, object]]:
    return [one for one in described["resources"] if one["format"] == "csv"]


def read(site: Site, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(octets(site, f"data/{path}").decode(), newline="")))


@pytest.mark.parametrize("name", ["datapackage", "dataresource", "tableschema"])
def test_the_description_is_valid_by_the_schemas_of_frictionless(described, name: str) -> None:
    path = FRICTIONLESS / f"{name}.json"
    if is_there(path):
        check = fastjsonschema.compile(json.loads(path.read_text("utf-8")))
        resources = described["resources"]
        schemas = [one["schema"] for one in resources if "schema" in one]
        for value in {"datapackage": [described], "dataresource": resources, "tableschema": schemas}[name]:
            check(value)


def test_each_file_is_there_with_its_size_and_hash_and_served_alike(described, changed) -> None:
    for one in described["resources"]:
        found = octets(changed, f"data/{one['path']}")
        assert (one["bytes"], one["hash"]) == (len(found), f"sha256:{hashlib.sha256(found).hexdigest()}")
        assert Client().get(f"/az2024/public/data/{one['path']}").content == found


def test_each_cell_is_of_its_type_and_within_its_constraints(described, changed) -> None:
    wrong = [
        (one["path"], field["name"], row[field["name"]])
        for one in tables(described)
        for row in read(changed, one["path"])
        for field in one["schema"]["fields"]
        if not fits(field, row[field["name"]])
    ]
    assert wrong == []


def fits(field: dict[str, object], text: str) -> bool:
    limits = field.get("constraints", {})
    if text in ("", "not_published") and text not in limits.get("enum", ()):
        return not limits.get("required")
    value = READ[field["type"]](text)
    return (
        text in limits.get("enum", [text])
        and re.fullmatch(limits.get("pattern", ".*"), text, re.DOTALL) is not None
        and limits.get("minimum", value) <= value <= limits.get("maximum", value)
        and (field.get("format") != "uri" or urlsplit(text).scheme in ("http", "https"))
    )


def test_keys_are_unique_and_references_lead_somewhere(described, changed) -> None:
    found = {one["name"]: read(changed, one["path"]) for one in tables(described)}
    for one in tables(described):
        keys = [tuple(row[name] for name in one["schema"]["primaryKey"]) for row in found[one["name"]]]
        assert len(keys) == len(set(keys))
        for link in one["schema"].get("foreignKeys", ()):
            there = {row[link["reference"]["fields"][0]] for row in found[link["reference"]["resource"]]}
            assert {row[link["fields"][0]] for row in found[one["name"]]} - {""} <= there


def test_titles_and_descriptions_stand_in_both_languages(described) -> None:
    fields = [field for one in tables(described) for field in one["schema"]["fields"]]
    assert [field["name"] for field in fields if not {"en", "az"} <= field["titles"].keys()] == []
    assert described["licenses"] == [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]


def test_the_page_lists_every_file_and_every_column(described, changed) -> None:
    for language in ("en", "az"):
        text = octets(changed, f"{language}/data/").decode()
        for one in described["resources"]:
            assert f'href="../../data/{one["path"]}"' in text
            assert one["hash"].removeprefix("sha256:") in text
        assert [f for one in tables(described) for f in one["schema"]["fields"] if f["name"] not in text] == []
