"""Sentences of codes V###: the log and its verification."""

SENTENCES: dict[str, str] = {}
