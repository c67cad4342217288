"""Which permission each act of this capability needs: accounts are made at the terminal until invitations exist."""

from legation.base.actors import ScopeRef


def scopes_of(jurisdiction: str) -> frozenset[ScopeRef]:
    """The scopes in which an account of `jurisdiction` lies."""
    return frozenset({ScopeRef("jurisdiction", jurisdiction)})
