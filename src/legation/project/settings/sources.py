"""Where settings come from: environment variables that name places, and files that hold secrets."""

import os
import secrets
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


def required(variable: str) -> str:
    """Like `secret`, but refuses to start without the file."""
    if not os.environ.get(variable):
        raise SettingError(f"{variable}: name a file that holds a secret of at least 48 characters")
    return secret(variable)
