"""What holds for every test of the system: the network is closed, and hypothesis knows its profiles."""

import socket

import pytest
from hypothesis import settings

settings.register_profile("soak", max_examples=5000, deadline=None)
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")

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
