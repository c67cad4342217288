"""The scopes in which a mission lies."""

from legation.base.actors import ScopeRef


def scopes_of(jurisdiction: str, mission: str = "", election: str = "") -> frozenset[ScopeRef]:
    """Those of the jurisdiction, the mission and, for what belongs to one, the election."""
    scopes = {ScopeRef("jurisdiction", jurisdiction)}
    if mission:
        scopes.add(ScopeRef("mission", f"{jurisdiction}/{mission}"))
    if election:
        scopes.add(ScopeRef("election", election))
    return frozenset(scopes)
