"""Rows of published answers as values, and the keys by which they are found."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from anyascii import anyascii

from legation.coordination.models import Knowledge, KnowledgeText
from legation_core.correspondence.finding import rough
from legation_core.register.folding import fold

LINE = 300
"""Characters that are folded at once: a key holds no more."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question and its answer in one language."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class KnowledgeValue:
    id: int
    code: str
    election: str
    category: str
    body: str
    approved_by: str
    audience: str
    inquiry: int | None
    version: int
    proposed: int
    """The newest version; above `version` while it waits to be confirmed."""
    proposed_by: str
    withdrawn_at: datetime | None
    texts: Mapping[str, Said]
    """By language: the version in force, or the proposed one where none is yet."""
    at: datetime

    @property
    def in_force(self) -> bool:
        return self.version > 0 and self.withdrawn_at is None

    @property
    def waits(self) -> bool:
        return self.proposed > self.version and self.withdrawn_at is None

    def said(self, language: str) -> Said:
        """In that language, else in English, else in whatever there is."""
        return self.texts.get(language) or self.texts.get("en") or next(iter(self.texts.values()))


def keys_of(text: str) -> tuple[str, ...]:
    """The rough words of a text in any script: folded, in Latin letters, brought together."""
    parts = [text[start : start + LINE] for start in range(0, len(text), LINE)]
    return tuple(word for part in parts for word in rough(anyascii(fold(part))))


def digest_of(texts: Mapping[str, Said]) -> str:
    """SHA-256 over all that a version says, in one fixed writing."""
    parts = [[language, said.question, said.answer] for language, said in sorted(texts.items())]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def knowledge_value(row: Knowledge, texts: list[KnowledgeText]) -> KnowledgeValue:
    """`texts`: all of its versions."""
    newest = max(one.version for one in texts)
    shown = [one for one in texts if one.version == (row.version or newest)]
    return KnowledgeValue(
        id=row.pk,
        code=row.code,
        election=row.election_id,
        category=row.category,
        body=row.body,
        approved_by=row.approved_by,
        audience=row.audience,
        inquiry=row.inquiry_id,
        version=row.version,
        proposed=newest,
        proposed_by=row.proposed_by,
        withdrawn_at=row.withdrawn_at,
        texts={one.language: Said(one.question, one.answer) for one in sorted(shown, key=lambda one: one.language)},
        at=max(one.at for one in shown),
    )
