"""Timed work: what changed is frozen again, by standing order of whoever published the election; tables brought in."""

import logging

from legation.accounts.queries import actor_again, actor_by_code
from legation.base import clock
from legation.publication import actions, queries
from legation.readers.bringing import Asked
from legation.readers.table_kinds import Importable
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


def history_table(asked: Asked) -> Importable:
    """The table of earlier elections, kept by whoever brought it. Refused where they no longer hold the role."""
    at = clock.now()
    by = actor_again(asked.person, asked.role, asked.jurisdiction, (asked.scope_kind, asked.scope_code), at)
    return actions.importable(asked.election, by=by, at=at)
