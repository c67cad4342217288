"""Sentences of codes T###: deadlines and voting days."""

SENTENCES: dict[str, str] = {}
