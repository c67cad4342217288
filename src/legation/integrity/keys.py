"""Signing keys as files: one a purpose, readable by their owner alone, named in every signature."""

import os
import stat
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from legation.base import entropy
from legation_core.problems import Refused

PURPOSES = ("log", "package", "witness")
SECRET_PURPOSES = ("factors",)
SECRET_SIZE = 32
"""Octets of a key that both seals and opens."""


def _path(purpose: str) -> Path:
    return Path(settings.KEYS_DIR) / f"{purpose}.pem"


def create(purpose: str) -> Path:
    """Make a new key for `purpose`. An existing one is never overwritten."""
    text = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return _write(_path(purpose), text)


def create_secret(purpose: str) -> Path:
    """Make a new secret key for `purpose`: octets that seal what this installation alone opens."""
    return _write(_secret_path(purpose), entropy.octets(SECRET_SIZE))


def _write(path: Path, text: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Refused("V902", facts={"path": str(path)}) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(text)
    return path


def private_key(purpose: str) -> Ed25519PrivateKey:
    """The key of `purpose`. Refused when missing, readable by others, or no Ed25519 key."""
    path = _checked(_path(purpose), purpose)
    return _load(path, path.stat().st_mtime_ns)


def secret(purpose: str) -> bytes:
    """The secret key of `purpose`. Refused when missing or readable by others."""
    path = _checked(_secret_path(purpose), purpose)
    return _octets(path, path.stat().st_mtime_ns)


def secret_exists(purpose: str) -> bool:
    return _secret_path(purpose).exists()


def _secret_path(purpose: str) -> Path:
    return Path(settings.KEYS_DIR) / f"{purpose}.key"


def _checked(path: Path, purpose: str) -> Path:
    if not path.exists():
        raise Refused("V903", facts={"path": str(path), "purpose": purpose})
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise Refused("V904", facts={"path": str(path)})
    return path


@lru_cache(maxsize=8)
def _octets(path: Path, changed: int) -> bytes:
    return path.read_bytes()


@lru_cache(maxsize=8)
def _load(path: Path, changed: int) -> Ed25519PrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused("V905", facts={"path": str(path)})
    return key


def public_octets(purpose: str) -> bytes:
    """The 32 octets of the public key."""
    return public_of(private_key(purpose))


def public_of(key: Ed25519PrivateKey) -> bytes:
    """The 32 octets of the public half of `key`."""
    return key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def waiting(purpose: str) -> Ed25519PrivateKey:
    """The key that waits to take over from that of `purpose`; made where none waits."""
    if not exists(_next(purpose)):
        create(_next(purpose))
    return private_key(_next(purpose))


def take_over(purpose: str, aside: str) -> None:
    """Let the waiting key take the place of that of `purpose`, whose file is kept under `aside`."""
    old = _path(f"{purpose}-{aside}")
    if not old.exists():
        old.hardlink_to(_path(purpose))
    _path(_next(purpose)).replace(_path(purpose))


def _next(purpose: str) -> str:
    return f"{purpose}-next"


def exists(purpose: str) -> bool:
    return _path(purpose).exists()
