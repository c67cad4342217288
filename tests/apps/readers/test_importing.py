"""The page of an import: checked and shown first, kept when confirmed, and nothing of a wrong file."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from legation.accounts.models import User
from legation.integrity import queries as log
from legation.missions import queries as missions

TABLES = Path(__file__).parents[2] / "assets" / "tables"
ADDRESS = "/az2024/missions/import/missions/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def ben() -> Client:
    client = Client()
    client.force_login(User.objects.get(code="ben"))
    return client


def sent(name: str) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, (TABLES / name).read_bytes())}


def test_a_file_in_order_is_shown_and_not_yet_kept(ben) -> None:
    size = log.size()
    answer = ben.post(ADDRESS, sent("missions.csv"))
    assert (answer.status_code, answer.context["acts"], len(answer.context["rows"])) == (200, 2, 2)
    assert (log.size(), len(missions.missions("AZ"))) == (size, 46)


def test_what_was_shown_is_kept_when_confirmed(ben) -> None:
    digest = ben.post(ADDRESS, sent("missions.csv")).context["digest"]
    answer = ben.post(ADDRESS, {"confirmed": digest})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/az2024/missions/")
    assert len(missions.missions("AZ")) == 48


def test_confirming_twice_keeps_once_and_says_so_by_row(ben) -> None:
    digest = ben.post(ADDRESS, sent("missions.csv")).context["digest"]
    ben.post(ADDRESS, {"confirmed": digest})
    answer = ben.post(ADDRESS, {"confirmed": digest})
    assert answer.status_code == 422
    assert [(one["row"], one["code"]) for one in answer.context["problems"]] == [(2, "A006"), (3, "A006")]


def test_what_is_wrong_stands_by_row_and_column_with_what_stands_there(ben) -> None:
    answer = ben.post(ADDRESS, sent("missions_wrong_cells.csv"))
    assert answer.status_code == 422
    told = [(one["row"], one["column"], one["found"], one["code"]) for one in answer.context["problems"]]
    assert told == [
        (2, "zone", "UTC+1", "R422"),
        (3, "name", "", "R401"),
        (4, "kind", "castle", "R425"),
        (4, "country", "NOR", "R424"),
    ]


def test_no_file_is_said_beside_the_field(ben) -> None:
    assert "No file was chosen" in ben.post(ADDRESS).content.decode()


def test_a_file_that_nobody_brought_is_not_found(ben) -> None:
    assert ben.post(ADDRESS, {"confirmed": "0" * 64}).status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("what", ["missions/import/missions", "missions/import/voters", "stations/import"], ids=str)
def test_templates_are_offered(ben, what, form) -> None:
    page = ben.get(f"/az2024/{what}/")
    address = f"/az2024/{what}/template/{form}/"
    assert f'href="{address}"' in page.content.decode()
    assert ben.get(address).headers["Content-Disposition"].endswith(f'.{form}"')
