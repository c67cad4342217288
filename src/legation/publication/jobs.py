"""Timed work: what changed is frozen again, by standing order of whoever published the election."""

import logging

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.publication import actions, queries
from legation_core.problems import Refused

journal = logging.getLogger("legation.publication")


def follow() -> None:
    """Freeze every followed election anew. An order whose giver no longer holds the role waits for a person."""
    for election, person, role in queries.followed():
        at = clock.now()
        try:
            actions.freeze(election=election, by=actor_by_code(person, at, role), at=at)
        except Refused as refused:
            journal.warning("%s is not frozen: the order to publish has no holder (%s)", election, refused.code)
