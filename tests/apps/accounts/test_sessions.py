"""Sessions: listed, ended, too old; signing in again in place loses nothing that was typed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from legation.accounts.models import SignedIn, User
from legation.base import clock
from tests.apps.accounts.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]

SignsIn = Callable[..., Client]
Enrolled = tuple[User, tuple[str, ...]]


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    monkeypatch.setattr(clock, "real", lambda: datetime.now(UTC) + by)


def test_one_session_ends_another(signs_in: SignsIn) -> None:
    here, there = signs_in(0), signs_in(1)
    number = SignedIn.objects.get(key=there.cookies["sessionid"].value).pk
    here.post("/account/sessions/end/", {"session": number})
    assert (here.get("/account/").status_code, there.get("/account/").status_code) == (200, 302)


def test_all_others_end(signs_in: SignsIn) -> None:
    here, there, third = signs_in(0), signs_in(1), signs_in(2)
    here.post("/account/sessions/end/")
    assert [one.get("/account/").status_code for one in (here, there, third)] == [200, 302, 302]


def test_nobody_ends_the_session_of_another_person(signs_in: SignsIn, as_person: Callable[[str], Client]) -> None:
    signed = signs_in()
    answer = as_person("ben").post("/account/sessions/end/", {"session": SignedIn.objects.get().pk})
    assert (answer.status_code, signed.get("/account/").status_code) == (409, 200)


@pytest.mark.parametrize(("hours", "status"), [(1.9, 200), (2, 302), (12, 302)])
def test_a_session_ends_by_itself(
    signs_in: SignsIn, monkeypatch: pytest.MonkeyPatch, hours: float, status: int
) -> None:
    client = signs_in()
    later(monkeypatch, timedelta(hours=hours))
    assert client.get("/account/").status_code == status


def test_signing_out_ends_it_on_the_server(signs_in: SignsIn) -> None:
    client = signs_in()
    key = client.cookies["sessionid"].value
    client.post("/sign-out/")
    other = Client()
    other.cookies["sessionid"] = key
    assert other.get("/account/").status_code == 302


def test_a_new_password_ends_every_other_session(signs_in: SignsIn) -> None:
    here, there = signs_in(0), signs_in(1)
    here.post("/enrol/password/", {"password": "another row of words", "once_more": "another row of words"})
    assert (here.get("/account/").status_code, there.get("/account/").status_code) == (200, 302)


def test_what_was_typed_into_an_ended_session_is_sent_after_signing_in(enrolled: Enrolled, signs_in: SignsIn) -> None:
    client = signs_in(0)
    SignedIn.objects.update(seen=clock.real() - timedelta(hours=3))
    typed = {"reason": "a long text\nof two lines", "days": ["1", "2"]}
    answer = client.post("/az2024/missions/tabriz/change/?field=city", typed)
    assert answer["Location"].startswith("/sign-in/?")
    client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    assert client.post("/sign-in/second/", {"typed": enrolled[1][1]})["Location"] == "/sign-in/kept/"
    held = client.get("/sign-in/kept/").context["held"]
    assert (held["path"], held["fields"]) == (
        "/az2024/missions/tabriz/change/?field=city",
        [["reason", "a long text\nof two lines"], ["days", "1"], ["days", "2"]],
    )


def test_what_was_typed_is_not_shown_to_somebody_else(
    enrolled: Enrolled, signs_in: SignsIn, as_person: Callable[[str], Client]
) -> None:
    client = signs_in(0)
    SignedIn.objects.update(seen=clock.real() - timedelta(hours=3))
    client.post("/az2024/missions/tabriz/change/", {"reason": "for my eyes"})
    from legation.accounts import queries

    client.force_login(queries.user("ben"))
    answer = client.get("/sign-in/kept/")
    assert (answer.status_code, b"for my eyes" in answer.content) == (302, False)


def test_an_act_of_weight_asks_again_in_place(
    enrolled: Enrolled, signs_in: SignsIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signs_in(0)
    later(monkeypatch, timedelta(minutes=16))
    answer = client.get("/enrol/codes/")
    assert answer["Location"] == "/sign-in/again/?next=/enrol/codes/"
    client.get(answer["Location"])
    before = client.cookies["sessionid"].value
    assert client.post("/sign-in/again/", {"password": "quite another one"}).status_code == 422
    assert client.post("/sign-in/again/", {"password": PASSWORD})["Location"] == "/enrol/codes/"
    assert client.cookies["sessionid"].value != before
    assert client.get("/enrol/codes/").status_code == 200


def test_a_browser_is_named_in_words(enrolled: Enrolled) -> None:
    agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
    client = Client(headers={"User-Agent": agent})
    client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    client.post("/sign-in/second/", {"typed": enrolled[1][0]})
    assert SignedIn.objects.get().device == "Firefox, Windows"


def test_old_tries_and_sessions_are_forgotten(signs_in: SignsIn, monkeypatch: pytest.MonkeyPatch) -> None:
    from legation.accounts import jobs
    from legation.accounts.models import Attempt

    signs_in()
    Client().post("/sign-in/", {"code": "tabriz-2", "password": "quite another one"})
    jobs.forget()
    assert (Attempt.objects.count(), SignedIn.objects.count()) == (1, 1)
    later(monkeypatch, timedelta(days=31))
    jobs.forget()
    assert (Attempt.objects.count(), SignedIn.objects.count()) == (0, 0)
