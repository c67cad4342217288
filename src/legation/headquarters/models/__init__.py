"""Tables of headquarters: staff, duty, gates set by hand."""

from legation.headquarters.models.duty import Entry, HandOver, Shift
from legation.headquarters.models.gates import GateSetting
from legation.headquarters.models.reports import Report, ReportOrder
from legation.headquarters.models.staff import Member, Unit

__all__ = ["Entry", "GateSetting", "HandOver", "Member", "Report", "ReportOrder", "Shift", "Unit"]
