"""Missions and registered voters from files, good and bad: by row, or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from legation.base import files
from legation.integrity import queries as log
from legation.missions import actions, queries
from legation.plan import queries as plan
from legation.readers.bringing import tried
from legation.readers.tables import Table, read_table
from legation_core.problems import Refused

TABLES = Path(__file__).parents[2] / "assets" / "tables"
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


def read(name: str, what: str = "missions") -> Table:
    columns = {"missions": actions.MISSIONS, "voters": actions.VOTERS}[what]
    return read_table((TABLES / name).read_bytes(), name=name, columns=columns)


def bring(name: str, what: str, by) -> int:
    digest = files.keep((TABLES / name).read_bytes(), name)
    return actions.importable(what, "az2024", by=by, at=AT).keep(read(name, what).rows, digest)


def test_missions_of_a_file_are_registered(db, person) -> None:
    assert bring("missions.csv", "missions", person("ben")) == 2
    found = [queries.mission("AZ", code) for code in ("oslo", "bergen")]
    assert [(one.kind, one.zone, one.address, one.working_days) for one in found] == [
        ("embassy", "Europe/Oslo", "Storgata 1", "1111100"),
        ("consulate", "Europe/Oslo", "", "1111100"),
    ]
    [record] = log.records(jurisdiction="AZ", kind="missions_imported").records[:1]
    assert files.read(record.facts["file"])[1] == "missions.csv"


def test_headings_and_kinds_may_be_azerbaijani(db, person) -> None:
    assert bring("missions_azerbaijani_headings.csv", "missions", person("ben")) == 1
    found = queries.mission("AZ", "oslo")
    assert (found.kind, found.names["az"], found.names["en"]) == ("embassy", "Norveçdəki Səfirlik", "Embassy in Norway")


def test_wrong_cells_are_named_by_row_and_column() -> None:
    found = [(one.code, one.facts["row"], one.facts["column"]) for one in read("missions_wrong_cells.csv").problems]
    assert found == [
        ("R422", 2, "zone"), ("R401", 3, "name"), ("R425", 4, "kind"), ("R424", 4, "country"),
    ]  # fmt: skip


def test_what_the_rows_already_there_forbid_is_named_by_row(db, person) -> None:
    with pytest.raises(Refused) as refused:
        bring("missions_taken_and_misspelt_code.csv", "missions", person("ben"))
    assert [(one.code, one.where) for one in refused.value.problems] == [("A006", "row 3"), ("A047", "row 4")]


def test_voters_of_a_file_are_reported(db, person) -> None:
    assert bring("voters.csv", "voters", person("ben")) == 3
    found = queries.registered(plan.election("az2024"), ["tabriz"])["tabriz"]
    assert (found.total, {(one.ground, one.count, one.basis) for one in found.reports}) == (
        217, {("resident_abroad", 214, "decided"), ("long_mission", 3, "decided")},
    )  # fmt: skip


def test_voters_brought_twice_are_refused_row_by_row(db, person) -> None:
    bring("voters.csv", "voters", person("ben"))
    with pytest.raises(Refused) as refused:
        bring("voters.csv", "voters", person("ben"))
    assert [(one.code, one.where) for one in refused.value.problems] == [("A006", f"row {row}") for row in (2, 3, 4)]


def test_voters_of_unknown_missions_and_grounds(db, person) -> None:
    before = queries.registered(plan.election("az2024"), ["tabriz"])
    with pytest.raises(Refused) as refused:
        bring("voters_unknown_mission_and_ground.csv", "voters", person("ben"))
    assert [(one.code, one.where) for one in refused.value.problems] == [("A040", "row 2"), ("A045", "row 3")]
    assert queries.registered(plan.election("az2024"), ["tabriz"]) == before


def test_voters_with_wrong_cells() -> None:
    found = [(one.code, one.facts["column"]) for one in read("voters_wrong_cells.csv", "voters").problems]
    assert found == [("R413", "count"), ("R415", "as_of"), ("R401", "source")]


def test_trying_does_everything_and_takes_it_back(db, person) -> None:
    size = log.size()
    what = actions.importable("missions", "az2024", by=person("ben"), at=AT)
    assert tried(what, read("missions.csv").rows, "0" * 64) == 2
    assert (log.size(), len(queries.missions("AZ"))) == (size, 46)
