"""The only writes to the daily work, a module a subject."""

from legation.coordination.actions.complaints import (
    appeal,
    decide_complaint,
    lodge_complaint,
    set_hearing,
    withdraw_complaint,
)
from legation.coordination.actions.matters import (
    close_matter,
    decide_matter,
    name_effect,
    offer_option,
    raise_matter,
    remark,
    reopen_matter,
    set_due,
    take_matter,
)
from legation.coordination.actions.meetings import draw_up_minutes, sign_minutes
from legation.coordination.actions.notices import acknowledge, choose_mail, mailed, send_broadcast, telephoned
from legation.coordination.actions.papers import (
    correct_paper,
    decide_submission,
    draft_paper,
    draw_paper,
    redraw_paper,
    send_paper,
    withdraw_paper,
)
from legation.coordination.actions.plan import accept_many, approve_plan, report_many
from legation.coordination.actions.tasks import (
    accept_task,
    drop_task,
    reassign_task,
    report_task,
    reschedule_task,
    return_task,
    start_task,
    take_task,
)
from legation.coordination.actions.telling import tell_late_tasks

__all__ = [
    "accept_many",
    "accept_task",
    "acknowledge",
    "appeal",
    "approve_plan",
    "choose_mail",
    "close_matter",
    "correct_paper",
    "decide_complaint",
    "decide_matter",
    "decide_submission",
    "draft_paper",
    "draw_paper",
    "draw_up_minutes",
    "drop_task",
    "lodge_complaint",
    "mailed",
    "name_effect",
    "offer_option",
    "raise_matter",
    "reassign_task",
    "redraw_paper",
    "remark",
    "reopen_matter",
    "report_many",
    "report_task",
    "reschedule_task",
    "return_task",
    "send_broadcast",
    "send_paper",
    "set_due",
    "set_hearing",
    "sign_minutes",
    "start_task",
    "take_matter",
    "take_task",
    "telephoned",
    "tell_late_tasks",
    "withdraw_complaint",
    "withdraw_paper",
]
