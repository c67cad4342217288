"""Sentences of codes A###: acts of people and bodies, powers, plan, missions, stations."""

SENTENCES: dict[str, str] = {}
