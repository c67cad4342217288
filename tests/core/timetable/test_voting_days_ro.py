"""Three voting days, from Romania's lawbook: between two of them a station is not yet open, not closed."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from legation_core.lawbook.loader import load
from legation_core.lawbook.model import Rules
from legation_core.network.establishment import Kind, stations_needed
from legation_core.timetable.day import Change, events, first_opening, last_closing, status
from legation_core.timetable.deadlines import ElectionDates, Place, deadlines, undated
from legation_core.timetable.windows import Window, hours_of, windows

BOOK = Path(__file__).parents[3] / "src/legation_core/lawbook/books/ro.toml"
ELECTION_DAY = date(2019, 11, 10)
DATES = ElectionDates(date(2019, 7, 11), date(2019, 7, 11), ELECTION_DAY)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load(BOOK).on(ELECTION_DAY)


@pytest.fixture(scope="module")
def found(rules: Rules) -> tuple[Window, ...]:
    zones = {"Auckland": "Pacific/Auckland", "Rome": "Europe/Rome", "Vancouver": "America/Vancouver"}
    return windows(hours_of(place, zone, rules.hours, ELECTION_DAY) for place, zone in zones.items())


def test_three_voting_days_make_three_windows_a_station(found: tuple[Window, ...]) -> None:
    assert [event.change for event in events(found) if event.station == "Rome"] == [
        Change.OPENS,
        Change.PAUSES,
        Change.REOPENS,
        Change.PAUSES,
        Change.REOPENS,
        Change.CLOSES,
    ]


def test_three_voting_days_last_from_auckland_to_vancouver(found: tuple[Window, ...]) -> None:
    assert first_opening(found) == datetime(2019, 11, 7, 23, tzinfo=UTC)
    assert last_closing(found) == datetime(2019, 11, 11, 5, tzinfo=UTC)


def test_between_voting_days_a_station_reopens(found: tuple[Window, ...]) -> None:
    night = status(found, datetime(2019, 11, 9, 1, tzinfo=UTC))
    assert (night.open, night.not_yet, night.closed) == (("Auckland", "Vancouver"), ("Rome",), ())
    assert night.reopens == ("Rome",)


def test_every_entry_has_its_instants(rules: Rules, found: tuple[Window, ...]) -> None:
    rome = tuple(window for window in found if window.station == "Rome")
    places = [Place("station", "Rome", "Europe/Rome", rome), Place("mission", "Embassy", "Europe/Rome", rome)]
    plan = deadlines(rules.calendar, DATES, rules.book.home_zone, places)
    assert {deadline.key for deadline in plan} == {entry.key for entry in rules.calendar}
    assert undated(rules.calendar, places) == ()


def test_stations_are_at_discretion(rules: Rules) -> None:
    assert stations_needed(100, rules.establishment).kind is Kind.MAY
