"""The tables: what their cells say, and what never stands in them."""

import csv
import io
import json

import openpyxl
import pytest

from legation.public.data import files
from legation.public.data.fields import columns
from legation.public.data.tables import TABLES

OF_RESULTS = ("protocols", "figures", "totals")
"""Filled by the publication of results: tests/flows/test_romania.py reads and recounts them."""
FILLED = [name for name in TABLES if name not in OF_RESULTS]


def rows(site, name: str) -> list[dict[str, object]]:
    return json.loads(files.octets(site, f"{name}.json"))


def row(site, name: str, **key: object) -> dict[str, object]:
    (found,) = [one for one in rows(site, name) if key.items() <= one.items()]
    return found


@pytest.mark.parametrize("name", FILLED)
def test_each_row_has_the_columns_of_its_table_in_their_order(changed, name: str) -> None:
    wanted = [one.name for one in columns(changed, TABLES[name])]
    assert {tuple(one) for one in rows(changed, name)} == {tuple(wanted)}


@pytest.mark.parametrize("name", FILLED)
def test_csv_json_and_xlsx_hold_the_same_rows(changed, name: str) -> None:
    table = list(csv.reader(io.StringIO(files.octets(changed, f"{name}.csv").decode(), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(files.octets(changed, f"{name}.xlsx")))[name]
    assert len(table) == sheet.max_row == len(rows(changed, name)) + 1
    assert table[0] == [cell.value for cell in sheet[1]] == list(rows(changed, name)[0])


@pytest.mark.parametrize("name", FILLED)
def test_each_row_of_a_demonstration_says_so(changed, name: str, settings) -> None:
    wanted = "DEMONSTRATION" if settings.DEMONSTRATION else None
    assert {one["marking"] for one in rows(changed, name)} == {wanted}


@pytest.mark.parametrize("name", OF_RESULTS)
def test_before_results_are_published_their_tables_have_a_head_alone(changed, name: str) -> None:
    table = list(csv.reader(io.StringIO(files.octets(changed, f"{name}.csv").decode(), newline="")))
    assert table == [[one.name for one in columns(changed, TABLES[name])]]
    assert rows(changed, name) == []


def test_an_inferred_number_is_not_published_in_any_form(changed) -> None:
    seoul = row(changed, "stations", station="seoul")
    assert (seoul["number"], seoul["district"], seoul["number_since"]) == ("not_published", "not_published", None)
    assert row(changed, "stations", station="rome")["number"] == 39
    (feature,) = [
        one for one in json.loads(files.octets(changed, "stations.geojson"))["features"] if one["id"] == "seoul"
    ]
    assert feature["properties"]["number"] == "not_published"
    assert feature["properties"]["position"] == "city"
    assert feature["geometry"] == {"type": "Point", "coordinates": [126.98, 37.57]}


def test_a_position_is_told_as_the_citys(changed) -> None:
    assert {one["position"] for one in rows(changed, "stations")} == {"city"}


def test_hours_stand_by_both_clocks(changed) -> None:
    found = row(changed, "hours", station="tabriz")
    assert (found["opens_local"], found["opens"]) == ("08:00", "2024-02-07T04:30Z")
    assert (found["closes_local"], found["closes"]) == ("19:00", "2024-02-07T15:30Z")


def test_a_change_names_its_record(changed) -> None:
    found = rows(changed, "changes")[-1]
    assert (found["station"], found["field"], found["after"]) == ("tabriz", "address", "=12 Bahar Street")
    assert found["record"] == row(changed, "stations", station="tabriz")["record"]
    assert [one["change"] for one in rows(changed, "changes")] == list(range(1, len(rows(changed, "changes")) + 1))


def test_a_catchment_says_how_it_is_known(changed) -> None:
    assert row(changed, "catchments", country="MT")["basis"] == "published"
    assert {one["basis"] for one in rows(changed, "catchments") if not one["mission"] and not one["reason"]} <= {
        "not_published"
    }


def test_a_formula_stays_a_text(changed) -> None:
    table = files.octets(changed, "stations.csv").decode()
    assert ",'=12 Bahar Street," in table
    assert ",=12" not in table
