"""The only writes to papers."""

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
