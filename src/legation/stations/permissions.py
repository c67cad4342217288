"""The scopes in which a station lies."""

from legation.base.actors import ScopeRef


def scopes_of(
    jurisdiction: str, election: str, mission: str, district: str = "", station: str = ""
) -> frozenset[ScopeRef]:
    """Those of the jurisdiction, the election, the mission, and of the district once it belongs to one."""
    scopes = {
        ScopeRef("jurisdiction", jurisdiction),
        ScopeRef("election", election),
        ScopeRef("mission", f"{jurisdiction}/{mission}"),
    }
    if district:
        scopes.add(ScopeRef("district", f"{jurisdiction}/{district}"))
    if station:
        scopes.add(ScopeRef("station", f"{election}/{station}"))
    return frozenset(scopes)
