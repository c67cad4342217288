"""Lawbooks at the browser: read as tables, compared, proposed with every error named, adopted by two persons."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from legation.plan import queries
from legation_core.lawbook.model import Form

pytestmark = pytest.mark.django_db

BOOK = Path(__file__).parents[3] / "src/legation_core/lawbook/books/az.toml"


@pytest.fixture
def digest() -> str:
    return queries.lawbooks("AZ")[0].digest


def second_version() -> bytes:
    """The lawbook with another version and another limit of voters."""
    octets = BOOK.read_bytes().replace(b'version = "1"', b'version = "2"')
    return octets.replace(b"\nvalue = 1500\n", b"\nvalue = 1400\n")


def propose(client, octets: bytes, name: str = "az.toml") -> object:
    return client.post("/lawbooks/propose/", {"file": SimpleUploadedFile(name, octets)})


@pytest.mark.parametrize(("person", "status"), [("ana", 200), ("ben", 200), ("cora", 200), ("gus", 200), ("dan", 404)])
def test_lawbook_is_read_by_everybody_of_the_jurisdiction(as_person, digest, person, status) -> None:
    client = as_person(person)
    paths = [f"/lawbooks/{digest}/{part}" for part in ("", "compare/", "source/")]
    assert [client.get(path).status_code for path in paths] == [status] * 3


@pytest.mark.parametrize(("person", "status"), [("ana", 200), ("eli", 200), ("ben", 404), ("cora", 404), ("gus", 404)])
@pytest.mark.parametrize("path", ["/lawbooks/propose/", "/elections/open/"])
def test_pages_of_the_commission_exist_for_the_commission(as_person, path, person, status) -> None:
    assert as_person(person).get(path).status_code == status


def test_lawbook_shows_every_entry_and_how_many_are_assumed(as_person, digest) -> None:
    context = as_person("gus").get(f"/lawbooks/{digest}/").context
    book = queries.lawbook("AZ", digest)
    forms = sum(len(item.lines) + len(item.figures) + len(item.relations) - 1 for item in book_forms(book))
    assert context["total"] == len(book.provisions) + forms
    only = as_person("gus").get(f"/lawbooks/{digest}/?only=assumed").context["chapters"]
    assert sum(chapter.rows for chapter in only) == context["assumed"]


def book_forms(book) -> list[Form]:
    return [item for _topic, item in book.provisions if isinstance(item, Form)]


def test_source_is_the_file_octet_by_octet(as_person, digest) -> None:
    assert as_person("gus").get(f"/lawbooks/{digest}/source/").content == BOOK.read_bytes()


def test_broken_lawbook_is_sent_back_with_line_and_remedy(as_person) -> None:
    broken = BOOK.read_bytes().replace(b'home_zone = "Asia/Baku"', b'home_zone = "Asia/Bakoo"')
    answer = propose(as_person("eli"), broken)
    text = answer.content.decode()
    assert (answer.status_code, "1 thing is wrong in az.toml; nothing was kept" in text) == (422, True)
    assert "Asia/Bakoo" in text
    assert "Asia/Baku" in text
    assert len(queries.lawbooks("AZ")) == 1


def test_lawbook_is_adopted_by_two_persons(as_person) -> None:
    answer = propose(as_person("eli"), second_version())
    digest = answer["Location"].split("/")[2]
    own = as_person("eli").post(f"/lawbooks/{digest}/adopt/", {"decision": "7"})
    assert (own.status_code, own.context["code"]) == (409, "A005")
    other = as_person("ana").post(f"/lawbooks/{digest}/adopt/", {"decision": "7"})
    assert (other.status_code, [one.in_use for one in queries.lawbooks("AZ")]) == (302, [False, True])
    as_person("eli").post(f"{other['Location']}confirm/")
    assert [one.in_use for one in queries.lawbooks("AZ")] == [True, False]
    again = as_person("ana").post(f"/lawbooks/{digest}/adopt/", {"decision": "7"})
    assert (again.status_code, again.context["code"]) == (409, "A006")


def test_comparison_names_what_changes(as_person, digest) -> None:
    location = propose(as_person("eli"), second_version())["Location"]
    context = as_person("gus").get(f"{location}compare/").context
    changes = {title: [(one.field, one.before, one.after) for one in found] for title, found in context["groups"]}
    assert context["other"].digest == digest
    assert changes == {"When a mission has stations": [("value", "1500", "1400")]}


def test_comparison_with_a_version_of_nobody_is_not_found(as_person, digest) -> None:
    assert as_person("ana").get(f"/lawbooks/{digest}/compare/?with=0000").status_code == 404
