"""Verbs of this capability."""

from legation.base.verbs import Verb

VERBS: list[Verb] = []
