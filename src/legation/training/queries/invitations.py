"""Who is told of an invitation by mail, and the invitation as iCalendar, in the zone of whoever is asked (RFC 5545).

Zones stand there by name, with their rules beside.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext
from icalendar import Alarm, Calendar, Event

from legation.base.wording import text_of
from legation.coordination.queries import mail
from legation.missions import queries as missions
from legation.plan.convert import ElectionValue
from legation.training.convert import SeatValue, SeminarValue, SessionValue, seat_value, seminar_value, session_value
from legation.training.models import Seat
from legation_core.training.states import Answer, State

BEFORE = timedelta(minutes=30)
"""How long before it the calendar reminds."""


@dataclass(frozen=True, slots=True)
class Invited:
    """A seat that is told by mail: of a mission with an address on record, before it answered."""

    seminar: SeminarValue
    seat: SeatValue
    session: SessionValue
    zone: str
    address: str


def invited(seat: str) -> Invited | None:
    """Who is told of a seat; nobody where it was answered, the seminar is not open or no address is on record."""
    row = Seat.objects.filter(code=seat, kind="representative").select_related("seminar", "session").first()
    if row is None or row.session is None or row.answer != Answer.NONE or row.seminar.state != State.INVITED:
        return None
    post = missions.mission(row.seminar.jurisdiction_id, row.of)
    address = mail.address_of(post.id)
    if not address:
        return None
    return Invited(seminar_value(row.seminar), seat_value(row), session_value(row.session), post.zone, address)


def icalendar_of(
    election: ElectionValue,
    seminar: SeminarValue,
    seat: SeatValue,
    session: SessionValue,
    *,
    zone: str,
    link: str,
    at: datetime,
) -> bytes:
    """One event that keeps its identifier when the answer or the session changes. `at` is when it was made, UTC."""
    calendar = Calendar()
    calendar.add("prodid", "-//Legation//Seminar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event = Event()
    event.add("uid", f"{seat.code}.{seminar.code}@{settings.LOG_ORIGIN.replace('/', '.')}")
    event.add("dtstamp", at)
    event.add("dtstart", session.starts_at.astimezone(ZoneInfo(zone)))
    event.add("dtend", session.ends_at.astimezone(ZoneInfo(zone)))
    event.add("summary", text_of(seminar.names))
    event.add(
        "description", "\n".join([text_of(seminar.aims), gettext("Your page: %(link)s") % {"link": link}]).strip()
    )
    event.add("url", link)
    event.add("categories", [text_of(election.names)])
    event.add("status", _status(seminar, seat))
    event.add_component(_alarm(seminar))
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _status(seminar: SeminarValue, seat: SeatValue) -> str:
    if seminar.state is State.CANCELLED or seat.answer is Answer.NO:
        return "CANCELLED"
    return "CONFIRMED" if seat.answer in (Answer.YES, Answer.SUBSTITUTE) else "TENTATIVE"


def _alarm(seminar: SeminarValue) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -BEFORE)
    alarm.add("description", text_of(seminar.names))
    return alarm
