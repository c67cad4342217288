"""What holds for every test of the system: the network is closed, and hypothesis knows its profiles."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("soak", max_examples=5000, deadline=None)
hypothesis_settings.register_profile("usual", deadline=None)
hypothesis_settings.load_profile("usual")

DATABASE = {"db", "transactional_db", "django_db_reset_sequences"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """A test that asks for no database is the same on every database."""
    if not DATABASE & set(getattr(item, "fixturenames", ())) and item.get_closest_marker("django_db") is None:
        item.add_marker("one_database")


NEAR = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def closed_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine can be reached: a test that asks a stranger fails by name."""
    connect = socket.socket.connect

    def near_only(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in NEAR:  # type: ignore[index]
            raise AssertionError(f"a test reached for the network: {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", near_only)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """The test database always holds the demonstration of 2024: real stations, cast and log. Tests roll back to it."""
    from legation.integrity import keys
    from legation.rehearsal import actions

    if not keys.exists("log"):
        keys.create("log")
        keys.create("package")
        keys.create("witness")
        keys.create_secret("factors")
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        actions.load()


@pytest.fixture(autouse=True)
def election_time() -> Iterator[None]:
    """Election time stands at 23 January 2024, 09:00 in Baku, unless a test sets another."""
    from legation.base import clock

    restore = clock.use(lambda: datetime(2024, 1, 23, 5, tzinfo=UTC))
    yield
    restore()


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Each test has a signer's memory and files of its own: what it signs is forgotten with it."""
    if "tests/contracts" not in str(request.node.path):
        settings = request.getfixturevalue("settings")
        settings.STATE_DIR, settings.FILES_DIR = tmp_path / "state", tmp_path / "files"


@pytest.fixture
def person() -> Callable[..., object]:
    """The actor of a person of the demonstration: `person("ana")`."""
    from legation.accounts import queries
    from legation.base import clock

    return lambda code, role="": queries.actor_by_code(code, clock.now(), role)
