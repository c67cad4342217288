"""Verbs of headquarters, a module a subject."""

from legation.headquarters.commands import duty

VERBS = [*duty.VERBS]
