"""Stations from a file: what its rows ask for is done, or every refused row is named and nothing is."""

from pathlib import Path

import pytest

from legation.base import files
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation.readers.tables import read_table
from legation.stations import actions, queries
from legation.stations.convert import row_of
from legation_core.problems import Refused
from tests.apps.stations.conftest import AT
from tests.by_two import by_two

TABLES = Path(__file__).parents[2] / "assets" / "tables"


def bring(name: str, by, octets: bytes = b"") -> int:
    octets = octets or (TABLES / name).read_bytes()
    table = read_table(octets, name=name, columns=actions.STATIONS)
    assert table.problems == ()
    return actions.keep_stations("az2024", table.rows, files.keep(octets, name), by=by, at=AT)


def refused(name: str, by) -> list[tuple[str, str]]:
    size = log.size()
    with pytest.raises(Refused) as caught:
        bring(name, by)
    assert log.size() == size
    return [(one.code, one.where) for one in caught.value.problems]


@pytest.fixture
def closed(fresh, person) -> None:
    """Tabriz has one closed station and may have another."""
    by_two(
        actions.close_station, election="az2024", station="tabriz", reason="the hall burnt", by=person("cora"), at=AT
    )


def test_a_head_of_mission_brings_a_new_station(closed, person) -> None:
    assert bring("stations_one_new.csv", person("cora")) == 1
    found = queries.station(plan.election("az2024"), "tabriz-2")
    assert (found.state, found.address, found.address_basis, found.source) == (
        "created", "12 Bahar Street", "decided", "the landlord",
    )  # fmt: skip
    [record] = log.records(jurisdiction="AZ", election="az2024", kind="stations_imported").records
    assert (record.body, record.facts["stations"], len(record.facts["file"])) == ("head_of_mission", 1, 64)


def test_the_same_file_again_is_refused_by_the_rule(closed, person) -> None:
    bring("stations_one_new.csv", person("cora"))
    assert refused("stations_one_new.csv", person("cora")) == [("A044", "row 2")]


def test_every_refused_row_is_named(closed, person) -> None:
    assert refused("stations_each_row_refused.csv", person("cora")) == [
        ("A008", "row 3"),
        ("A008", "row 4"),
        ("A044", "row 5"),
    ]
    assert refused("stations_each_row_refused.csv", person("ben")) == [("A002", f"row {row}") for row in (2, 3, 4, 5)]


def test_each_body_brings_its_own_part_of_one_file(closed, person) -> None:
    bring("stations_one_new.csv", person("cora"))
    name = "stations_district_and_number.csv"
    assert refused(name, person("ben")) == [("A002", "row 2")]
    only_district = (TABLES / name).read_text().replace(",91,inferred", ",,").encode()
    assert bring(name, person("ben"), only_district) == 1
    assert queries.station(plan.election("az2024"), "tabriz-2").submitted_district == "17"
    assert bring(name, person("ana"), only_district) == 1
    assert bring(name, person("fara")) == 1
    found = queries.station(plan.election("az2024"), "tabriz-2")
    assert (found.district, found.district_basis, found.number, found.number_basis) == (
        "17", "published", 91, "inferred",
    )  # fmt: skip


def test_a_number_needs_its_district(db, person) -> None:
    assert refused("stations_number_without_district.csv", person("fara")) == [("A067", "row 2")]


def test_what_differs_from_what_stands_is_refused(db, person) -> None:
    assert refused("stations_differing_from_what_stands.csv", person("ana")) == [
        ("A066", "row 2"),
        ("A068", "row 3"),
        ("A068", "row 4"),
    ]


def test_a_code_twice_in_one_file_is_named_before_anything_is_done(db) -> None:
    name = "stations_same_code_twice.csv"
    table = read_table((TABLES / name).read_bytes(), name=name, columns=actions.STATIONS)
    assert [(one.code, one.facts["row"]) for one in table.problems] == [("R501", 3), ("R501", 4)]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_can_be_brought_in_again_and_asks_for_nothing(db, person, form) -> None:
    rows = [row_of(one) for one in queries.stations(plan.election("az2024"))]
    with pytest.raises(Refused) as caught:
        bring(f"stations.{form}", person("ana"), octets_of(rows, form))
    assert [one.code for one in caught.value.problems] == ["A053"]
