"""Verbs of the daily work, a module a subject."""

from legation.coordination.commands import inquiries, papers, plan

VERBS = [*inquiries.VERBS, *papers.VERBS, *plan.VERBS]
