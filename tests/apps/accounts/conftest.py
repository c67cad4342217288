"""A person who was invited, and browsers that sign in for real."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from legation.accounts import actions
from legation.accounts.models import User
from legation.base import clock
from legation.base.actors import Actor, Grant, ScopeRef

PASSWORD = "four words in a row"


@pytest.fixture
def invited(db: None, person: Callable[..., Actor]) -> actions.Letter:
    """The letter of tabriz-2, an officer whom Ben invited to the mission in Tabriz."""
    return invite(person("ben"), "tabriz-2", "mission_officer", ScopeRef("mission", "AZ/tabriz"))


def invite(by: Actor, code: str, role: str, scope: ScopeRef, telephone: str = "") -> actions.Letter:
    now = clock.now()
    grant = Grant(role, "AZ", "", scope, now)
    return actions.invite_person(code=code, name="A person", grant=grant, telephone=telephone, by=by, at=now)


@pytest.fixture
def enrolled(invited: actions.Letter) -> tuple[User, tuple[str, ...]]:
    """tabriz-2 with a password and ten printed codes."""
    user = actions.use_invitation(typed=invited.secret)
    at: datetime = clock.now()
    actions.set_password(user=user, password=PASSWORD, at=at)
    return user, actions.print_codes(user=user, at=at)


@pytest.fixture
def signs_in(enrolled: tuple[User, tuple[str, ...]]) -> Callable[..., Client]:
    """A browser in which tabriz-2 signs in with password and the printed code of that number."""

    def signed(number: int = 0, client: Client | None = None) -> Client:
        browser = client or Client()
        browser.post("/sign-in/", {"code": "tabriz-2", "password": PASSWORD})
        browser.post("/sign-in/second/", {"typed": enrolled[1][number]})
        return browser

    return signed
