"""Who is open, not yet open and closed, from the first opening to the last closing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.timetable.day import (
    Change,
    Event,
    Mark,
    Status,
    events,
    first_opening,
    last_closing,
    marks,
    next_events,
    status,
)
from legation_core.timetable.windows import Opening, StationHours, Window, windows

BAKU = timedelta(hours=4)
MONDAY = datetime(2024, 6, 3, tzinfo=UTC)


def baku(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 2, day, hour, minute, tzinfo=UTC) - BAKU


def hour(number: int) -> datetime:
    return MONDAY + timedelta(hours=number)


def window(station: str, opens: int, closes: int) -> Window:
    return Window(hour(opens), hour(closes), station)


TWO_DAYS = (window("A", 8, 20), window("B", 10, 20), window("A", 32, 44))


@pytest.mark.parametrize(
    ("case", "at", "expected"),
    [
        ("before Seoul opens", baku(7, 2, 59), (0, 49, 0)),
        ("Seoul opens", baku(7, 3), (1, 48, 0)),
        ("Beijing opens", baku(7, 4), (2, 47, 0)),
        ("Astana, Almaty, Bishkek open", baku(7, 6), (5, 44, 0)),
        ("polls open in Azerbaijan", baku(7, 8), (14, 35, 0)),
        ("turnout report 1", baku(7, 10), (34, 15, 0)),
        ("turnout report 2", baku(7, 12), (47, 2, 0)),
        ("turnout report 3", baku(7, 15), (45, 2, 2)),
        ("turnout report 4, Washington opens", baku(7, 17), (43, 1, 5)),
        ("Azerbaijan closes, turnout report 5", baku(7, 19), (34, 1, 14)),
        ("UTC+3 closes, Los Angeles opens", baku(7, 20), (22, 0, 27)),
        ("first results briefing", baku(7, 21, 20), (15, 0, 34)),
        ("minute before 22:00", baku(7, 21, 59), (15, 0, 34)),
        ("from 22:00", baku(7, 22), (3, 0, 46)),
        ("briefing ends", baku(7, 22, 7), (3, 0, 46)),
        ("press conference", baku(8, 3, 13), (2, 0, 47)),
        ("Washington closes", baku(8, 4), (1, 0, 48)),
        ("Los Angeles closes", baku(8, 7), (0, 0, 49)),
    ],
)
def test_day_of_2024(case: str, at: datetime, expected: tuple[int, int, int], windows_2024: tuple[Window, ...]) -> None:
    found = status(windows_2024, at)
    assert (len(found.open), len(found.not_yet), len(found.closed)) == expected
    assert marks(windows_2024, [at]) == (Mark(at, *expected),)


def test_day_of_2024_runs_28_hours(windows_2024: tuple[Window, ...]) -> None:
    assert first_opening(windows_2024) == datetime(2024, 2, 6, 23, tzinfo=UTC)
    assert last_closing(windows_2024) == datetime(2024, 2, 8, 3, tzinfo=UTC)


def test_day_of_2024_opens_tabriz_at_half_past(windows_2024: tuple[Window, ...]) -> None:
    assert next_events(windows_2024, baku(7, 8)) == (Event(baku(7, 8, 30), Change.OPENS, "Tabriz 17/52"),)


@pytest.mark.parametrize(("day", "opens_at"), [(date(2024, 2, 29), 6), (date(2024, 3, 1), 7)])
def test_astana_and_almaty_open_an_hour_later_from_1_march_2024(day: date, opens_at: int) -> None:
    hours = (Opening(day, time(8), time(19)),)
    found = windows([StationHours("Almaty", "Asia/Almaty", hours), StationHours("Astana", "Asia/Almaty", hours)])
    at = datetime.combine(day, time(opens_at), UTC) - BAKU
    assert [(window.station, window.opens) for window in found] == [("Almaty", at), ("Astana", at)]


def test_voting_day_spans_49_hours_across_the_date_line() -> None:
    hours = (Opening(date(2024, 2, 7), time(0), time(0)),)
    found = windows([StationHours(place, f"Pacific/{place}", hours) for place in ("Kiritimati", "Pago_Pago")])
    at = datetime(2024, 2, 7, 10, 30, tzinfo=UTC)
    assert last_closing(found) - first_opening(found) == timedelta(hours=49)
    assert status(found, at) == Status(at, (), ("Pago_Pago",), ("Kiritimati",), ())


@pytest.mark.parametrize(
    ("at", "open_now", "not_yet", "closed", "reopens"),
    [
        (7, (), ("A", "B"), (), ()),
        (8, ("A",), ("B",), (), ()),
        (10, ("A", "B"), (), (), ()),
        (20, (), ("A",), ("B",), ("A",)),
        (31, (), ("A",), ("B",), ("A",)),
        (32, ("A",), (), ("B",), ()),
        (44, (), (), ("A", "B"), ()),
    ],
)
def test_status_between_two_voting_days(
    at: int, open_now: tuple[str, ...], not_yet: tuple[str, ...], closed: tuple[str, ...], reopens: tuple[str, ...]
) -> None:
    assert status(TWO_DAYS, hour(at)) == Status(hour(at), open_now, not_yet, closed, reopens)


def test_events_tell_a_pause_from_the_last_closing() -> None:
    assert events(TWO_DAYS) == (
        Event(hour(8), Change.OPENS, "A"),
        Event(hour(10), Change.OPENS, "B"),
        Event(hour(20), Change.CLOSES, "B"),
        Event(hour(20), Change.PAUSES, "A"),
        Event(hour(32), Change.REOPENS, "A"),
        Event(hour(44), Change.CLOSES, "A"),
    )


def test_next_events_are_those_of_the_next_instant_and_none_at_the_end() -> None:
    assert next_events(TWO_DAYS, hour(10)) == events(TWO_DAYS)[2:4]
    assert next_events(TWO_DAYS, hour(44)) == ()


def test_an_election_without_stations_has_no_first_opening() -> None:
    for ask in (first_opening, last_closing):
        with pytest.raises(Refused, match="T114"):
            ask(())
    assert status((), MONDAY) == Status(MONDAY, (), (), (), ())


@st.composite
def voting(draw: st.DrawFn) -> tuple[Window, ...]:
    """Windows of up to six stations on up to three days, none of one station overlapping."""
    found = []
    for station in draw(st.lists(st.sampled_from("ABCDEF"), unique=True)):
        edges = sorted(draw(st.lists(st.integers(0, 72), unique=True, min_size=2, max_size=6)))
        found += [window(station, *pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    return tuple(found)


@given(voting(), st.integers(-1, 73))
def test_status_holds_every_station_once_and_marks_count_it(given_windows: tuple[Window, ...], at: int) -> None:
    found = status(given_windows, hour(at))
    assert sorted((*found.open, *found.not_yet, *found.closed)) == sorted({w.station for w in given_windows})
    assert set(found.reopens) <= set(found.not_yet)
    counts = (len(found.open), len(found.not_yet), len(found.closed))
    assert marks(given_windows, [hour(at)]) == (Mark(hour(at), *counts),)


@given(voting(), st.integers(-1, 73), st.integers(-1000, 1000))
def test_status_does_not_change_when_all_is_shifted(given_windows: tuple[Window, ...], at: int, by: int) -> None:
    shift = timedelta(minutes=by)
    shifted = [Window(w.opens + shift, w.closes + shift, w.station) for w in given_windows]
    here, there = status(given_windows, hour(at)), status(shifted, hour(at) + shift)
    assert (here.open, here.not_yet, here.closed) == (there.open, there.not_yet, there.closed)


@given(voting(), st.integers(-1, 73))
def test_status_changes_at_the_next_event_and_not_before(given_windows: tuple[Window, ...], at: int) -> None:
    ahead = next_events(given_windows, hour(at))
    until = ahead[0].at if ahead else hour(100)
    before = status(given_windows, until - timedelta(microseconds=1))
    now = status(given_windows, hour(at))
    assert (before.open, before.not_yet, before.closed) == (now.open, now.not_yet, now.closed)
    assert not ahead or {event.station for event in ahead} <= {window.station for window in given_windows}
