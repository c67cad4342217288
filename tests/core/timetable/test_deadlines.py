"""Calendar entries become instants in the zone that governs them, for each place concerned."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.model import Anchor, CalendarEntry, Rule
from legation_core.problems import Problem, Refused
from legation_core.timetable.deadlines import Deadline, ElectionDates, Place, deadlines, undated
from legation_core.timetable.windows import Window
from legation_core.values import Text

DATES = ElectionDates(called_on=date(2023, 12, 7), day_set_on=date(2023, 12, 8), election_day=date(2024, 2, 7))
HOME = "Asia/Baku"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def entry(
    key: str = "entry", anchor: Anchor = Anchor.ELECTION_DAY, rule: Rule = Rule.BY, **facts: object
) -> CalendarEntry:
    values = {"text": Text({"en": key}), "owner": "ministry", "source": "art. 1", **facts}
    return CalendarEntry(key=key, anchor=anchor, rule=rule, **values)  # type: ignore[arg-type]


SEOUL = Place("station", "Seoul", "Asia/Seoul", (Window(utc(2024, 2, 6, 23), utc(2024, 2, 7, 10), "Seoul"),))
LOS_ANGELES = Place(
    "station", "Los Angeles", "America/Los_Angeles", (Window(utc(2024, 2, 7, 16), utc(2024, 2, 8, 3), "Los Angeles"),)
)
EMBASSY = Place("mission", "Embassy", "Asia/Seoul", SEOUL.windows)
BARE = Place("station", "Bare", "Asia/Seoul")


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (-45, date(2023, 12, 24)),
        (-35, date(2024, 1, 3)),
        (-30, date(2024, 1, 8)),
        (-25, date(2024, 1, 13)),
        (-20, date(2024, 1, 18)),
        (-4, date(2024, 2, 3)),
        (-3, date(2024, 2, 4)),
        (2, date(2024, 2, 9)),
        (10, date(2024, 2, 17)),
    ],
)
def test_days_of_the_calendar_plan_of_2024(days: int, day: date) -> None:
    assert [found.on for found in deadlines([entry(days=days)], DATES, HOME)] == [day]


@pytest.mark.parametrize(
    ("case", "given", "on", "due"),
    [
        ("by: the day's end", entry(days=-30), date(2024, 1, 8), utc(2024, 1, 8, 20)),
        ("by 18:00", entry(days=-30, time_of_day=1080), date(2024, 1, 8), utc(2024, 1, 8, 14)),
        ("by 24:00 said outright", entry(days=-30, time_of_day=1440), date(2024, 1, 8), utc(2024, 1, 8, 20)),
        ("from: the day's beginning", entry(days=-45, rule=Rule.FROM), date(2023, 12, 24), utc(2023, 12, 23, 20)),
        ("on: the day's beginning", entry(days=-20, rule=Rule.ON), date(2024, 1, 18), utc(2024, 1, 17, 20)),
        ("after the call", entry(anchor=Anchor.CALL, days=7), date(2023, 12, 14), utc(2023, 12, 14, 20)),
        ("after the day was set", entry(anchor=Anchor.DAY_SET, days=3), date(2023, 12, 11), utc(2023, 12, 11, 20)),
    ],
)
def test_deadline_of_the_election(case: str, given: CalendarEntry, on: date, due: datetime) -> None:
    assert deadlines([given], DATES, HOME, [SEOUL, EMBASSY]) == (Deadline("entry", given, on, due, HOME),)


def test_deadline_for_each_station_is_local_where_the_entry_says_so() -> None:
    given = entry(days=-1, each="station", zone="local", time_of_day=1200)
    assert deadlines([given], DATES, HOME, [LOS_ANGELES, SEOUL, EMBASSY]) == (
        Deadline("entry", given, date(2024, 2, 6), utc(2024, 2, 6, 11), "Asia/Seoul", "Seoul"),
        Deadline("entry", given, date(2024, 2, 6), utc(2024, 2, 7, 4), "America/Los_Angeles", "Los Angeles"),
    )


def test_deadline_for_each_mission_is_at_home_by_default() -> None:
    given = entry(days=-30, each="mission")
    due = utc(2024, 1, 8, 20)
    assert deadlines([given], DATES, HOME, [SEOUL, EMBASSY]) == (
        Deadline("entry", given, date(2024, 1, 8), due, HOME, "Embassy"),
    )


def test_deadline_from_a_station_closing_is_an_instant_and_a_day_of_the_governing_zone() -> None:
    at_home = entry("home", Anchor.STATION_CLOSING, hours=24, each="station")
    local = entry("local", Anchor.STATION_CLOSING, hours=24, each="station", zone="local")
    due = utc(2024, 2, 9, 3)
    assert deadlines([at_home, local], DATES, HOME, [LOS_ANGELES]) == (
        Deadline("home", at_home, date(2024, 2, 9), due, HOME, "Los Angeles"),
        Deadline("local", local, date(2024, 2, 8), due, "America/Los_Angeles", "Los Angeles"),
    )


def test_deadline_from_the_last_closing_waits_for_the_last_station_on_earth() -> None:
    given = entry(anchor=Anchor.LAST_CLOSING, rule=Rule.FROM)
    found = deadlines([given], DATES, HOME, [SEOUL, LOS_ANGELES, BARE])
    assert found == (Deadline("entry", given, date(2024, 2, 8), utc(2024, 2, 8, 3), HOME),)


def test_deadline_of_a_mission_counts_from_the_last_of_its_stations() -> None:
    both = Place("mission", "Both", "Asia/Seoul", (*SEOUL.windows, *LOS_ANGELES.windows))
    found = deadlines([entry(anchor=Anchor.STATION_CLOSING, each="mission")], DATES, HOME, [both])
    assert [deadline.due for deadline in found] == [utc(2024, 2, 8, 3)]


def test_deadlines_that_hang_on_unknown_hours_are_named_and_not_guessed() -> None:
    closing = entry("closing", Anchor.STATION_CLOSING, each="station")
    last = entry("last", Anchor.LAST_CLOSING)
    assert deadlines([closing, last], DATES, HOME, [BARE]) == ()
    assert undated([closing, last, entry()], [BARE]) == (
        Problem("T121", "Bare", {"key": "closing"}),
        Problem("T121", "", {"key": "last"}),
    )
    assert undated([closing, last], [SEOUL]) == ()


@pytest.mark.parametrize(
    ("code", "given"), [("T122", entry(anchor=Anchor.STATION_CLOSING)), ("T123", entry(zone="local"))]
)
def test_deadlines_refuse_an_entry_that_nobody_can_mean(code: str, given: CalendarEntry) -> None:
    with pytest.raises(Refused) as refused:
        deadlines([given], DATES, HOME, [SEOUL])
    assert refused.value.problem == Problem(code, "", {"key": "entry"})


@pytest.mark.parametrize(
    ("case", "given", "late_from"),
    [
        ("by", entry(days=-30), utc(2024, 1, 8, 20)),
        ("on a day: as long as it lasts", entry(days=-20, rule=Rule.ON), utc(2024, 1, 18, 20)),
        ("on a day at an hour", entry(days=0, rule=Rule.ON, time_of_day=600), utc(2024, 2, 7, 6)),
        ("from: never", entry(days=-45, rule=Rule.FROM), None),
    ],
)
def test_late_from(case: str, given: CalendarEntry, late_from: datetime | None) -> None:
    (found,) = deadlines([given], DATES, HOME)
    assert found.late_from == late_from


ENTRIES = st.builds(
    entry,
    key=st.sampled_from(["a", "b", "c"]),
    anchor=st.sampled_from([Anchor.ELECTION_DAY, Anchor.CALL, Anchor.LAST_CLOSING]),
    rule=st.sampled_from(Rule),
    days=st.integers(-100, 100),
    time_of_day=st.none() | st.integers(0, 1440),
    each=st.sampled_from(["election", "mission", "station"]),
)


@given(st.lists(ENTRIES, max_size=8), st.lists(st.sampled_from([SEOUL, LOS_ANGELES, EMBASSY]), unique=True))
def test_deadlines_are_ordered_and_no_more_than_entries_times_places(
    entries: list[CalendarEntry], places: list[Place]
) -> None:
    found = deadlines(entries, DATES, HOME, places)
    assert len(found) + len(undated(entries, places)) <= len(entries) * max(1, len(places))
    assert [deadline.due for deadline in found] == sorted(deadline.due for deadline in found)
    assert {deadline.place for deadline in found} <= {"", *(place.code for place in places)}
