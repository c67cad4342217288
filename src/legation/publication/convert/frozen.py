"""A frozen state as those above see it: documents by path, each read when it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Frozen:
    """What was public of an election from one freezing on."""

    election: str
    manifest: bytes
    digest: str
    """SHA-256 of the manifest."""
    documents: Mapping[str, str]
    """Digest of each document by its path."""
    load: Callable[[str], bytes]
    """The octets of a document by its digest."""

    def octets(self, path: str) -> bytes:
        """The document at `path`. `KeyError` where the manifest names none."""
        return self.load(self.documents[path])
