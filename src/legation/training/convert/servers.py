"""The conference servers that the settings name."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Server:
    """A server: where it is and what it shares with this system. `tells` is where it posts its events."""

    address: str
    secret: str
    application: str = ""
    tells: str = ""


@dataclass(frozen=True, slots=True)
class Servers:
    bigbluebutton: Server | None
    jitsi: Server | None


def servers() -> Servers:
    """As `LEGATION_ROOMS_FILE` says."""
    named: dict[str, dict[str, Any]] = settings.ROOMS
    found = {key: Server(**one) for key, one in named.items()}
    return Servers(found.get("bigbluebutton"), found.get("jitsi"))
