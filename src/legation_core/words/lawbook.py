"""Sentences of codes L###: lawbook files."""

SENTENCES: dict[str, str] = {}
