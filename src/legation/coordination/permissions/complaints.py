"""The scopes in which a complaint lies: those of commissions alone, never of a mission; and who decides one."""

from datetime import datetime

from legation.base.actors import Actor, Grant, Permission, ScopeRef
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation_core.lawbook.model import Rules
from legation_core.values import PersonCode


def scopes_of(jurisdiction: str, election: str, district: str = "", station: str = "") -> frozenset[ScopeRef]:
    """The jurisdiction and the election, and the district and the station that it concerns."""
    scopes = {ScopeRef("jurisdiction", jurisdiction), ScopeRef("election", election)}
    if district:
        scopes.add(ScopeRef("district", f"{jurisdiction}/{district}"))
    if station:
        scopes.add(ScopeRef("station", f"{election}/{station}"))
    return frozenset(scopes)


def sits_on(actor: Actor, rules: Rules, body: str) -> bool:
    """Whether the actor decides for a body. The decision of a court, which has nobody here, the commission enters."""
    if Permission.COMPLAINT_DECIDE not in actor.permissions or body not in rules.book.bodies:
        return False
    if rules.book.bodies[body].kind == "outside":
        return "central_commission" in actor.bodies
    return acts_for(actor, rules, body)


def anyone(election: ElectionValue, at: datetime) -> Actor:
    """A member of the public, who signs in nowhere: may lodge a complaint in this election, and nothing else."""
    scope = ScopeRef("jurisdiction", election.jurisdiction)
    grant = Grant("anyone", election.jurisdiction, election.code, scope, at)
    return Actor(PersonCode("anyone"), "anyone", frozenset({"anyone"}), frozenset({Permission.COMPLAINT_LODGE}), grant)
