"""Sentences of codes N###: stations, catchments, numbers."""

SENTENCES: dict[str, str] = {}
