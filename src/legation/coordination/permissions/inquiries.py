"""The scopes in which an inquiry lies, who may read one, and who answers or approves."""

from legation.base.actors import Actor, ScopeRef
from legation.missions.permissions import at_home, own_mission
from legation.missions.permissions import scopes_of as scopes_of_mission
from legation.plan.permissions import acts_for
from legation_core.lawbook.model import Rules


def scopes_of(jurisdiction: str, election: str, mission: str = "") -> frozenset[ScopeRef]:
    """Those of the jurisdiction and the election, and of the mission that asks."""
    return scopes_of_mission(jurisdiction, mission, election)


def may_read(actor: Actor, mission: str) -> bool:
    """A mission reads its own inquiries and no other's; the institutions at home read all."""
    return at_home(actor) or (bool(mission) and own_mission(actor) == mission)


def acts_for_body(actor: Actor, rules: Rules, body: str) -> bool:
    """Whether the actor's role acts for a body at home that the lawbook names."""
    return at_home(actor) and body in rules.book.bodies and acts_for(actor, rules, body)


def body_of(actor: Actor, rules: Rules) -> str:
    """The body for which the actor speaks, as the lawbook names it; the kind of body where it names none."""
    return next((key for key in rules.book.bodies if acts_for(actor, rules, key)), actor.body)
