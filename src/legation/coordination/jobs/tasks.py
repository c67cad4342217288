"""Timed work: late tasks are told on, to whoever owes them, the superior, both headquarters."""

from legation.accounts.queries import actor_of
from legation.base import clock
from legation.base.actors import Grant, ScopeRef
from legation.coordination import actions
from legation.coordination.queries.telling import with_tasks_to_tell
from legation_core.problems import Refused


def tell_late_tasks() -> None:
    """Each level of each late task once; it goes on until nobody is left to tell, also after the worker stood still."""
    at = clock.now()
    for election, jurisdiction in with_tasks_to_tell(at):
        home = Grant("operator", jurisdiction, "", ScopeRef("jurisdiction", jurisdiction), at)
        by = actor_of("worker", home)
        try:
            while actions.tell_late_tasks(election=election, by=by, at=at):
                pass
        except Refused:
            continue  # nothing is left, or another worker was quicker
