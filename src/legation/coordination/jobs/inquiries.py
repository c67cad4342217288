"""Timed work: inquiries that are nearly due, due and long overdue are called to mind."""

from legation.accounts.queries import actor_of
from legation.base import clock
from legation.base.actors import Grant, ScopeRef
from legation.coordination.actions import inquiries as actions
from legation.coordination.queries.inquiries import open_ones
from legation_core.correspondence.clock import step_of
from legation_core.problems import Refused


def call_inquiries_to_mind() -> None:
    """Once a step for each: the record says that the body was reminded. The desks show it from then on."""
    at = clock.now()
    for row in open_ones():
        loudness = step_of(row.due_at, row.counted_from, at)
        if loudness <= row.reminded:
            continue
        home = Grant("operator", row.jurisdiction_id, "", ScopeRef("jurisdiction", row.jurisdiction_id), at)
        try:
            actions.call_to_mind(
                election=row.election_id, code=row.code, loudness=loudness, by=actor_of("worker", home), at=at
            )
        except Refused:
            continue  # somebody answered it, or another worker was quicker
