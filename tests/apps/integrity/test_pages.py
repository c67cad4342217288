"""Pages of the log: sentences, filters, one record with what proves it, and how anyone verifies it."""

import pytest

from legation.integrity import checkpoints
from legation.integrity import queries as log
from legation.integrity.kinds import known_kinds
from legation_core.__main__ import main

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/log/", "/log/3/", "/log/verify/", "/log/checkpoint/", "/log/3/octets/"])
@pytest.mark.parametrize(("person", "status"), [("ana", 200), ("cora", 200), ("gus", 200)])
def test_pages_of_the_log_are_for_everybody_of_the_jurisdiction(as_person, path, person, status) -> None:
    assert as_person(person).get(path).status_code == status


def test_record_of_another_jurisdiction_is_not_found(as_person) -> None:
    client = as_person("dan")
    assert [client.get(path).status_code for path in ("/log/60/", "/log/60/octets/", "/log/60/receipt/")] == [404] * 3
    assert {line["record"].jurisdiction for line in client.get("/log/").context["lines"]} == {"ZZ"}


def test_log_is_newest_first_and_paged_by_index(as_person) -> None:
    client = as_person("gus")
    indexes = [line["record"].index for line in client.get("/log/?election=az2024").context["lines"]]
    assert (len(indexes), indexes[0], indexes == sorted(indexes, reverse=True)) == (100, log.size() - 1, True)
    older = client.get(f"/log/?election=az2024&before={indexes[-1]}").context["lines"]
    assert older[0]["record"].index < indexes[-1]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("?kind=station_created", 49),
        ("?kind=election_opened", 1),
        ("?subject=station:tabriz&election=az2024", 4),
        ("?election=no-such", 0),
    ],
)
def test_log_is_filtered_by_its_address(as_person, query, total) -> None:
    assert as_person("gus").get(f"/log/{query}").context["found"].total == total


def test_a_bound_that_is_no_number_bounds_nothing(as_person) -> None:
    """Everything but the record of another jurisdiction is there."""
    assert as_person("gus").get("/log/?before=x").context["found"].total == log.size() - 1


def test_sentences_say_days_as_people_read_them(as_person) -> None:
    line = as_person("gus").get("/log/?kind=election_opened").context["lines"][0]
    assert (line["title"], line["sentence"]) == (
        "Election opened",
        "The central commission opened the election, called on Thu 7 Dec 2023, and set its day: Wed 7 Feb 2024.",
    )


def test_every_kind_of_record_has_a_title() -> None:
    assert [kind.name for kind in known_kinds() if not kind.title] == []


def test_record_downloads_verify_without_the_system(as_person, tmp_path) -> None:
    checkpoints.sign_if_grown()
    client = as_person("gus")
    shown = client.get("/log/200/").context
    receipt, record = tmp_path / "receipt", tmp_path / "record"
    receipt.write_bytes(client.get("/log/200/receipt/").content)
    record.write_bytes(client.get("/log/200/octets/").content)
    assert (shown["covered"], main(["receipt", str(receipt), str(record), "--key", shown["key"]])) == (True, 0)


def test_receipt_is_refused_while_no_checkpoint_covers_the_record(as_person) -> None:
    client = as_person("gus")
    assert (client.get("/log/200/").context["covered"], client.get("/log/200/receipt/").status_code) == (False, 409)


@pytest.mark.parametrize("query", ["?kind=station_created", "?kind=election_opened"])
def test_log_asks_the_database_as_often_for_many_records_as_for_one(
    as_person, query, django_assert_max_num_queries
) -> None:
    client = as_person("gus")
    with django_assert_max_num_queries(16):
        client.get(f"/log/{query}")
