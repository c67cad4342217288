"""Signing in at one's own institution: only whom an act recorded, only with a token that is right."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from legation.accounts import actions
from legation.accounts.models import User
from legation.base import clock
from legation.base.actors import Actor
from legation.project.settings.sources import Institution
from legation_core.problems import Refused
from tests.apps.accounts.provider import Provider

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]


@pytest.fixture
def provider(settings: Any, enrolled: object) -> Iterator[Provider]:
    running = Provider()
    one = Institution("ministry", "The ministry", running.issuer, "legation", "secret", second_factor=True)
    settings.INSTITUTIONS = [one]
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "SCOPE": ["openid"], "APPS": [one.as_app()]}
    }
    yield running
    running.stop()


@pytest.fixture
def known(provider: Provider, person: Callable[..., Actor]) -> None:
    actions.record_identity(person="tabriz-2", issuer=provider.issuer, subject="42", by=person("ben"), at=clock.now())


def there_and_back(provider: Provider, state: str = "") -> Any:
    """Off to the provider and back; the browser and the last answer."""
    client = Client()
    asked = parse_qs(urlsplit(client.post("/sign-in/at/ministry/")["Location"]).query)
    provider.challenge = asked["code_challenge"][0]
    assert asked["scope"] == ["openid"]
    back = client.get("/sign-in/at/ministry/back/", {"code": "1", "state": state or asked["state"][0]})
    return client, back


def test_whom_an_act_recorded_is_let_in(provider: Provider, known: None) -> None:
    client, answer = there_and_back(provider)
    assert (answer.status_code, client.get("/account/").status_code) == (302, 200)


def test_a_second_factor_is_asked_for_where_the_institution_asks_for_none(
    provider: Provider, known: None, settings: Any
) -> None:
    one = settings.INSTITUTIONS[0]
    settings.INSTITUTIONS = [Institution(one.code, one.name, one.issuer, one.client, one.secret, second_factor=False)]
    client, answer = there_and_back(provider)
    assert (answer["Location"], client.get("/account/").status_code) == ("/sign-in/second/", 302)


def test_nobody_gets_an_account(provider: Provider) -> None:
    before = User.objects.count()
    client, answer = there_and_back(provider)
    assert (answer.status_code, User.objects.count(), client.get("/account/").status_code) == (403, before, 302)


@pytest.mark.parametrize(
    "token",
    [
        {"sub": "43"},
        {"sub": "43", "email": "tabriz-2@ministry.example", "email_verified": True},
        {"sub": "43", "preferred_username": "tabriz-2"},
        {"iss": "https://another.example"},
        {"aud": "another"},
        {"exp": 1},
    ],
)
def test_another_token_lets_nobody_in(provider: Provider, known: None, token: dict[str, Any]) -> None:
    provider.token = token
    client, answer = there_and_back(provider)
    assert (answer.status_code, client.get("/account/").status_code) == (403, 302)


def test_a_forged_token_lets_nobody_in(provider: Provider, known: None) -> None:
    provider.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    client, answer = there_and_back(provider)
    assert (answer.status_code, client.get("/account/").status_code) == (403, 302)


def test_an_answer_that_was_not_asked_for_lets_nobody_in(provider: Provider, known: None) -> None:
    client, answer = there_and_back(provider, state="another")
    assert (answer.status_code, client.get("/account/").status_code) == (403, 302)


def test_an_institution_that_is_not_set_up_is_not_found(db: None) -> None:
    assert Client().post("/sign-in/at/nobody/").status_code == 404


def test_an_identity_is_of_one_person(provider: Provider, known: None, person: Callable[..., Actor]) -> None:
    with pytest.raises(Refused, match="A214"):
        actions.record_identity(person="cora", issuer=provider.issuer, subject="42", by=person("ben"), at=clock.now())
    with pytest.raises(Refused, match="A215"):
        actions.record_identity(
            person="cora", issuer="https://x.example", subject="1", by=person("ben"), at=clock.now()
        )
