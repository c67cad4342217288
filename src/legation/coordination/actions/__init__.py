"""The only writes to the daily work of the two institutions: of papers here, of the rest in a module a subject."""

from legation.coordination.actions.papers import (
    correct_paper,
    decide_submission,
    draft_paper,
    draw_paper,
    redraw_paper,
    send_paper,
    withdraw_paper,
)

__all__ = [
    "correct_paper",
    "decide_submission",
    "draft_paper",
    "draw_paper",
    "redraw_paper",
    "send_paper",
    "withdraw_paper",
]
