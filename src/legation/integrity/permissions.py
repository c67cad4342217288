"""Whoever may read the log of a jurisdiction reads all of its public parts."""

from legation.base.actors import ScopeRef


def scopes_of(jurisdiction: str) -> frozenset[ScopeRef]:
    return frozenset({ScopeRef("jurisdiction", jurisdiction)})
