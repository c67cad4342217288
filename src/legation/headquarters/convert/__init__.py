"""Rows of headquarters as values."""

from legation.headquarters.convert.duty import EntryValue, HandOverValue, ShiftValue, core_shift
from legation.headquarters.convert.staff import MemberValue, UnitValue

__all__ = ["EntryValue", "HandOverValue", "MemberValue", "ShiftValue", "UnitValue", "core_shift"]
