"""Where settings come from: environment variables that name places, and files that hold secrets."""

import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


class SettingError(SystemExit):
    """A setting that cannot be used; the message says which, why, and what to write."""


def database(url: str) -> dict[str, Any]:
    """Django's database settings from `sqlite:///PATH` or `postgresql://USER:PASSWORD@HOST/NAME?host=/SOCKET/FOLDER`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]),
            "OPTIONS": dict(SQLITE_OPTIONS),
        }
    if parts.scheme in ("postgresql", "postgres"):
        folder = parse_qs(parts.query).get("host", [""])[0]
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": folder or parts.hostname or "",
            "PORT": str(parts.port or ""),
            "OPTIONS": {"pool": True},
        }
    raise SettingError(
        f"LEGATION_DATABASE_URL: {parts.scheme!r} is not known; write sqlite:///PATH or postgresql://USER@HOST/NAME"
    )


def secret(variable: str) -> str:
    """The secret in the file that `variable` names; without one, a secret of this process (sessions end with it)."""
    path = os.environ.get(variable)
    if not path:
        return secrets.token_urlsafe(48)
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingError(
            f"{variable}: cannot read {path}: {error.strerror}; the file must hold the secret"
        ) from error


def licence(variable: str) -> tuple[str, ...]:
    """Name and address of a licence, `CC-BY-4.0 https://...`; nothing where the variable is set and empty."""
    text = os.environ.get(variable, "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/")
    parts = tuple(text.split())
    if len(parts) not in (0, 2) or (parts and not parts[1].startswith("https://")):
        raise SettingError(f"{variable}: write the name of the licence and its https address, or nothing")
    return parts


def address(variable: str, usual: str) -> str:
    """Where the public site of each election is reached, `{election}` standing for its code; empty: nobody said."""
    text = os.environ.get(variable, usual)
    if text and not (text.startswith(("https://", "http://localhost")) and text.endswith("/")):
        raise SettingError(
            f"{variable}: write an https address that ends with /, such as https://vote.example/{{election}}/"
        )
    return text


def required(variable: str) -> str:
    """Like `secret`, but refuses to start without the file."""
    if not os.environ.get(variable):
        raise SettingError(f"{variable}: name a file that holds a secret of at least 48 characters")
    return secret(variable)


def number(variable: str, usual: int) -> int:
    """A whole number from zero on."""
    text = os.environ.get(variable, str(usual))
    if not text.isdecimal():
        raise SettingError(f"{variable}: {text!r} is no number; write 0, 1, 2, ...")
    return int(text)


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution whose own sign-in is taken: where it is, who we are there, whether it asks for a second factor."""

    code: str
    name: str
    issuer: str
    client: str
    secret: str
    second_factor: bool

    def as_app(self) -> dict[str, Any]:
        """The same for the client of OpenID Connect. Nothing personal is asked for: issuer and subject are enough."""
        return {
            "provider_id": self.code,
            "name": self.name,
            "client_id": self.client,
            "secret": self.secret,
            "settings": {"server_url": self.issuer, "fetch_userinfo": False},
        }


def institutions(variable: str) -> list[Institution]:
    """The institutions in the TOML file that `variable` names; none without it."""
    path = os.environ.get(variable)
    if not path:
        return []
    try:
        written = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        return [_institution(entry) for entry in written["institution"]]
    except OSError as error:
        raise SettingError(f"{variable}: cannot read {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SettingError(f"{variable}: {path} does not say what docs/settings.md asks for: {error}") from error


def _institution(entry: dict[str, Any]) -> Institution:
    found = Institution(
        code=str(entry["code"]),
        name=str(entry["name"]),
        issuer=str(entry["issuer"]).rstrip("/"),
        client=str(entry["client"]),
        secret=Path(entry["secret_file"]).read_text(encoding="utf-8").strip(),
        second_factor=entry.get("second_factor") is True,
    )
    if urlsplit(found.issuer).scheme != "https" and urlsplit(found.issuer).hostname not in ("localhost", "127.0.0.1"):
        raise SettingError(f"LEGATION_OIDC_FILE: {found.issuer} must begin with https://")
    return found
