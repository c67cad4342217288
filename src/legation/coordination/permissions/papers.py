"""The scopes in which a paper lies, and who may read one."""

from legation.base.actors import Actor, ScopeRef
from legation.missions.permissions import scopes_of as scopes_of_mission
from legation.plan.permissions import acts_for
from legation_core.lawbook.model import Rules


def scopes_of(jurisdiction: str, election: str, mission: str = "") -> frozenset[ScopeRef]:
    """Those of the jurisdiction and the election, and of the mission that writes."""
    return scopes_of_mission(jurisdiction, mission, election)


def author_for(actor: Actor, body: str, mission: str = "") -> str:
    """Who writes: the body, and of a mission or a district commission which one it is."""
    scope = actor.grant.scope
    which = mission or (scope.code.rpartition("/")[2] if scope.kind == "district" else "")
    return f"{body}/{which}" if which else body


def writes_for(actor: Actor, rules: Rules, body: str, mission: str = "", author: str = "") -> bool:
    """Whether the actor writes for the body: that mission, where one writes; that district, of what it wrote before."""
    if body not in rules.book.bodies or not acts_for(actor, rules, body):
        return False
    own = actor.grant.scope
    if own.kind == "district":
        return author in ("", author_for(actor, body))
    return own.kind != "mission" or own.code == f"{actor.grant.jurisdiction}/{mission}"


def may_read(actor: Actor, rules: Rules, *, body: str, mission: str, author: str, addressee: str, sent: bool) -> bool:
    """A draft is its body's alone. What was sent is read by the institutions at home, its body and its addressee."""
    if writes_for(actor, rules, body, mission, author):
        return True
    to_own = bool(addressee) and addressee in rules.book.bodies and acts_for(actor, rules, addressee)
    return sent and (to_own or actor.grant.scope.kind == "jurisdiction")
