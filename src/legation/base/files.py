"""Files by content: kept once under their SHA-256, never trusted by name, read only after a permission is checked."""

import hashlib
import os
from pathlib import Path

from django.conf import settings

from legation.base.actors import OutOfScope
from legation.base.models import StoredFile
from legation_core.problems import Refused

MAXIMUM = 10 * 1024 * 1024
"""Largest file taken, in octets."""


def _kind(octets: bytes) -> str:
    signatures = {b"PK\x03\x04": "xlsx", b"%PDF-": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}
    return next((kind for start, kind in signatures.items() if octets.startswith(start)), "text")


def path_of(sha256: str) -> Path:
    """Where the octets of a kept file lie."""
    return Path(settings.FILES_DIR) / sha256[:2] / sha256


def keep(octets: bytes, name: str) -> str:
    """Keep `octets` and give their SHA-256. Same octets are kept once. Refused when empty or too large."""
    if not octets or len(octets) > MAXIMUM:
        raise Refused("A020", where=name[:80], facts={"size": len(octets), "maximum": MAXIMUM})
    digest = hashlib.sha256(octets).hexdigest()
    target = path_of(digest)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = target.with_suffix(f".{os.getpid()}")
        waiting.write_bytes(octets)
        waiting.replace(target)
    StoredFile.objects.get_or_create(
        sha256=digest, defaults={"kind": _kind(octets), "size": len(octets), "name": name[-200:]}
    )
    return digest


def read(sha256: str) -> tuple[bytes, str]:
    """The octets of a kept file and the name under which it first came. Unknown: out of scope."""
    row = StoredFile.objects.filter(sha256=sha256).first()
    if row is None:
        raise OutOfScope(sha256)
    return path_of(row.sha256).read_bytes(), row.name
