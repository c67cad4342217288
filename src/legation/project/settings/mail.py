"""Where mail about inquiries is fetched and sent: one TOML file, because it holds secrets."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legation.project.settings.sources import SettingError

NEAR = ("localhost", "127.0.0.1", "::1")
SHORTEST_SECRET = 32


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how one signs in to it."""

    host: str
    port: int
    user: str
    password: str
    tls: bool


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The inbox of inquiries of one election, and how missions are told."""

    election: str
    address: str
    """The inbox; what is sent asks to reply to it with a token before the @."""
    site: str
    """Where the staff pages are reached, ending with /."""
    secret: bytes
    """From which tokens are made."""
    imap: Server
    smtp: Server
    largest: int
    """Octets of the largest mail whose body is fetched."""


def mail(variable: str) -> MailSettings | None:
    """The settings in the file that `variable` names; none without it, and then no mail is fetched or sent."""
    path = os.environ.get(variable)
    if not path:
        return None
    try:
        written = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        found = MailSettings(
            election=str(written["election"]),
            address=str(written["address"]).lower(),
            site=str(written["site"]),
            secret=str(written["secret"]).encode(),
            imap=_server(written["imap"], 993),
            smtp=_server(written["smtp"], 465),
            largest=int(written.get("largest", 5_000_000)),
        )
    except OSError as error:
        raise SettingError(f"{variable}: cannot read {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SettingError(f"{variable}: {path} does not say what docs/settings.md asks for: {error}") from error
    _check(variable, found)
    return found


def _server(entry: dict[str, Any], usual: int) -> Server:
    password = Path(entry["password_file"]).read_text(encoding="utf-8").strip() if "password_file" in entry else ""
    return Server(
        str(entry["host"]),
        int(entry.get("port", usual)),
        str(entry.get("user", "")),
        password,
        entry.get("tls") is not False,
    )


def _check(variable: str, found: MailSettings) -> None:
    if len(found.secret) < SHORTEST_SECRET or "@" not in found.address or not found.site.endswith("/"):
        raise SettingError(
            f"{variable}: secret must have {SHORTEST_SECRET} characters at least, address an @, site a / at its end"
        )
    for server in (found.imap, found.smtp):
        if not server.tls and server.host not in NEAR:
            raise SettingError(
                f"{variable}: {server.host} is not this machine; its line must be encrypted (tls = true)"
            )
