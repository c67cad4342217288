"""How mail is sent, and where mail about inquiries is fetched: one TOML file; its secrets are files of their own."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from legation.project.settings.sources import SettingError

NEAR = ("localhost", "127.0.0.1", "::1")
SHORTEST_SECRET = 32
OTHERS = 0o077
"""Permissions of a file that let others than its owner read or change it."""
KNOWN = frozenset({"address", "site", "election", "secret_file", "largest", "smtp", "imap"})
OF_A_SERVER = frozenset({"host", "port", "tls", "user", "password_file"})
TLS: Mapping[object, tuple[bool, bool]] = {True: (True, False), "starttls": (True, True), False: (False, False)}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how one signs in to it."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    starttls: bool = False
    """Whether the line is encrypted after a first word in clear, instead of from its first octet on."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The server that sends, and the inbox of inquiries of one election where there is one."""

    election: str
    """Whose inquiries come by mail; empty: none are fetched."""
    address: str
    """The sender, and the inbox; what is sent about an inquiry asks to reply to it with a token before the @."""
    site: str
    """Where the staff pages are reached, ending with /."""
    secret: bytes
    """From which tokens are made; empty without an inbox."""
    imap: Server | None
    smtp: Server
    largest: int
    """Octets of the largest mail whose body is fetched."""


def mail(variable: str) -> MailSettings | None:
    """The settings in the file that `variable` names; none without it, and then no mail is fetched or sent."""
    path = os.environ.get(variable)
    if not path:
        return None
    try:
        found = _read(tomllib.loads(Path(path).read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingError(f"{variable}: cannot read {error.filename or path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SettingError(f"{variable}: {path} does not say what docs/settings.md asks for: {error}") from error
    for problem in _problems(found):
        raise SettingError(f"{variable}: {problem}")
    return found


def _read(written: dict[str, Any]) -> MailSettings:
    _only(written, KNOWN)
    inbox = "imap" in written
    return MailSettings(
        election=str(written["election"]) if inbox else "",
        address=str(written["address"]).lower(),
        site=str(written["site"]),
        secret=_kept(written["secret_file"]).encode() if inbox else b"",
        imap=_server(written["imap"], 993) if inbox else None,
        smtp=_server(written["smtp"], 465),
        largest=int(written.get("largest", 5_000_000)),
    )


def _server(entry: dict[str, Any], usual: int) -> Server:
    _only(entry, OF_A_SERVER)
    tls, later = TLS[entry.get("tls", True)]
    password = _kept(entry["password_file"]) if "password_file" in entry else ""
    return Server(
        str(entry["host"]), int(entry.get("port", usual)), str(entry.get("user", "")), password, tls, starttls=later
    )


def _only(entry: dict[str, Any], known: frozenset[str]) -> None:
    """A word that is not known may be one mistyped, and what it should have said would silently not hold."""
    for name in sorted(entry.keys() - known):
        raise ValueError(f"{name!r} is not known here")


def _kept(path: str) -> str:
    """A secret from a file that its owner alone may read."""
    if Path(path).stat().st_mode & OTHERS:
        raise ValueError(f"{path} can be read by others; take that from them (chmod 600)")
    return Path(path).read_text(encoding="utf-8").strip()


def _problems(found: MailSettings) -> list[str]:
    """What is unsafe or cannot work."""
    problems = []
    site = urlsplit(found.site)
    if found.imap and len(found.secret) < SHORTEST_SECRET:
        problems.append(f"the secret must have {SHORTEST_SECRET} characters at least")
    if found.address.count("@") != 1 or any(letter.isspace() for letter in found.address):
        problems.append(f"address: {found.address!r} is no mail address")
    if not found.site.endswith("/") or not (
        site.scheme == "https" or (site.scheme, site.hostname in NEAR) == ("http", True)
    ):
        problems.append("site must begin with https:// and end with /")
    for server in (found.smtp, *([found.imap] if found.imap else [])):
        if not server.tls and server.host not in NEAR:
            problems.append(f'{server.host} is not this machine; its line must be encrypted (tls = true or "starttls")')
        if bool(server.user) != bool(server.password):
            problems.append(f"{server.host}: user and password_file go together")
    return problems
