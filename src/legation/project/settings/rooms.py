"""The conference servers in which seminars are held, from a TOML file; their secrets are files of their own."""

import os
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from legation.project.settings.sources import SettingError

KINDS = {"bigbluebutton": ("address", "tells"), "jitsi": ("address", "application")}
"""Kind of server -> what must be said of it, beside the file of its secret."""


def rooms(variable: str) -> dict[str, dict[str, str]]:
    """Each server with its secret; none without the file."""
    path = os.environ.get(variable)
    if not path:
        return {}
    try:
        written = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        return {kind: _server(written[kind], needed) for kind, needed in KINDS.items() if kind in written}
    except OSError as error:
        raise SettingError(f"{variable}: cannot read {error.filename}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SettingError(f"{variable}: {path} does not say what docs/settings.md asks for: {error}") from error


def _server(entry: dict[str, Any], needed: tuple[str, ...]) -> dict[str, str]:
    found = {key: str(entry[key]) for key in needed}
    for key in ("address", "tells"):
        if key in found:
            _check_address(found[key])
    found["secret"] = Path(entry["secret_file"]).read_text(encoding="utf-8").strip()
    if len(found["secret"]) < 16:
        raise ValueError("a secret has at least 16 characters")
    return found


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    near = parts.hostname in ("localhost", "127.0.0.1")
    if not address.endswith("/") or not (parts.scheme == "https" or (near and parts.scheme == "http")):
        raise ValueError(f"{address} must begin with https:// and end with /")
