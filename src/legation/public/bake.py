"""Writing the public site as static files. A bake that is killed leaves the old site whole.

Every file is written beside its place and comes there by rename. Files that pages refer to come first, then pages, then
the manifest, then the log with its checkpoint last. What is there with the same content is not touched. What is no
longer part of the site is removed at the end, but for folders of assets that older copies of pages may still ask for.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from legation.public.assets import FOLDER
from legation.public.routes import Address, addresses
from legation.public.site import Site

LAST = "manifest.json"
LOG = "log"
KEPT = (FOLDER, LOG)


@dataclass(frozen=True, slots=True)
class Baked:
    """What a bake did."""

    files: int
    written: int
    removed: int
    octets: int


def bake(site: Site, folder: Path) -> Baked:
    """Write every address of `site` into `folder`; the manifest last."""
    found = list(addresses(site))
    ordered = sorted(found, key=_order)
    written = octets = 0
    for one in ordered:
        content = one.render()
        octets += len(content)
        written += write(folder / one.file, content)
    removed = _remove(folder, {one.file for one in found})
    return Baked(len(found), written, removed, octets)


def _order(one: Address) -> int:
    """Assets and files without a language, then pages, the front page after them, the manifest at the end."""
    if one.file == LAST:
        return 3
    return 2 if not one.path else 1 if one.file.endswith(".html") else 0


def write(target: Path, content: bytes) -> int:
    """Put one file in its place by rename; 0 where it is there with the same content."""
    if target.exists() and target.read_bytes() == content:
        return 0
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(f".{target.name}.new")
    with waiting.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    waiting.replace(target)
    return 1


def _remove(folder: Path, wanted: Iterable[str]) -> int:
    """Remove pages and files that the site no longer has, and what a killed bake left waiting."""
    keep = set(wanted)
    gone = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in keep and (path.name.startswith(".") or name.partition("/")[0] not in KEPT):
            path.unlink()
            gone += 1
    return gone
