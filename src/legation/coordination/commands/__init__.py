"""Verbs of the daily work, a module a subject."""

from legation.coordination.commands import papers, plan

VERBS = [*papers.VERBS, *plan.VERBS]
