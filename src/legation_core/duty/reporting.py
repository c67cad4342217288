"""The situation report of a day: when it is due, and when it may be signed.

Practice: two bodies settled daily what came up. The report is drawn up from records at the set hour, and signed by one
person of each institution as it was read; what changed since is in the next one.
"""

from datetime import datetime, timedelta

from legation_core.problems import Refused
from legation_core.timetable.zones import END_OF_DAY, Edge, instant, local


def last_due(now: datetime, minutes: int, zone: str) -> datetime:
    """The newest instant at which a report was due, by the clocks of `zone`. Refuses (D304) what is no time of day."""
    if not 0 <= minutes < END_OF_DAY:
        raise Refused("D304")
    today = local(now, zone).date()
    due = instant(today, minutes, zone, Edge.START)
    return due if due <= now else instant(today - timedelta(days=1), minutes, zone, Edge.START)


def check_drawing(until: datetime | None, now: datetime) -> None:
    """Refuses (D303) a report that reports nothing after the last signed one, which tells `until` the same instant."""
    if until is not None and now <= until:
        raise Refused("D303")


def check_signing(digest: str, read: str, *, signed: bool) -> None:
    """Whether a report is signed as it was read: not twice (D301), and not another than was read (D302)."""
    if signed:
        raise Refused("D301")
    if digest != read:
        raise Refused("D302")
