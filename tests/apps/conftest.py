"""People of the demonstration at their browsers."""

from collections.abc import Callable

import pytest
from django.test import Client


@pytest.fixture
def as_person(db: None) -> Callable[[str], Client]:
    """A browser in which a person of the demonstration is signed in: `as_person("ana")`."""
    from legation.accounts import queries

    def signed_in(code: str) -> Client:
        client = Client()
        client.force_login(queries.user(code))
        return client

    return signed_in
