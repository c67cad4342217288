"""`legation inquiries`: the register at a terminal; what was asked is told to a person who may read it alone."""

import csv
import io
import json

import pytest

from legation.coordination.actions import inquiries
from legation.coordination.models import Inquiry
from legation.project.cli import main
from tests.apps.coordination.matters import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(person) -> tuple[str, str]:
    """Two missions ask."""
    told = {"election": "az2024", "category": "voting", "urgency": "ordinary", "language": "en", "text": "?", "at": AT}
    beijing = inquiries.ask(subject="Pelikan", by=person("head-beijing"), **told)
    return beijing, inquiries.ask(subject="Flamingo", by=person("head-rome"), **told)


def test_without_a_person_every_inquiry_and_no_subject(asked, capsys) -> None:
    assert main(["inquiries", "az2024", "--csv"]) == 0
    text = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (len(rows), set(asked) <= {row["inquiry"] for row in rows}) == (Inquiry.objects.count(), True)
    assert [word in text for word in ("Pelikan", "Flamingo", "subject")] == [False, False, False]


def test_a_mission_reads_its_own(asked, capsys) -> None:
    assert main(["inquiries", "az2024", "--by", "head-beijing", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["mission"] for row in rows} == {"beijing"}
    assert next(row["subject"] for row in rows if row["inquiry"] == asked[0]) == "Pelikan"
