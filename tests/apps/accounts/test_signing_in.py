"""Signing in by password and second factor: what is let in, and everything that is not."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from legation.accounts import actions
from legation.accounts.actions import proving
from legation.accounts.models import Attempt, PrintedCode, SignedIn, User
from legation.base import clock
from tests.apps.accounts.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]

Enrolled = tuple[User, tuple[str, ...]]


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Real time, moved on."""
    monkeypatch.setattr(clock, "real", lambda: datetime.now(UTC) + by)


def test_two_steps_lead_in(signs_in: Callable[..., Client]) -> None:
    client = signs_in()
    assert client.get("/account/").status_code == 200
    assert list(SignedIn.objects.values_list("method", "address")) == [("password", "127.0.0.1")]


def test_the_first_step_alone_opens_nothing(enrolled: Enrolled) -> None:
    client = Client()
    answer = client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/second/")
    assert client.get("/az2024/")["Location"].startswith("/sign-in/?")


def test_the_second_step_alone_opens_nothing(enrolled: Enrolled) -> None:
    answer = Client().post("/sign-in/second/", {"typed": enrolled[1][0]})
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/")


def test_the_second_step_follows_within_ten_minutes(enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    later(monkeypatch, timedelta(minutes=10))
    assert client.post("/sign-in/second/", {"typed": enrolled[1][0]})["Location"] == "/sign-in/"


def test_a_printed_code_works_once(enrolled: Enrolled, signs_in: Callable[..., Client]) -> None:
    signs_in(0)
    second = Client()
    second.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    assert second.post("/sign-in/second/", {"typed": enrolled[1][0]}).status_code == 422
    assert PrintedCode.objects.filter(used__isnull=True).count() == 9


def test_a_code_of_the_app_works_once(enrolled: Enrolled) -> None:
    user, secret = enrolled[0], totp.generate_totp_secret()
    now = int(clock.real().timestamp()) // proving.STEP
    shown = totp.format_hotp_value(totp.hotp_value(secret, now))
    actions.add_authenticator(user=user, secret=secret, code=shown, at=clock.now())
    assert [proving.try_second(user=user, typed=shown, address="::1") for _ in range(2)] == [True, False]


def test_a_code_of_the_app_before_the_last_used_one_is_refused(enrolled: Enrolled) -> None:
    user, secret = enrolled[0], totp.generate_totp_secret()
    now = int(clock.real().timestamp()) // proving.STEP
    codes = [totp.format_hotp_value(totp.hotp_value(secret, now + step)) for step in (0, -1)]
    actions.add_authenticator(user=user, secret=secret, code=codes[0], at=clock.now())
    assert [proving.try_second(user=user, typed=code, address="::1") for code in codes] == [True, False]


def test_secrets_are_not_in_the_tables_as_typed(enrolled: Enrolled) -> None:
    user = User.objects.get(code="tabriz-2")
    assert user.password.startswith("argon2$argon2id$")
    assert PASSWORD not in user.password
    assert not PrintedCode.objects.filter(digest__in=[code.replace("-", "") for code in enrolled[1]]).exists()


@pytest.mark.parametrize("code", ["tabriz-2", "nobody-9", "ana", ""])
def test_a_wrong_password_is_answered_alike_whoever_it_is(enrolled: Enrolled, code: str) -> None:
    answer = Client().post("/sign-in/", {"code": code, "password": "quite another one"})
    known = Client().post("/sign-in/", {"code": "tabriz-2", "password": "quite another one"})
    strip = [line for line in answer.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]
    assert answer.status_code == known.status_code == 422
    assert strip == [line for line in known.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]


def test_unknown_people_cost_one_hash_as_known_ones_do(enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth.hashers import Argon2PasswordHasher

    hashed: list[str] = []
    encode, verify = Argon2PasswordHasher.encode, Argon2PasswordHasher.verify
    monkeypatch.setattr(Argon2PasswordHasher, "encode", lambda *parts: (hashed.append("one"), encode(*parts))[1])
    monkeypatch.setattr(Argon2PasswordHasher, "verify", lambda *parts: (hashed.append("one"), verify(*parts))[1])
    counts = []
    for code in ("tabriz-2", "nobody-9", "ana"):
        hashed.clear()
        Client().post("/sign-in/", {"code": code, "password": "quite another one"})
        counts.append(len(hashed))
    assert counts == [1, 1, 1]


def test_an_installation_keeps_passwords_at_full_cost() -> None:
    from legation.project.settings import base

    assert base.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


@pytest.mark.parametrize("code", ["tabriz-2", "nobody-9"])
def test_the_sixth_try_waits_even_with_the_right_password(enrolled: Enrolled, code: str) -> None:
    client = Client()
    for _ in range(5):
        assert client.post("/sign-in/", {"code": code, "password": "quite another one"}).status_code == 422
    assert client.post("/sign-in/", {"code": code, "password": PASSWORD}).status_code == 429
    assert Attempt.objects.count() == 5


def test_a_stranger_locks_nobody_out_elsewhere(enrolled: Enrolled) -> None:
    stranger, official = Client(REMOTE_ADDR="198.51.100.7"), Client(REMOTE_ADDR="203.0.113.5")
    for _ in range(6):
        stranger.post("/sign-in/", {"code": "tabriz-2", "password": "quite another one"})
    answer = official.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    assert answer["Location"] == "/sign-in/second/"


def test_after_a_quarter_of_an_hour_it_is_taken_again(enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    for _ in range(5):
        client.post("/sign-in/", {"code": "tabriz-2", "password": "quite another one"})
    later(monkeypatch, timedelta(minutes=16))
    assert client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD}).status_code == 302


def test_second_factors_are_limited_from_wherever_they_are_tried(enrolled: Enrolled) -> None:
    for number in range(10):
        client = Client(REMOTE_ADDR=f"198.51.100.{number}")
        client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
        assert client.post("/sign-in/second/", {"typed": "000000"}).status_code == 422
    client = Client(REMOTE_ADDR="198.51.100.99")
    client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    assert client.post("/sign-in/second/", {"typed": enrolled[1][0]}).status_code == 429


def test_many_names_from_one_address_are_limited(db: None) -> None:
    now = clock.real()
    Attempt.objects.bulk_create(
        [Attempt(account=str(number), address="198.51.100.7", step="first", at=now) for number in range(50)]
    )
    stranger = Client(REMOTE_ADDR="198.51.100.7")
    assert stranger.post("/sign-in/", {"code": "any-1", "password": "x"}).status_code == 429


def test_the_address_behind_proxies_is_the_one_they_saw(enrolled: Enrolled, settings: object) -> None:
    settings.PROXIES = 1  # type: ignore[attr-defined]
    client = Client(headers={"X-Forwarded-For": "203.0.113.66, 198.51.100.7"})
    client.post("/sign-in/", {"code": "tabriz-2", "password": "quite another one"})
    assert Attempt.objects.get().address == "198.51.100.7"


def test_a_session_planted_before_is_not_the_one_after(enrolled: Enrolled) -> None:
    client = Client()
    client.get("/sign-in/?next=/roles/")
    planted = client.cookies["sessionid"].value
    client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    between = client.cookies["sessionid"].value
    client.post("/sign-in/second/", {"typed": enrolled[1][0]})
    assert len({planted, between, client.cookies["sessionid"].value}) == 3
    other = Client()
    other.cookies["sessionid"] = planted
    assert other.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("way_on", "leads"),
    [
        ("/roles/", "/roles/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_nobody_is_led_elsewhere(enrolled: Enrolled, way_on: str, leads: str) -> None:
    client = Client()
    client.get("/sign-in/", {"next": way_on})
    client.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
    assert client.post("/sign-in/second/", {"typed": enrolled[1][0]})["Location"] == leads


@pytest.mark.parametrize("path", ["/sign-in/", "/sign-in/second/", "/enrol/", "/sign-out/", "/account/sessions/end/"])
def test_forms_without_their_token_are_refused(enrolled: Enrolled, path: str) -> None:
    assert Client(enforce_csrf_checks=True).post(path, {"code": "tabriz-2"}).status_code == 403


def test_sign_in_answers_are_not_kept_by_browsers(db: None) -> None:
    assert "no-store" in Client().get("/sign-in/")["Cache-Control"]
