"""What an operator may give the public site to show: emblems of the institutions, state borders. Checked at start."""

import json
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.project.settings.sources import SettingError

PNG = b"\x89PNG\r\n\x1a\n"
DRAWN = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
"""Parts of a PNG that are picture; all else (who made it, when, where) is left out."""
LARGEST_EMBLEM, LARGEST_BORDERS = 64 * 1024, 4 * 1024 * 1024
"""In octets."""


def emblems(variable: str) -> dict[str, bytes]:
    """The emblem of each kind of body, `central_commission.png` and `ministry.png`, freed of what is not picture."""
    folder = os.environ.get(variable, "")
    if not folder:
        return {}
    if not Path(folder).is_dir():
        raise SettingError(f"{variable}: {folder} is no folder; name one that holds ministry.png and the like")
    return {path.stem: _picture(variable, path) for path in sorted(Path(folder).glob("*.png"))}


def _picture(variable: str, path: Path) -> bytes:
    octets = path.read_bytes()
    if not octets.startswith(PNG) or len(octets) > LARGEST_EMBLEM:
        raise SettingError(f"{variable}: {path.name} must be a PNG of at most {LARGEST_EMBLEM // 1024} KiB")
    return PNG + b"".join(part for kind, part in _parts(octets) if kind in DRAWN)


def _parts(octets: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each part of a PNG: its kind, and its octets with length and check sum."""
    at = len(PNG)
    while at + 12 <= len(octets):
        (length,) = struct.unpack(">I", octets[at : at + 4])
        yield octets[at + 4 : at + 8], octets[at : at + 12 + length]
        at += 12 + length


def borders(variable: str) -> dict[str, Any]:
    """State borders from GeoJSON: the `name` by which the page names them, and lines of latitude and longitude.

    In whole hundredths of a degree. Without the variable: no name and no lines.
    """
    path = os.environ.get(variable, "")
    if not path:
        return {"name": "", "lines": []}
    try:
        octets = Path(path).read_bytes()
        found = json.loads(octets)
        name, features = found["name"], found["features"]
        lines = [line for feature in features for line in _lines(feature["geometry"])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingError(f"{variable}: {path} cannot be read as GeoJSON features with a name: {error}") from error
    if len(octets) > LARGEST_BORDERS or not isinstance(name, str) or not name.strip():
        raise SettingError(f"{variable}: {path} must have a name and at most {LARGEST_BORDERS // 1024**2} MiB")
    return {"name": name.strip()[:200], "lines": lines}


def _lines(geometry: dict[str, Any]) -> Iterator[list[list[int]]]:
    """Every line of a geometry; of areas their edges."""
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[geometry["type"]]
    found: list[Any] = [geometry["coordinates"]]
    for _level in range(depth):
        found = [line for group in found for line in group]
    for line in found:
        yield [[round(float(point[1]) * 100), round(float(point[0]) * 100)] for point in line]
