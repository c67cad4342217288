"""Calendar files: read back by a parser, with identifiers that stay."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from legation.public.routes import address


def read(site, path: str) -> Calendar:
    return Calendar.from_ical(address(site, path).render())


@pytest.mark.parametrize("language", ["en", "az"])
def test_the_calendar_of_the_law_has_an_event_an_entry(changed, language: str) -> None:
    events = read(changed, f"{language}/calendar.ics").walk("VEVENT")
    keys = [f"az2024-{one['key']}@{changed.election['log']['origin'].partition('/')[0]}" for one in changed.calendar]
    assert [str(event["uid"]) for event in events] == keys
    assert len(set(keys)) == len(keys)
    assert [str(event["summary"]) for event in events] == [one["text"][language] for one in changed.calendar]


def test_an_entry_dated_by_day_fills_that_day(changed) -> None:
    entries = zip(changed.calendar, read(changed, "en/calendar.ics").walk("VEVENT"), strict=True)
    wrong = [
        one["key"]
        for one, event in entries
        if one["whole_day"]
        and one["on"] == one["last_on"]
        and event.decoded("dtstart") != date.fromisoformat(one["on"])
    ]
    assert wrong == []


def test_the_hours_of_a_station_are_instants(changed) -> None:
    (event,) = read(changed, "en/stations/tabriz.ics").walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2024, 2, 7, 4, 30, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2024, 2, 7, 15, 30, tzinfo=UTC)
    assert str(event["location"]) == "=12 Bahar Street"
