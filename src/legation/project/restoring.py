"""The restore of a backup. The server must stand still. The signer's memory here is never replaced by an older one.

Whoever restores an old backup beside a newer memory is told how many records are missing; until they are brought back
from the published log, no act is done and nothing is signed, so the log never forks.
"""

import hashlib
import json
import re
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import call_command

from legation.integrity import queries as log
from legation.integrity import signer
from legation.project import dumps
from legation.project.backup import FORMAT, MANIFEST, Manifest
from legation_core.integrity import checkpoint
from legation_core.problems import Refused

_PART = re.compile(
    r"(?:database\.(?:sqlite3|dump)|state/(?:last-checkpoint|origin)|files/[0-9a-f]{2}/[0-9a-f]{64}|keys/[a-z0-9-]+\.(?:pem|key))"
)
"""What may stand in a backup; any other path is refused, so that none leads out of the installation."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back. `missing`: records that were signed here and that the backup does not have."""

    manifest: Manifest
    records: int
    missing: int
    memory_from_backup: bool


def restore(source: Path, *, replace: bool) -> Restored:
    """Put a backup in the place of what is here. Refused where it is damaged, of another kind or of another log."""
    with TemporaryDirectory(dir=_home(), prefix=".restore-") as folder:
        manifest = _unpacked(source, Path(folder))
        _check_fits(manifest, replace=replace)
        dumps.load(Path(folder) / dumps.NAMES[manifest.database])
        _copy(Path(folder) / "files", Path(settings.FILES_DIR))
        _copy(Path(folder) / "keys", Path(settings.KEYS_DIR), private=True)
        from_backup = not signer.last_note()
        if from_backup:
            _copy(Path(folder) / "state", Path(settings.STATE_DIR), private=True)
    call_command("migrate", verbosity=0, interactive=False)
    records = log.size()
    return Restored(manifest, records, max(signer.signed_size() - records, 0), from_backup)


def _home() -> Path:
    """A folder on the disk of the data, for what is unpacked: the database then moves by rename."""
    home = Path(settings.DATA_DIR)
    home.mkdir(parents=True, exist_ok=True)
    return home


def _unpacked(source: Path, folder: Path) -> Manifest:
    """Unpack the parts that the manifest names, each with its SHA-256 checked, and give the manifest."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            manifest = _manifest(archive, source)
            found = {member.name: member for member in archive.getmembers() if member.isfile()}
            for name, digest in manifest.parts.items():
                if name not in found or not _PART.fullmatch(name):
                    raise Refused("V922", facts={"part": name[:120]})
                _unpack(archive, found[name], folder / name, digest)
    except (tarfile.TarError, EOFError) as error:
        raise Refused("V921", facts={"path": str(source)}) from error
    return manifest


def _manifest(archive: tarfile.TarFile, source: Path) -> Manifest:
    first = archive.next()
    content = archive.extractfile(first) if first is not None and first.name == MANIFEST else None
    if content is None:
        raise Refused("V921", facts={"path": str(source)})
    try:
        manifest = Manifest(**json.loads(content.read()))
    except (ValueError, TypeError) as error:
        raise Refused("V921", facts={"path": str(source)}) from error
    if manifest.format != FORMAT:
        raise Refused("V921", facts={"path": str(source)})
    return manifest


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path, digest: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    content = archive.extractfile(member)
    hashed = hashlib.sha256()
    with target.open("wb") as out:
        while content is not None and (chunk := content.read(1024 * 1024)):
            hashed.update(chunk)
            out.write(chunk)
    if hashed.hexdigest() != digest:
        raise Refused("V922", facts={"part": member.name[:120]})


def _check_fits(manifest: Manifest, *, replace: bool) -> None:
    if manifest.database != dumps.kind():
        raise Refused("V923", facts={"kind": manifest.database, "here": dumps.kind()})
    if not dumps.is_empty() and not replace:
        raise Refused("V924")
    note = signer.last_note()
    if note and (here := checkpoint.parse(note).origin) != manifest.origin:
        raise Refused("V926", facts={"origin": manifest.origin[:120], "here": here[:120]})


def _copy(source: Path, target: Path, *, private: bool = False) -> None:
    """Copy what is missing in `target`; what is there stays: files are named by their content, keys never replaced."""
    for path in sorted(source.rglob("*")) if source.exists() else []:
        place = target / path.relative_to(source)
        if path.is_dir() or place.exists():
            continue
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700 if private else 0o755)
        shutil.copyfile(path, place)
        place.chmod(0o600 if private else 0o644)
