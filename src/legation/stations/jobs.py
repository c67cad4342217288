"""The worker's part of bringing in stations: as the person who brought the file."""

from legation.accounts.queries import actor_again
from legation.base import clock
from legation.readers.bringing import Asked
from legation.readers.table_kinds import Importable
from legation.stations import actions


def table(asked: Asked) -> Importable:
    """The table, kept by whoever brought it. Refused where they no longer hold the role."""
    at = clock.now()
    by = actor_again(asked.person, asked.role, asked.jurisdiction, (asked.scope_kind, asked.scope_code), at)
    return actions.importable(asked.election, by=by, at=at)
