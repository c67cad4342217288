"""The scopes in which the publication of an election lies."""

from legation.base.actors import ScopeRef


def scopes_of(jurisdiction: str, election: str) -> frozenset[ScopeRef]:
    return frozenset({ScopeRef("jurisdiction", jurisdiction), ScopeRef("election", election)})
