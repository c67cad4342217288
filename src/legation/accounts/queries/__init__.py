"""Reads of accounts: who somebody is and what they may do."""

from legation.accounts.queries.people import (
    actor,
    actor_again,
    actor_by_code,
    actor_of,
    grants_of,
    holders,
    listed,
    names_of,
    numbered_grants,
    telephones_of,
    user,
)

__all__ = [
    "actor",
    "actor_again",
    "actor_by_code",
    "actor_of",
    "grants_of",
    "holders",
    "listed",
    "names_of",
    "numbered_grants",
    "telephones_of",
    "user",
]
