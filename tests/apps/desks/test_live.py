"""Pages that keep themselves up to date: 304 while nothing changed, at the cost of one small query."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from legation.base import clock
from legation.desks.changes import last_visit
from legation.integrity.models import Head
from legation.stations import actions as stations

pytestmark = pytest.mark.django_db
PAGES = ["/az2024/", "/az2024/day/"]
ASKS = {"HTTP_X_ASKS_AGAIN": "yes"}


def asked_again(client: Client, page: str, version: str, **more: str) -> Any:
    return client.get(page, HTTP_IF_NONE_MATCH=version, **ASKS, **more)


def something_is_recorded(person) -> None:
    stations.change_address(
        election="az2024", station="tabriz", address="New street 5", reason="Larger hall",
        effective_on=clock.now().date(), by=person("cora"), at=clock.now(),
    )  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_unchanged_it_is_not_sent_again(as_person, page) -> None:
    client = as_person("ana")
    version = client.get(page)["ETag"]
    answer = asked_again(client, page, version)
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", version)
    assert asked_again(client, page, f"W/{version}").status_code == 304


@pytest.mark.parametrize("page", PAGES)
def test_after_a_record_it_is_sent_with_another_version(as_person, person, page) -> None:
    client = as_person("ana")
    version = client.get(page)["ETag"]
    something_is_recorded(person)
    answer = asked_again(client, page, version)
    assert (answer.status_code, answer["ETag"] != version) == (200, True)
    assert f'data-version="{answer["ETag"][1:-1]}"' in answer.content.decode()


def test_it_is_told_anew_when_time_has_gone_on(as_person) -> None:
    client = as_person("ana")
    version = client.get("/az2024/")["ETag"]
    later = clock.now() + timedelta(minutes=5)
    restore = clock.use(lambda: later)
    assert asked_again(client, "/az2024/", version).status_code == 200
    restore()


def test_a_version_holds_for_one_reader_address_and_language(as_person) -> None:
    version = as_person("ana").get("/az2024/")["ETag"]
    ana = as_person("ana")
    answers = [
        asked_again(as_person("ben"), "/az2024/", version),
        asked_again(ana, "/az2024/?since=yesterday", version),
        asked_again(ana, "/az2024/", version, HTTP_ACCEPT_LANGUAGE="az"),
        asked_again(ana, "/az2024/", version),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 304]


def test_whoever_opens_the_page_gets_it_whole(as_person) -> None:
    """Only a script that holds the page is told that it stands: a message after an act is never lost."""
    client = as_person("ana")
    assert client.get("/az2024/", HTTP_IF_NONE_MATCH=client.get("/az2024/")["ETag"]).status_code == 200


def test_a_stranger_with_a_version_meets_the_sign_in(as_person) -> None:
    version = as_person("ana").get("/az2024/")["ETag"]
    assert asked_again(Client(), "/az2024/", version).status_code == 302
    assert asked_again(as_person("dan"), "/az2024/", version).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_asking_costs_one_query_beyond_knowing_who_asks(as_person, page) -> None:
    client = as_person("ana")
    version = client.get(page)["ETag"]
    with CaptureQueriesContext(connection) as caught:
        assert asked_again(client, page, version).status_code == 304
    tables = [one["sql"].split(' FROM "')[1].split('"')[0] for one in caught]
    assert tables == ["django_session", "accounts_user", "accounts_rolegrant", Head._meta.db_table]


def test_a_page_left_open_is_no_visit(as_person) -> None:
    session: dict = {"seen": {"az2024": ("", "2024-01-23T05:00:00+00:00")}}
    later = clock.now() + timedelta(hours=2)
    assert last_visit(session, "az2024", later, visits=False) is None
    assert session == {"seen": {"az2024": ("", "2024-01-23T05:00:00+00:00")}}
