"""The files of the project, parsed once, and the shape of a finding."""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "src"
SYSTEM = SOURCE / "legation"
CORE = SOURCE / "legation_core"


class Finding(NamedTuple):
    """One breach: the line, and what is wrong there."""

    line: int
    what: str


class Placed(NamedTuple):
    """A finding with its file, as people read it."""

    path: str
    line: int
    what: str


def python_files(*folders: Path) -> Iterator[Path]:
    """Every Python file below `folders`, in a stable order."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*.py") if "vendor" not in path.parts)


def template_files() -> Iterator[Path]:
    yield from sorted(path for path in SYSTEM.rglob("templates/**/*") if path.is_file())


def name_of(path: Path) -> str:
    """The path as it is written in lists of exceptions: relative to the project, with `/`."""
    return path.relative_to(ROOT).as_posix()


def capability_of(path: Path) -> str:
    """The app a file of the system belongs to, or "" for files beside the apps."""
    parts = path.relative_to(SYSTEM).parts
    return parts[0] if len(parts) > 1 else ""


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(paths: Iterable[Path], check: Callable[[ast.Module], list[Finding]]) -> list[Placed]:
    """What `check` finds in each of `paths`."""
    return [Placed(name_of(path), *finding) for path in paths for finding in check(tree_of(path))]


def place_text(paths: Iterable[Path], check: Callable[[str], list[Finding]]) -> list[Placed]:
    """The same for a check that reads text."""
    return [Placed(name_of(path), *finding) for path in paths for finding in check(path.read_text(encoding="utf-8"))]
