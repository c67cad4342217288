"""What an earlier bake made of what, so that a page is rendered again only where a document it was made of has changed.

It is kept beside the system's data, not in the published folder, and holds for one program: any changed file of it, or
another version of a library, and everything is rendered anew. What stands in the folder is compared all the same.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import distributions
from pathlib import Path

import legation
import legation_core

Line = tuple[list[str], str, str]
"""The documents that a file was made of, the digest of these, and that of the file."""


class Remembered:
    """The lines of the last bake into one folder, and those of this one."""

    def __init__(self, place: Path, documents: Mapping[str, str]) -> None:
        self._place, self._documents = place, documents
        self._before: dict[str, Line] = _read(place)
        self._now: dict[str, Line] = {}

    def still(self, file: str, target: Path) -> int | None:
        """The size of what stands at `target` where it is what would be made again; else `None`."""
        line = self._before.get(file)
        if line is None or line[1] != self._digest(line[0]) or not target.is_file():
            return None
        content = target.read_bytes()
        if _sha(content) != line[2]:
            return None
        self._now[file] = line
        return len(content)

    def keep(self, file: str, noted: Iterable[str], content: bytes) -> None:
        """Remember what `file` was made of."""
        paths = sorted(noted)
        self._now[file] = (paths, self._digest(paths), _sha(content))

    def save(self) -> None:
        """Put the lines of this bake in the place of those of the last."""
        self._place.parent.mkdir(parents=True, exist_ok=True)
        waiting = self._place.with_suffix(".new")
        waiting.write_text(json.dumps({"program": program(), "files": self._now}), encoding="utf-8")
        waiting.replace(self._place)

    def _digest(self, paths: Iterable[str]) -> str:
        return _sha("\n".join(f"{path} {self._documents.get(path, '')}" for path in paths).encode())


def _read(place: Path) -> dict[str, Line]:
    """The lines of the last bake; none where there was none by this program, or the file cannot be read."""
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    lines: dict[str, Line] = found["files"] if found.get("program") == program() else {}
    return lines


def place_of(folder: Path, data: Path) -> Path:
    """Where the lines about `folder` are kept."""
    return data / "baked" / f"{_sha(str(folder.resolve()).encode())[:16]}.json"


def _sha(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """What names the program that bakes: every file of it, and the versions of the libraries it uses."""
    whole = hashlib.sha256()
    for package in (legation, legation_core):
        root = Path(str(package.__file__)).parent
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                whole.update(path.relative_to(root).as_posix().encode() + b"\0" + _sha(path.read_bytes()).encode())
    versions = sorted(f"{one.metadata['Name']} {one.version}" for one in distributions())
    whole.update("\n".join(versions).encode())
    return whole.hexdigest()
