"""Tables of headquarters: staff, duty."""

from legation.headquarters.models.duty import Entry, HandOver, Shift
from legation.headquarters.models.staff import Member, Unit

__all__ = ["Entry", "HandOver", "Member", "Shift", "Unit"]
