"""A mission's whole file: everything about it on one page, for its own readers alone, and as one signed bundle."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legation.coordination import actions as papers
from legation.coordination.convert.papers import Content
from legation.desks.mission_bundle import mission_bundle, pdf
from legation.desks.mission_file import mission_file
from legation.desks.mission_sections import sections
from legation.integrity import bundles, checkpoints
from legation.integrity import queries as log
from legation.project.cli import main
from legation.stations import actions as stations
from legation.stations.models import Station
from legation_core.integrity import bundles as core
from legation_core.integrity.keys import parse_key
from legation_core.lawbook.papers import Kind
from legation_core.problems import Refused

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)
FILE = "/az2024/missions/tabriz/file/"


def moved(person) -> None:
    """The station at Tabriz gets another address."""
    stations.change_address(
        election="az2024", station="tabriz", address="New street 5", reason="Larger hall", effective_on=NOW.date(),
        by=person("cora"), at=NOW,
    )  # fmt: skip


def told(person, code: str, key: str) -> list[list[str]]:
    """The rows of every section of a kind, as a reader sees them."""
    found = sections(mission_file(person(code), "az2024", "tabriz", NOW))
    return [[cell.text for cell in row] for one in found if one.key == key for row in one.rows]


def test_every_part_stands_on_one_page(person) -> None:
    found = [one.key for one in sections(mission_file(person("cora"), "az2024", "tabriz", NOW))]
    assert found == [
        "record", "holidays", "people", "rule", "voters", "stations", "consent", "papers", "deadlines", "records"
    ]  # fmt: skip


def test_a_change_says_what_was_and_what_became(person) -> None:
    before = mission_file(person("cora"), "az2024", "tabriz", NOW).stations[0].address
    moved(person)
    assert told(person, "cora", "changes") == [["Address", before or "–", "New street 5", "Tue 23 Jan", "Larger hall"]]


def test_records_are_told_with_their_numbers_the_newest_first(person) -> None:
    moved(person)
    (number, _at, text), *_older = told(person, "cora", "records")
    assert (int(number), "New street 5" in text) == (log.size() - 1, True)


def test_the_rule_is_told_with_its_article(person) -> None:
    says = "1 station is due (Election Code, art. 35.6; Election Code, art. 35.3.1)"
    assert told(person, "cora", "rule")[1] == ["Rule", says]


def test_deadlines_say_what_is_done_and_what_is_due(person) -> None:
    states = {row[0]: row[3] for row in told(person, "cora", "deadlines")}
    assert states["Stations abroad created"] == "done"
    assert set(states.values()) <= {"done", "the day has passed", "due soon", "not due yet"}


@pytest.mark.parametrize(
    ("code", "status"), [("ana", 200), ("ben", 200), ("cora", 200), ("gus", 200), ("dan", 404), ("head-kars", 404)]
)
@pytest.mark.parametrize("page", ["", "print/", "bundle/"])
def test_only_its_own_mission_and_the_institutions_open_it(as_person, code, status, page) -> None:
    assert as_person(code).get(FILE + page).status_code == status


def test_persons_are_named_to_the_mission_and_not_to_the_auditor(person) -> None:
    named = [mission_file(person(code), "az2024", "tabriz", NOW).persons for code in ("cora", "ben", "gus")]
    assert named == [True, True, False]


def draft(person, file: tuple[bytes, str] | None = None) -> str:
    return papers.draft_paper(
        election="az2024", kind=Kind.LETTER, body="head_of_mission", content=Content("Draft", "For our eyes."),
        mission="tabriz", file=file, by=person("cora"), at=NOW,
    )  # fmt: skip


def test_a_draft_is_in_the_file_of_its_writer_alone(person) -> None:
    draft(person)
    found = [[one.content.title for one in mission_file(person(code), "az2024", "tabriz", NOW).papers]
             for code in ("cora", "ben")]  # fmt: skip
    assert found == [["Draft"], []]


def another_station(number: int) -> None:
    sample = Station.objects.get(election="az2024", code="tabriz")
    sample.pk, sample.code, sample.number = None, f"tabriz-{number}", 100 + number
    sample.save(force_insert=True)


def queries(as_person) -> int:
    client = as_person("cora")
    client.get(FILE)
    with CaptureQueriesContext(connection) as caught:
        client.get(FILE)
    return len(caught)


def test_a_file_of_any_length_costs_the_same_queries(as_person, person) -> None:
    moved(person)
    draft(person)
    one = queries(as_person)
    for more in range(3):
        draft(person)
        another_station(more)
    assert queries(as_person) == one


def bundle(person, code: str = "cora", language: str = "en") -> bytes:
    return mission_bundle(person(code), "az2024", "tabriz", NOW, language)


def test_the_bundle_verifies_under_both_keys(person) -> None:
    checkpoints.sign_if_grown()
    found = core.verify(bundle(person), bundles.key(), parse_key(log.log_key()))
    records = [one.index for one in mission_file(person("cora"), "az2024", "tabriz", NOW).records]
    assert (found.receipts, found.open_records) == (len(records), 0)
    assert {name for name in found.files if "/" not in name} == {
        "README.txt", "consent.json", "deadlines.json", "file.pdf", "mission.json", "papers.json", "records.json",
        "stations.json", "voters.json",
    }  # fmt: skip
    said = {name: found.facts[name] for name in ("of", "election", "subject", "as_of", "language", "demonstration")}
    assert said == {
        "of": "mission", "election": "az2024", "subject": "tabriz", "as_of": "2024-01-23T05:00:00Z", "language": "en",
        "demonstration": False,
    }  # fmt: skip


def test_the_same_file_gives_the_same_octets(person) -> None:
    checkpoints.sign_if_grown()
    assert bundle(person) == bundle(person)


def test_records_that_nobody_signed_for_yet_have_no_receipt(person) -> None:
    checkpoints.sign_if_grown()
    moved(person)
    found = core.verify(bundle(person), bundles.key())
    assert found.open_records == 1


def test_papers_that_were_brought_are_in_the_bundle(person) -> None:
    draft(person, (b"%PDF-1.7 note", "Note of the host.PDF"))
    digest = sha256(b"%PDF-1.7 note").hexdigest()
    assert core.verify(bundle(person)).files[f"files/{digest}.pdf"] == b"%PDF-1.7 note"
    assert f"files/{digest}.pdf" not in core.verify(bundle(person, "ben")).files


def test_the_parts_hold_no_person_where_the_reader_may_see_none(person) -> None:
    found = {name: content for name, content in core.verify(bundle(person, "gus")).files.items() if name[-4:] == "json"}
    assert isinstance(json.loads(found["mission.json"])["deputies"], int)
    assert not [name for name, content in found.items() if b"cora" in content]


def test_the_paper_is_set_in_azerbaijani_too(person) -> None:
    from django.utils.translation import override

    with override("az"):
        assert pdf(mission_file(person("cora"), "az2024", "tabriz", NOW), "az").startswith(b"%PDF-")


def test_without_its_key_no_bundle_is_made(person, settings, tmp_path: Path) -> None:
    settings.KEYS_DIR = tmp_path
    with pytest.raises(Refused) as refused:
        bundle(person)
    assert refused.value.code == "V903"


def test_the_command_writes_a_bundle_that_the_command_verifies(tmp_path: Path, capsys) -> None:
    target = tmp_path / "tabriz.zip"
    assert main(["mission", "bundle", "az2024", "tabriz", str(target)]) == 0
    keys = ["--key", str(bundles.key()), "--log-key", log.log_key()]
    assert main(["mission", "verify-bundle", str(target), *keys, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert (answer["result"], answer["bundle"]["subject"], answer["records_without_receipt"]) == (
        "verified", "tabriz", 0,
    )  # fmt: skip
    target.write_bytes(target.read_bytes()[:-1])
    assert main(["mission", "verify-bundle", str(target), *keys]) == 1


def test_the_bundle_is_saved_under_a_plain_name(as_person) -> None:
    answer = as_person("cora").get(FILE + "bundle/")
    assert answer["Content-Disposition"] == 'attachment; filename="az2024-tabriz-file.zip"'
