"""The scopes in which an account lies, and the actor as whoever gives roles."""

from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Actor, ScopeRef
from legation_core.powers.grants import Giver


def scopes_of(jurisdiction: str) -> frozenset[ScopeRef]:
    """The scopes in which an account of `jurisdiction` lies."""
    return frozenset({ScopeRef("jurisdiction", jurisdiction)})


def giver(actor: Actor) -> Giver:
    """The actor as the rules of granting see whoever gives or ends a role."""
    return Giver(person=actor.person, role=actor.role, gives=ROLES[actor.role].gives, election=actor.grant.election)
