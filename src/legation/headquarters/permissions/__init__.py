"""The institutions that have headquarters, for which of them an actor acts, and the scopes of what they keep."""

from collections.abc import Mapping

from legation.base.actors import Actor, Permission
from legation.plan.permissions import acts_for, scopes_of
from legation_core.lawbook.model import Body, Rules
from legation_core.powers.four_eyes import INSTITUTIONS
from legation_core.problems import Refused

__all__ = ["acting_body", "institutions", "own_institution", "require_own", "scopes_of", "sees_contacts"]


def institutions(rules: Rules) -> Mapping[str, Body]:
    """The bodies at home that each have their headquarters, in the order of the lawbook."""
    return {key: body for key, body in rules.book.bodies.items() if body.kind in INSTITUTIONS}


def own_institution(actor: Actor, rules: Rules) -> str:
    """The institution for which the actor acts; empty where it is none."""
    return next((key for key in institutions(rules) if acts_for(actor, rules, key)), "")


def acting_body(actor: Actor, rules: Rules) -> str:
    """The body of the lawbook for which the actor acts, whichever it is."""
    return next((key for key in rules.book.bodies if acts_for(actor, rules, key)), actor.body)


def require_own(actor: Actor, rules: Rules, body: str) -> None:
    """Refuses (D105) what another institution keeps for itself."""
    own = own_institution(actor, rules)
    if not own or own != body:
        raise Refused("D105", facts={"bodies": own or actor.body})


def sees_contacts(actor: Actor) -> bool:
    """Telephones and addresses are for those who work there, not for whoever only reads."""
    return Permission.DUTY_KEEP in actor.permissions
