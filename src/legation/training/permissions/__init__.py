"""The scopes in which a seminar and its seats lie, and whose a seat is."""

from legation.base.actors import Actor, ScopeRef
from legation.plan.permissions import scopes_of as scopes_of_plan
from legation_core.training.audience import Seat

PLACES = {Seat.REPRESENTATIVE: "mission", Seat.CHAIR: "district"}
"""Kind of seat -> kind of the place whose people answer for it; a unit's seat is the institutions' own."""


def scopes_of(jurisdiction: str, election: str, kind: str = "", of: str = "") -> frozenset[ScopeRef]:
    """Those of the jurisdiction and the election; of a seat also of its mission or district."""
    place = PLACES.get(Seat(kind)) if kind else None
    own = {ScopeRef(place, f"{jurisdiction}/{of}")} if place else set()
    return scopes_of_plan(jurisdiction, election) | own


def organises(actor: Actor) -> bool:
    """Whether the actor belongs to an institution at home: these see every seat."""
    return actor.grant.scope.kind == "jurisdiction"


def own_seat(actor: Actor) -> tuple[str, str] | None:
    """Kind and place of the seat for which people of the actor's place answer; none for other places."""
    kind, code = actor.grant.scope.kind, actor.grant.scope.code.rpartition("/")[2]
    return next(((str(seat), code) for seat, place in PLACES.items() if place == kind), None)
