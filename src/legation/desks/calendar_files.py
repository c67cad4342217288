"""The calendar plan as files: flat rows for CSV, JSON and spreadsheets, and iCalendar for people's own calendars."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, ngettext
from icalendar import Calendar, Event

from legation.base.wording import text_of
from legation.base.wording.instants import iso
from legation.desks.calendars import Line, day_counted
from legation.plan.convert import ElectionValue
from legation.plan.web.words import body_told, counted_otherwise


def row_of(election: ElectionValue, line: Line, clock: str = "") -> dict[str, object]:
    """A line as a flat row. `on` is the day that the law names; instants are UTC, from the first place to the last.

    `due_local` is the first instant again by the zone `clock`, a mission's, or the home zone.
    """
    entry, clock = line.entry, clock or election.home_zone
    return {
        "key": line.key,
        "day": day_counted(election, line.on),
        "on": line.on.isoformat(),
        "due_utc": _utc(line.due),
        "due_utc_last": _utc(line.last_due),
        "due_local": line.due.astimezone(ZoneInfo(clock)).isoformat(timespec="minutes"),
        "clock": clock,
        "late_from_utc": _utc(line.late_from) if line.late_from else "",
        "zone": line.zone or "local",
        "rule": str(entry.rule),
        "counted": counted_otherwise(line.entry),
        "each": entry.each,
        "places": line.places,
        "owner": entry.owner,
        "owner_name": body_told(election.book, entry.owner),
        "what": text_of(entry.text),
        "evidence": text_of(entry.evidence) if entry.evidence else "",
        "source": entry.source,
        "assumed": "yes" if entry.assumed else "no",
        "note": " ".join(entry.note.split()),
    }


def _utc(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def icalendar_of(
    election: ElectionValue, lines: Iterable[Line], *, origin: str, at: datetime, mission: str = "", zone: str = ""
) -> bytes:
    """One event a line (RFC 5545), with an identifier that stays when the day moves. `at` is when it was made, UTC.

    What the law dates by day alone fills that day, where `zone`, the reader's, has the same midnight; else it stands at
    its instant.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Legation//Calendar plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", text_of(election.names))
    for line in lines:
        calendar.add_component(_event(election, line, origin, at, mission, zone))
    return bytes(calendar.to_ical())


def _event(election: ElectionValue, line: Line, origin: str, at: datetime, mission: str, zone: str) -> Event:
    event = Event()
    place = f"{mission}." if mission else ""
    event.add("uid", f"{line.key}.{place}{election.code}@{origin.replace('/', '.')}")
    event.add("dtstamp", at)
    if line.whole_day and zone in ("", line.zone) and not line.spans:
        event.add("dtstart", line.on)
    else:
        event.add("dtstart", line.due)
        if line.spans:
            event.add("dtend", line.last_due)
    event.add("summary", f"{day_counted(election, line.on)} {text_of(line.entry.text)}")
    event.add("description", "\n".join(_described(election, line)))
    event.add("categories", [body_told(election.book, line.entry.owner)])
    event.add("transp", "TRANSPARENT")
    return event


def _described(election: ElectionValue, line: Line) -> Iterable[str]:
    """Who owes it, by which article, until which instant, with what evidence."""
    entry = line.entry
    yield body_told(election.book, entry.owner)
    yield gettext("assumed, not read in the law") if entry.assumed else entry.source
    yield gettext("due %(instant)s") % {"instant": iso(line.due)}
    if line.places:
        counts = {"count": line.places}
        if entry.each == "mission":
            yield ngettext("%(count)d mission", "%(count)d missions", line.places) % counts
        else:
            yield ngettext("%(count)d station", "%(count)d stations", line.places) % counts
    if entry.evidence:
        yield gettext("evidence: %(text)s") % {"text": text_of(entry.evidence)}
