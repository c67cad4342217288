"""Writing the public site as static files. A bake that is killed leaves the old site whole.

Every file is written beside its place and comes there by rename. Files that pages refer to come first, then pages, then
the manifest, then the log with its checkpoint last. What is there with the same content is not touched. What is no
longer part of the site is removed at the end, but for folders of assets that older copies of pages may still ask for.
Files of one stage are written several at a time: each waits until the disk has it, and the waiting is shared. A page
whose documents are those of the bake before, and that still stands there, is not even rendered again.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from legation.public.assets import FOLDER
from legation.public.remembered import Remembered
from legation.public.routes import Address, addresses
from legation.public.site import Site

LAST = "manifest.json"
LOG = "log"
KEPT = (FOLDER, LOG)
TOGETHER = 32
"""So many files are on their way to the disk at once."""


@dataclass(frozen=True, slots=True)
class Baked:
    """What a bake did."""

    files: int
    written: int
    removed: int
    octets: int


def bake(site: Site, folder: Path, remembered: Remembered | None = None) -> Baked:
    """Write every address of `site` into `folder`; the manifest last. `remembered` are the bakes before, if any."""
    found = list(addresses(site))
    written = octets = 0
    with ThreadPoolExecutor(TOGETHER) as pool:
        for some in _together(found):
            contents = {}
            for one in some:
                size = remembered.still(one.file, folder / one.file) if remembered and one.of_some else None
                if size is None:
                    contents[one.file] = _made(one, site, remembered)
                octets += len(contents[one.file]) if size is None else size
            written += sum(pool.map(write, [folder / name for name in contents], contents.values()))
    removed = _remove(folder, {one.file for one in found})
    if remembered:
        remembered.save()
    return Baked(len(found), written, removed, octets)


def _made(one: Address, site: Site, remembered: Remembered | None) -> bytes:
    """The octets of one file; what it was made of is remembered."""
    with site.noting() as noted:
        content = one.render()
    if remembered and one.of_some:
        remembered.keep(one.file, noted, content)
    return content


def _together(found: Iterable[Address]) -> Iterator[Sequence[Address]]:
    """The addresses in their order, as many at a time as are written together; never of two stages."""
    for _stage, ones in groupby(sorted(found, key=_order), key=_order):
        stage = list(ones)
        yield from (stage[start : start + TOGETHER] for start in range(0, len(stage), TOGETHER))


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
    waiting.unlink(missing_ok=True)
    try:
        with waiting.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        waiting.replace(target)
    except OSError:
        waiting.unlink(missing_ok=True)
        raise
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
