"""Powers over the plan, and the question which body the lawbook names for an act."""

from legation.accounts.permissions.joint import Place
from legation.base.actors import Actor, ScopeRef
from legation_core.lawbook.model import Competence, Rules
from legation_core.powers.four_eyes import Needs
from legation_core.problems import Refused


def scopes_of(jurisdiction: str, election: str = "") -> frozenset[ScopeRef]:
    """The scopes in which a jurisdiction, or an election of it, lies."""
    scopes = {ScopeRef("jurisdiction", jurisdiction)}
    return frozenset(scopes | ({ScopeRef("election", election)} if election else set()))


def competent(actor: Actor, rules: Rules, act: str) -> Competence:
    """The competence for `act`, when the actor's role acts for the body it names; else refused with the article."""
    competence = competence_for(rules, act)
    if not acts_for(actor, rules, competence.body):
        raise Refused("A002", facts={"act": act, "body": competence.body, "source": competence.source})
    return competence


def acts_for(actor: Actor, rules: Rules, body: str) -> bool:
    """Whether the actor's role stands for a body of the lawbook: by the body's kind, whatever a country calls it."""
    return rules.book.bodies[body].kind in actor.bodies


def competence_for(rules: Rules, act: str) -> Competence:
    """What the lawbook says about `act`. An act that it does not name is nobody's."""
    if act not in rules.competences:
        raise Refused("A003", facts={"act": act})
    return rules.competences[act]


def needs_of(rules: Rules, act: str, *, always: bool) -> Needs:
    """Who must act for `act`: two persons where it `always` needs them or the lawbook has another body confirm it."""
    competence, bodies = competence_for(rules, act), rules.book.bodies
    confirmed = bodies[competence.confirmed_by].kind if competence.confirmed_by else ""
    return Needs(bodies[competence.body].kind, confirmed, required=always or bool(confirmed))


def place_of(
    rules: Rules, act: str, scopes: frozenset[ScopeRef], *, election: str = "", subject: str = "", always: bool = True
) -> Place:
    """Where a joint act under these rules belongs."""
    return Place(
        needs=needs_of(rules, act, always=always),
        jurisdiction=rules.book.jurisdiction,
        body=competence_for(rules, act).body,
        election=election,
        lawbook=rules.book.digest,
        subject=subject,
        scopes=scopes,
    )
