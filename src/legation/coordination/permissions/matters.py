"""The scopes in which a matter lies: both institutions, and the place whose it is. A mission sees only its own."""

from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, ScopeRef
from legation_core.correspondence import matters
from legation_core.powers.four_eyes import Needs


def scopes_of(jurisdiction: str, election: str, kind: str = "", code: str = "") -> frozenset[ScopeRef]:
    """Those of the jurisdiction and the election, and of the mission, district or station whose matter it is."""
    home = {ScopeRef("jurisdiction", jurisdiction), ScopeRef("election", election)}
    return frozenset(home | ({ScopeRef(kind, code)} if kind else set()))


def institution_of(actor: Actor) -> str:
    """The institution for which the actor settles matters: at home alone."""
    return matters.institution_of(actor.bodies) if actor.grant.scope.kind == "jurisdiction" else ""


def place_of(
    actor: Actor, jurisdiction: str, election: str, *, subject: str, lawbook: str, kind: str = "", code: str = ""
) -> Place:
    """Where the agreement of both institutions belongs: the one proposes, a person of the other confirms."""
    own = institution_of(actor)
    return Place(
        needs=Needs(own, matters.other(own)) if own else Needs(actor.body, matters.MINISTRY),
        jurisdiction=jurisdiction,
        body=own or actor.body,
        election=election,
        lawbook=lawbook,
        subject=subject,
        scopes=scopes_of(jurisdiction, election, kind, code),
    )
