"""The acts on seminars, a module a subject."""

from legation.training.actions.inviting import add_participant, answer, invite, remind
from legation.training.actions.planning import (
    Facts,
    add_module,
    add_speaker,
    cancel_seminar,
    change_seminar,
    plan_seminar,
    remove_module,
    remove_speaker,
    set_sessions,
)

__all__ = [
    "Facts",
    "add_module",
    "add_participant",
    "add_speaker",
    "answer",
    "cancel_seminar",
    "change_seminar",
    "invite",
    "plan_seminar",
    "remind",
    "remove_module",
    "remove_speaker",
    "set_sessions",
]
