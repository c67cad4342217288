"""The acts on seminars, a module a subject."""

from legation.training.actions.holding import (
    answer_question,
    ask_question,
    ask_room,
    end_session,
    enter_attendance,
    open_room,
    set_room,
    take_events,
)
from legation.training.actions.inviting import add_participant, answer, invite, remind
from legation.training.actions.learning import Asked, issue_certificate, set_test, take_test
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
    "Asked",
    "Facts",
    "add_module",
    "add_participant",
    "add_speaker",
    "answer",
    "answer_question",
    "ask_question",
    "ask_room",
    "cancel_seminar",
    "change_seminar",
    "end_session",
    "enter_attendance",
    "invite",
    "issue_certificate",
    "open_room",
    "plan_seminar",
    "remind",
    "remove_module",
    "remove_speaker",
    "set_room",
    "set_sessions",
    "set_test",
    "take_events",
    "take_test",
]
