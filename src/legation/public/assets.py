"""Sheets, scripts, fonts and drawings that public pages load. Their folder is named by what they hold."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

FOLDER = "assets"
SHEETS = (
    "base/css/tokens.css",
    "base/css/dark.css",
    "base/css/ground.css",
    "base/css/tables.css",
    "base/css/public.css",
    "base/css/drawings.css",
    "base/css/wall.css",
    "public/css/site.css",
    "public/css/map.css",
    "public/css/check.css",
    "public/css/press.css",
    "public/css/day.css",
)
SCRIPTS = (
    "public/js/site.js",
    "public/js/clock.js",
    "public/js/states.js",
    "public/js/pictures.js",
    "public/js/near.js",
    "public/js/check.js",
    "integrity/js/verify.js",
    "base/js/zones.js",
    "base/js/search.js",
)
FONTS = tuple(
    f"vendor/noto/{name}.woff2"
    for name in (
        "sans-latin-400", "sans-latin-700", "display-latin-400", "sans-cyrillic-400", "sans-cyrillic-700",
        "sans-arabic-400", "sans-arabic-700",
    )
)  # fmt: skip
DRAWINGS = ("base/mark.svg", "vendor/world/land.svg", "vendor/world/land-fine.svg")
LICENCES = ("vendor/noto/OFL.txt", "vendor/world/LICENSE.txt")
ASSETS = (*SHEETS, *SCRIPTS, *FONTS, *DRAWINGS, *LICENCES)


class MissingAsset(FileNotFoundError):
    """A file that public pages load is not installed."""


@lru_cache(maxsize=256)
def content(name: str) -> bytes:
    """The octets of one asset."""
    found = finders.find(name) if name in ASSETS else None
    if not found:
        raise MissingAsset(name)
    return Path(str(found)).read_bytes()


@lru_cache(maxsize=1)
def digest() -> str:
    """What names the folder: it changes with any of the assets, so that every one may be kept for ever."""
    whole = hashlib.sha256()
    for name in sorted(ASSETS):
        whole.update(name.encode() + b"\0" + hashlib.sha256(content(name)).digest())
    return whole.hexdigest()[:12]


def path_of(name: str) -> str:
    """Where an asset lies in the site."""
    return f"{FOLDER}/{digest()}/{name}"
