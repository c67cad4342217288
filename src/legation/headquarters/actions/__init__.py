"""The only writes to headquarters."""

from legation.headquarters.actions.duty import assign_duty, remove_shift
from legation.headquarters.actions.gates import set_gate
from legation.headquarters.actions.handing_over import hand_over_shift
from legation.headquarters.actions.log import close_entry, keep_entry
from legation.headquarters.actions.staff import establish_unit, let_leave, name_member

__all__ = [
    "assign_duty",
    "close_entry",
    "establish_unit",
    "hand_over_shift",
    "keep_entry",
    "let_leave",
    "name_member",
    "remove_shift",
    "set_gate",
]
