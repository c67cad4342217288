"""Timed work: the situation report of each day at the set hour, by standing order."""

import logging

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.headquarters import actions
from legation.headquarters.queries import reports
from legation.plan import queries as plan
from legation_core.duty.reporting import last_due
from legation_core.problems import Refused

journal = logging.getLogger("legation.headquarters")


def draw_due() -> None:
    """Draw up every report that is due and not drawn up. An order whose giver lost the role waits for a person."""
    at = clock.now()
    for election, minutes, person, role in reports.orders():
        due, last = last_due(at, minutes, plan.election(election).home_zone), reports.last_until(election)
        if last is not None and last >= due:
            continue
        try:
            actions.draw_report(election=election, by=actor_by_code(person, at, role), at=at)
        except Refused as refused:
            journal.warning("the report of %s is not drawn up: %s", election, refused.code)
