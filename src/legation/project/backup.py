"""A backup: database, files and last checkpoint in one archive, each part with its SHA-256. Keys only where asked for.

The checkpoint is taken before the database and the files after it, so that none tells of more than the database holds.
"""

import hashlib
import json
import os
import tarfile
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from legation.base import clock
from legation.integrity import queries as log
from legation.project import dumps
from legation_core.problems import Refused

FORMAT = "legation-backup/1"
MANIFEST = "manifest.json"
STATE = ("last-checkpoint", "origin")
"""The signer's memory: which checkpoint it signed last, and the name of a log that is not that of the settings."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `parts`: SHA-256 by path inside the archive. `made_at`: the machine's clock, UTC."""

    format: str
    made_at: str
    version: str
    database: str
    origin: str
    records: int
    keys: bool
    parts: dict[str, str]


def make(target: Path, *, with_keys: bool) -> Manifest:
    """Write a backup to `target`, by rename and readable by its owner alone. Refused where something stands there."""
    if target.exists():
        raise Refused("V920", facts={"path": str(target)})
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        parts = _gathered(Path(folder), with_keys=with_keys)
        manifest = Manifest(
            format=FORMAT,
            made_at=f"{clock.real():%Y-%m-%dT%H:%M:%SZ}",
            version=_version(),
            database=dumps.kind(),
            origin=log.origin(),
            records=log.size(),
            keys=with_keys,
            parts={name: _digest(path) for name, path in parts.items()},
        )
        waiting = Path(folder) / "whole"
        _write(waiting, manifest, parts)
        waiting.replace(target)
    return manifest


def _gathered(folder: Path, *, with_keys: bool) -> dict[str, Path]:
    """Every part by its path inside the archive, and where it lies now."""
    parts: dict[str, Path] = {}
    for name in STATE:
        kept = Path(settings.STATE_DIR) / name
        if kept.exists():
            copy = folder / name
            copy.write_bytes(kept.read_bytes())
            parts[f"state/{name}"] = copy
    database = folder / dumps.NAMES[dumps.kind()]
    dumps.dump(database)
    parts[database.name] = database
    parts |= _below(Path(settings.FILES_DIR), "files")
    return parts | (_below(Path(settings.KEYS_DIR), "keys") if with_keys else {})


def _below(folder: Path, name: str) -> dict[str, Path]:
    """The plain files below a folder; what is being written now (`abc.123`) is not one of the store's."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    whole = [path for path in found if name != "files" or not path.suffix]
    return {f"{name}/{path.relative_to(folder).as_posix()}": path for path in whole}


def _write(waiting: Path, manifest: Manifest, parts: dict[str, Path]) -> None:
    described = waiting.with_name(MANIFEST)
    described.write_text(json.dumps(asdict(manifest), indent=2, sort_keys=True), encoding="utf-8")
    descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        with tarfile.open(fileobj=out, mode="w:gz", compresslevel=3) as archive:
            archive.add(described, MANIFEST)
            for name, path in parts.items():
                archive.add(path, name)
        out.flush()
        os.fsync(out.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _version() -> str:
    """The version that is installed; empty where the code runs without having been installed."""
    try:
        return version("legation")
    except PackageNotFoundError:
        return ""
