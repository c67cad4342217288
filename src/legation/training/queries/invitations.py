"""An invitation as iCalendar, in the zone of whoever is asked (RFC 5545): zones by name, with their rules beside."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext
from icalendar import Alarm, Calendar, Event

from legation.base.wording import text_of
from legation.plan.convert import ElectionValue
from legation.training.convert import SeatValue, SeminarValue, SessionValue
from legation_core.training.states import Answer, State

BEFORE = timedelta(minutes=30)
"""How long before it the calendar reminds."""


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
