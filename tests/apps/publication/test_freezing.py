"""What is frozen, what is left out, and that nothing is written where nothing changed."""

import json
from datetime import UTC, date, datetime

import pytest

from legation.publication import actions, queries
from legation.stations import actions as stations
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


@pytest.fixture
def frozen(db, person) -> actions.Result:
    return actions.freeze(election="az2024", by=person("eli"), at=AT)


def read(path: str) -> object:
    return json.loads(queries.newest("az2024").octets(path))


def test_nothing_changed_writes_nothing(frozen, person) -> None:
    again = actions.freeze(election="az2024", by=person("eli"), at=AT)
    assert (again.number, again.manifest, again.changed) == (frozen.number, frozen.manifest, 0)


def test_one_changed_station_changes_its_document_and_the_lists_that_show_it(frozen, person) -> None:
    before = queries.newest("az2024").documents
    change = {"address": "12 Bahar Street", "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
    stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=AT, **change)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    after = queries.newest("az2024").documents
    assert {path for path in after if after[path] != before[path]} == {
        "stations/tabriz.json",
        "changes.json",
        "records.json",
    }


def test_an_inferred_number_is_not_published(frozen) -> None:
    assert (read("stations/seoul.json")["number"], read("stations/seoul.json")["district"]) == (None, None)
    assert read("stations/rome.json")["number"] == 39


def test_the_ministry_does_not_freeze(db, person) -> None:
    with pytest.raises(Refused) as refused:
        actions.freeze(election="az2024", by=person("ben"), at=AT)
    assert refused.value.code == "A001"
