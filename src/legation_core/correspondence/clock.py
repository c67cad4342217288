"""Until when an inquiry is to be answered: a clock that counts the asker's working hours and tightens near the day.

The terms stand in the lawbook (`[[inquiry_terms]]`): from so many days before the election day on, an inquiry of this
urgency has so many hours, counted in the working hours of whoever asks or, near the day, round the clock. A term that
begins while an inquiry is open shortens what is left of it, and never lengthens it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from legation_core.lawbook.model import InquiryTerm
from legation_core.timetable.working import Office, after
from legation_core.timetable.zones import Edge, instant

ROUND = "round"
"""Every hour of the day counts."""


@dataclass(frozen=True, slots=True)
class Due:
    """When the answer is due, and the term that says so."""

    at: datetime
    term: InquiryTerm


def due(
    asked: datetime, *, urgency: str, terms: Iterable[InquiryTerm], election_day: date, office: Office
) -> Due | None:
    """The earliest instant that any term of this urgency gives; `None` where the lawbook has no term for it."""
    found = [Due(_until(asked, term, election_day, office), term) for term in terms if term.urgency == urgency]
    return min(found, key=lambda one: (one.at, one.term.days), default=None)


def begins(term: InquiryTerm, election_day: date, zone: str) -> datetime:
    """The instant from which a term holds: the beginning of its day, by the asker's clock."""
    return instant(election_day + timedelta(days=term.days), 0, zone, Edge.START)


def _until(asked: datetime, term: InquiryTerm, election_day: date, office: Office) -> datetime:
    start = max(asked, begins(term, election_day, office.zone))
    if term.clock == ROUND:
        return (start + timedelta(hours=term.hours)).astimezone(UTC)
    return after(office, start, term.hours * 60)


def step_of(due_at: datetime, asked: datetime, now: datetime) -> int:
    """How loudly an inquiry is to be called to mind: 0 not yet, 1 three quarters of its time gone, 2 due, 3 as late
    again as it had time, at the most a day: then both headquarters are told."""
    whole = due_at - asked
    if now >= due_at + min(whole, timedelta(days=1)):
        return 3
    if now >= due_at:
        return 2
    return 1 if now >= asked + whole * 3 / 4 else 0
