"""Sentences of codes R###: files that people bring."""

SENTENCES: dict[str, str] = {}
