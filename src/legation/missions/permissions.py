"""The scopes in which a mission lies, and to which mission somebody belongs."""

from legation.base.actors import Actor, ScopeRef


def scopes_of(jurisdiction: str, mission: str = "", election: str = "") -> frozenset[ScopeRef]:
    """Those of the jurisdiction, the mission and, for what belongs to one, the election."""
    scopes = {ScopeRef("jurisdiction", jurisdiction)}
    if mission:
        scopes.add(ScopeRef("mission", f"{jurisdiction}/{mission}"))
    if election:
        scopes.add(ScopeRef("election", election))
    return frozenset(scopes)


def own_mission(actor: Actor) -> str:
    """The code of the mission to which the actor belongs; empty for everybody else."""
    scope = actor.grant.scope
    return scope.code.rpartition("/")[2] if scope.kind == "mission" else ""


def at_home(actor: Actor) -> bool:
    """Whether the actor belongs to an institution at home: these see every mission."""
    return actor.grant.scope.kind == "jurisdiction"
