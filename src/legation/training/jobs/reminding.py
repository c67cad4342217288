"""Timed work: whoever has not answered is reminded, by standing order of whoever invited."""

import logging

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.training import actions
from legation.training.queries.orders import standing
from legation_core.problems import Refused

journal = logging.getLogger("legation.training")


def remind() -> None:
    """Remind where it is due. An order whose giver no longer holds the role waits for a person."""
    for election, code, person, role in standing():
        at = clock.now()
        try:
            actions.remind(election=election, code=code, by=actor_by_code(person, at, role), at=at)
        except Refused as refused:
            journal.warning("nobody is reminded of %s: the order has no holder (%s)", code, refused.code)
