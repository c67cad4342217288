"""The only writes to headquarters."""

from legation.headquarters.actions.duty import assign_duty, remove_shift
from legation.headquarters.actions.gates import set_gate
from legation.headquarters.actions.handing_over import hand_over_shift
from legation.headquarters.actions.log import close_entry, keep_entry
from legation.headquarters.actions.reports import draw_report, order_reports, sign_report
from legation.headquarters.actions.staff import establish_unit, let_leave, name_member

__all__ = [
    "assign_duty",
    "close_entry",
    "draw_report",
    "establish_unit",
    "hand_over_shift",
    "keep_entry",
    "let_leave",
    "name_member",
    "order_reports",
    "remove_shift",
    "set_gate",
    "sign_report",
]
