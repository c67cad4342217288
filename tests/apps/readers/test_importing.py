"""The page of an import: taken at once, checked by the worker, shown, kept when confirmed; nothing of a wrong file."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import translation

from legation.accounts.models import RoleGrant, User
from legation.base import clock, files, queue
from legation.base.models import QueuedJob
from legation.integrity import queries as log
from legation.missions import queries as missions
from legation.readers import bringing
from legation.readers.models import Bringing

TABLES = Path(__file__).parents[2] / "assets" / "tables"
ADDRESS = "/az2024/missions/import/missions/"
pytestmark = pytest.mark.django_db


def signed_in(code: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(code=code))
    return client


@pytest.fixture
def ben() -> Client:
    return signed_in("ben")


def sent(name: str) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, (TABLES / name).read_bytes())}


def brought(client: Client, name: str) -> HttpResponse:
    """The page of a file that was sent and checked."""
    address = client.post(ADDRESS, sent(name)).headers["Location"]
    queue.run_waiting()
    return client.get(address)


def confirmed(client: Client, page) -> str:
    return client.post(ADDRESS, {"confirmed": page.context["brought"].token}).headers["Location"]


def test_a_file_is_taken_at_once_and_read_by_the_worker_alone(ben, monkeypatch) -> None:
    monkeypatch.setattr(bringing, "read_table", None)
    answer = ben.post(ADDRESS, sent("missions.csv"))
    page = ben.get(answer.headers["Location"])
    assert (answer.status_code, page.status_code, page.context["waiting"]) == (302, 200, True)
    assert f'href="{answer.headers["Location"]}"' in page.content.decode()


def test_a_file_in_order_is_shown_and_not_yet_kept(ben) -> None:
    size = log.size()
    page = brought(ben, "missions.csv")
    assert (page.status_code, page.context["brought"].found["acts"], len(page.context["first"]["rows"])) == (200, 2, 2)
    assert (log.size(), len(missions.missions("AZ"))) == (size, 46)


def test_what_was_shown_is_kept_when_confirmed(ben) -> None:
    address = confirmed(ben, brought(ben, "missions.csv"))
    assert (ben.get(address).context["waiting"], len(missions.missions("AZ"))) == (True, 46)
    queue.run_waiting()
    answer = ben.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/az2024/missions/")
    assert len(missions.missions("AZ")) == 48


def test_confirming_twice_keeps_once(ben) -> None:
    page = brought(ben, "missions.csv")
    confirmed(ben, page)
    confirmed(ben, page)
    assert (queue.run_waiting(), QueuedJob.objects.count()) == (1, 0)
    size = log.size()
    confirmed(ben, page)
    assert (queue.run_waiting(), log.size(), len(missions.missions("AZ"))) == (0, size, 48)


def test_what_another_kept_in_between_is_said_by_row(ben) -> None:
    first, second = brought(ben, "missions.csv"), brought(ben, "missions.csv")
    confirmed(ben, first)
    queue.run_waiting()
    address = confirmed(ben, second)
    queue.run_waiting()
    answer = ben.get(address)
    assert answer.status_code == 422
    assert [(one["row"], one["code"]) for one in answer.context["problems"]] == [(2, "A006"), (3, "A006")]


def test_what_is_wrong_stands_by_row_and_column_with_what_stands_there(ben) -> None:
    answer = brought(ben, "missions_wrong_cells.csv")
    assert answer.status_code == 422
    told = [(one["row"], one["column"], one["found"], one["code"]) for one in answer.context["problems"]]
    assert told == [
        (2, "zone", "UTC+1", "R422"),
        (3, "name", "", "R401"),
        (4, "kind", "castle", "R425"),
        (4, "country", "NOR", "R424"),
    ]


def test_a_missing_heading_is_named_as_in_the_readers_template(ben) -> None:
    address = ben.post(ADDRESS, {"file": SimpleUploadedFile("a.csv", b"code,name\nx,X\n")}).headers["Location"]
    queue.run_waiting()
    page = ben.get(address, headers={"accept-language": "az"})
    told = [one["sentence"] for one in page.context["problems"] if "Saat qurşağı" in one["sentence"]]
    assert (len(told), page.context["problems"][0]["place"]) == (1, "1-ci sətir")
    translation.activate("en")


def test_an_empty_file_is_refused_at_once(ben) -> None:
    answer = ben.post(ADDRESS, {"file": SimpleUploadedFile("empty.csv", b"")})
    assert (answer.status_code, [one["code"] for one in answer.context["problems"]]) == (422, ["A020"])


def test_no_file_is_said_beside_the_field(ben) -> None:
    assert "No file was chosen" in ben.post(ADDRESS).content.decode()


def test_a_file_of_another_person_role_or_table_is_not_found(ben) -> None:
    address = ben.post(ADDRESS, sent("missions.csv")).headers["Location"]
    token = address.partition("=")[2]
    assert ben.get(f"/az2024/missions/import/voters/?brought={token}").status_code == 404
    Bringing.objects.update(role="mission_head")
    assert ben.get(address).status_code == 404
    assert ben.post(ADDRESS, {"confirmed": token}).status_code == 404
    assert ben.post(ADDRESS, {"confirmed": "0" * 16}).status_code == 404


def test_whoever_lost_the_role_brings_nothing_in(ben) -> None:
    page = brought(ben, "missions.csv")
    confirmed(ben, page)
    RoleGrant.objects.filter(user__code="ben").update(until=clock.now() - timedelta(days=1))
    queue.run_waiting()
    assert Bringing.objects.get().found["problems"][0][0] == "A007"
    assert len(missions.missions("AZ")) == 46


def test_who_brought_which_file_is_forgotten_after_a_week(ben) -> None:
    brought(ben, "missions.csv")
    Bringing.objects.update(brought_at=clock.real() - bringing.REMEMBERED - timedelta(minutes=1))
    bringing.forget()
    assert Bringing.objects.count() == 0


def test_an_unreadable_store_leaves_the_job_for_the_next_worker(ben) -> None:
    address = ben.post(ADDRESS, sent("missions.csv")).headers["Location"]
    path = files.path_of(Bringing.objects.get().sha256)
    octets = path.read_bytes()
    path.unlink()
    with pytest.raises(FileNotFoundError):
        queue.run_waiting()
    path.write_bytes(octets)
    QueuedJob.objects.update(taken_until=clock.real() - timedelta(seconds=1))
    assert (queue.run_waiting(), ben.get(address).context["waiting"]) == (1, False)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("what", ["missions/import/missions", "missions/import/voters", "stations/import"], ids=str)
def test_templates_are_offered(ben, what, form) -> None:
    page = ben.get(f"/az2024/{what}/")
    address = f"/az2024/{what}/template/{form}/"
    assert f'href="{address}"' in page.content.decode()
    assert ben.get(address).headers["Content-Disposition"].endswith(f'.{form}"')
