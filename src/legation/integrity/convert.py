"""Row to value: a record as pages and exports show it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from legation.integrity.models import Leaf
from legation_core.integrity import leaf


@dataclass(frozen=True, slots=True)
class Shown:
    """A record in public form: `facts` is `None` while its public part is sealed."""

    index: int
    kind: str
    at: datetime
    jurisdiction: str
    election: str
    lawbook: str
    body: str
    role: str
    subject: str
    facts: dict[str, Any] | None
    hash: str
    octets: bytes


def shown(row: Leaf) -> Shown:
    octets = bytes(row.octets)
    content = leaf.read_leaf(octets)
    return Shown(
        index=row.index,
        kind=content.kind,
        at=datetime.fromisoformat(content.at),
        jurisdiction=content.jurisdiction,
        election=content.election,
        lawbook=content.lawbook,
        body=content.body,
        role=content.role,
        subject=row.subject,
        facts=dict(content.public) if content.public is not None else None,
        hash=bytes(row.hash).hex(),
        octets=octets,
    )
