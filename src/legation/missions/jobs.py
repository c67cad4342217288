"""The worker's part of bringing in missions and registered voters: as the person who brought the file."""

from legation.accounts.queries import actor_again
from legation.base import clock
from legation.missions import actions
from legation.readers.bringing import Asked
from legation.readers.table_kinds import Importable


def table(asked: Asked) -> Importable:
    """The table, kept by whoever brought it. Refused where they no longer hold the role."""
    at = clock.now()
    by = actor_again(asked.person, asked.role, asked.jurisdiction, (asked.scope_kind, asked.scope_code), at)
    return actions.importable(asked.what, asked.election, by=by, at=at)
