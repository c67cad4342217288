"""Verbs of the daily work, a module a subject."""

from legation.coordination.commands import papers

VERBS = [*papers.VERBS]
