"""The scopes in which a task lies, who sees it, who does it, who accepts it, who directs the plan."""

from legation.base.actors import Actor, Permission, ScopeRef
from legation.missions.permissions import at_home, own_mission
from legation.missions.permissions import scopes_of as scopes_of_mission
from legation.plan.permissions import acts_for
from legation_core.lawbook.model import Rules


def scopes_of(jurisdiction: str, election: str, mission: str = "") -> frozenset[ScopeRef]:
    """Those of the jurisdiction and the election, and of the mission that owes it."""
    return scopes_of_mission(jurisdiction, mission, election)


def does(actor: Actor, rules: Rules, owner: str, mission: str) -> bool:
    """Whether the actor does tasks of this owner there: everybody of a mission does its mission's."""
    if Permission.TASK_DO not in actor.permissions:
        return False
    own = own_mission(actor)
    if mission:
        return own == mission
    return not own and owner in rules.book.bodies and acts_for(actor, rules, owner)


def accepts(actor: Actor, rules: Rules, body: str, mission: str = "") -> bool:
    """Whether the actor acts for the body that accepts it; of a mission, only for its own."""
    if Permission.TASK_DO not in actor.permissions or body not in rules.book.bodies:
        return False
    own = own_mission(actor)
    return acts_for(actor, rules, body) and own in ("", mission)


def directs(actor: Actor) -> bool:
    """Whether the actor directs the plan: moves and drops tasks, gives them to people, reports for missions."""
    return Permission.TASK_DIRECT in actor.permissions and at_home(actor)
