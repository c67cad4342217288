"""Bundles signed with this installation's own key of packages, and the key that verifies them."""

from collections.abc import Mapping
from typing import Any

from legation.integrity import keys, signer
from legation_core.integrity import bundles
from legation_core.integrity.keys import Key, KeyType

PURPOSE = "package"


def key() -> Key:
    """The key that verifies bundles, named for the log of this installation. Refused (V903) where it was not made."""
    return Key(f"{signer.origin()}/{PURPOSE}", KeyType.LOG, keys.public_octets(PURPOSE))


def signed(files: Mapping[str, bytes], facts: Mapping[str, Any]) -> bytes:
    """The bundle of `files`: the same files and facts give the same octets. Refused where the key is unfit."""
    return bundles.write(files, facts, key(), keys.private_key(PURPOSE).sign)
