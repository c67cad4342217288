"""Earlier elections: kept from a table, frozen with what may be claimed, refused with what is wrong."""

import json
from datetime import UTC, date, datetime

import pytest

from legation.base.actors import OutOfScope
from legation.publication import actions, queries
from legation.publication.models import EarlierFigure
from legation.readers.tables import read_table
from legation.rehearsal.script.az2024_data import FOLDER
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
HEAD = "election,name,name_az,day,measure,value,precision,stage,source\n"


def bring(text: str, by: object, election: str = "az2024") -> int:
    table = read_table((HEAD + text).encode(), name="history.csv", columns=actions.HISTORY)
    assert table.problems == ()
    return actions.keep_table(election, table.rows, "", by=by, at=AT)


def frozen_history(person) -> dict:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return json.loads(queries.newest("az2024").octets("history.json"))


def test_the_claims_of_the_demonstration_are_computed(db, person) -> None:
    claims = {one["measure"]: one for one in frozen_history(person)["claims"]}
    assert (claims["stations"]["verdict"], claims["stations"]["highest"]["value"]) == ("holds", 41)
    assert claims["countries"]["verdict"] == "denied"
    assert [(one["election"], one["value"], one["precision"]) for one in claims["countries"]["against"]] == [
        ("president-2013", 38, "exact"),
        ("referendum-2016", 40, "about"),
    ]


def test_the_number_that_two_sources_give_to_two_things_is_named(db, person) -> None:
    pairs = frozen_history(person)["mixed_up"]
    assert [[(one["measure"], one["value"]) for one in pair] for pair in pairs] == [
        [("stations", 38), ("countries", 38)],
    ]


def test_a_table_replaces_what_was_kept(db, person) -> None:
    assert bring("p,President,,2018-04-11,stations,60,exact,held,https://a.example/\n", person("eli")) == 1
    assert list(EarlierFigure.objects.values_list("earlier", "value", "day")) == [("p", 60, date(2018, 4, 11))]
    assert frozen_history(person)["claims"][0]["verdict"] == "denied"


def test_what_is_wrong_is_named_by_its_row_and_nothing_is_kept(db, person) -> None:
    before = EarlierFigure.objects.count()
    with pytest.raises(Refused) as refused:
        bring("p,P,,2018-04-11,stations,1,exact,held,https://a.example/\nq,Q,,2025-01-01,stations,1,exact,held,no\n",
              person("eli"))  # fmt: skip
    assert [(one.code, one.where) for one in refused.value.problems] == [("N401", "row 3"), ("N403", "row 3")]
    assert EarlierFigure.objects.count() == before


def test_only_who_publishes_keeps_them(db, person) -> None:
    row = "p,P,,2018-04-11,stations,1,exact,held,https://a.example/\n"
    with pytest.raises(Refused) as refused:
        bring(row, person("ben"))
    assert refused.value.code == "A001"
    with pytest.raises(OutOfScope):
        bring(row, person("eli"), election="ro2019")


def test_the_table_of_the_demonstration_comes_in_by_its_template(db) -> None:
    octets = (FOLDER / "history_said.csv").read_bytes()
    assert read_table(octets, name="history_said.csv", columns=actions.HISTORY).problems == ()
