"""Acts by two persons in tests: one proposes, a second one of the commission confirms."""

from datetime import datetime
from typing import Any

from legation.accounts.actions import joint
from legation.accounts.actions.joint import Joint
from legation.accounts.queries import actor_by_code
from legation.base.actors import Actor


def by_two(what: Joint[..., Any], *, by: Actor, at: datetime, second: str = "", **given: Any) -> str:
    """Propose and confirm at one instant; the joint act's code. `second`: Ana, or Eli where Ana proposes."""
    code = what.propose(by=by, at=at, **given)
    other = second or ("eli" if by.person == "ana" else "ana")
    joint.confirm(code=code, by=actor_by_code(other, at), at=at)
    return code
