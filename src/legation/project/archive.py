"""The transfer of an election to the archive: everything that outlives the system, in files that need no system.

open/site     the public site with its documents, and in `log` the whole log, as anyone may read and verify them
open/law      the lawbook under which the election was held, byte for byte
closed/       a backup without keys: what is not public; hand it over sealed
SHA256SUMS    of every file, as `sha256sum --check` reads it
README.txt    what this is and how each part is read
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from legation.base import clock
from legation.integrity import queries as integrity
from legation.plan import queries as plan
from legation.project import backup
from legation.public.bake import LOG, bake
from legation.public.site import Site
from legation.publication import actions as publishing
from legation.publication import queries as publication
from legation_core.problems import Refused

SUMS, README = "SHA256SUMS", "README.txt"


@dataclass(frozen=True, slots=True)
class Archived:
    """What an archive holds."""

    files: int
    records: int
    frozen: int


def make(election: str, folder: Path) -> Archived:
    """Write the archive of an election into an empty folder. Refused (V927) where something stands there.

    The election must have been frozen; what changed since is not in its open part. The server may go on.
    """
    frozen, value = publication.newest(election), plan.election(election)
    if folder.exists() and any(folder.iterdir()):
        raise Refused("V927", facts={"path": str(folder)})
    site = folder / "open" / "site"
    site.mkdir(parents=True)
    baked = bake(Site(frozen), site)
    publishing.publish_log(site / LOG)
    law = folder / "open" / "law" / f"{value.jurisdiction.lower()}-{value.book.version}.toml"
    law.parent.mkdir()
    law.write_bytes(plan.lawbook_octets(value.jurisdiction, value.book.digest))
    kept = backup.make(folder / "closed" / "backup.tar.gz", with_keys=False)
    (folder / README).write_text(_readme(election, law.name, kept.records), encoding="utf-8")
    return Archived(_summed(folder), kept.records, baked.files)


def _summed(folder: Path) -> int:
    """Write the sums of every file; how many there are."""
    lines = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    return len(lines)


def _readme(election: str, law: str, records: int) -> str:
    key = integrity.log_key() or "(the key is not on this machine; it was published by both institutions)"
    return f"""The election {election}, as handed over to the archive on {clock.real():%Y-%m-%d} (UTC).

open/site     The public site. Open index.html in any browser; its documents are JSON, named by their SHA-256.
open/site/log The log: one record an act, in order, signed. Verify it with Python alone, from the program's own copy:
              python -m legation_core verify open/site/log --key {key}
open/law      The lawbook in force: {law}.
closed        Not public: the database and the files that people brought, as `legation backup` wrote them, without keys.
              It holds {records} records and is read again by `legation restore` of the version that its manifest names.
              Whoever erases it, when its time is over, breaks no proof: the log holds commitments, not persons.

To see that nothing was changed on the way:  sha256sum --check {SUMS}
"""
