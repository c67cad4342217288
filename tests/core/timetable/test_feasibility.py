"""What had passed before anybody could meet it, what clashes, and what moving the election day changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.model import Anchor, CalendarEntry, Limit, Rule
from legation_core.problems import Problem
from legation_core.timetable.deadlines import Deadline, ElectionDates, Place, deadlines
from legation_core.timetable.feasibility import Moved, feasibility, moved
from legation_core.timetable.windows import Window
from legation_core.values import Text

DATES = ElectionDates(called_on=date(2023, 12, 7), day_set_on=date(2023, 12, 8), election_day=date(2024, 2, 7))
HOME = "Asia/Baku"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def entry(key: str, days: int, rule: Rule = Rule.BY, *, after: tuple[str, ...] = (), **facts: object) -> CalendarEntry:
    values = {
        "anchor": Anchor.ELECTION_DAY,
        "text": Text({"en": key}),
        "owner": "ministry",
        "source": "art. 1",
        **facts,
    }
    return CalendarEntry(key=key, rule=rule, days=days, after=after, **values)  # type: ignore[arg-type]


CREATED = entry("stations_created", -30)
COMMISSIONS = entry("commissions_formed", -40, after=("stations_created",))
DISPLAY = entry("lists_displayed", -35, after=("stations_created",))
ATTACHED = entry("stations_attached", -25, after=("stations_created",))


def clash(key: str, due: str, presupposed: str, later: str, places: int = 1) -> Problem:
    facts = {"key": key, "due": due, "presupposed": presupposed, "later": later, "places": places}
    return Problem("T202", facts=facts)


def test_commissions_and_display_lie_before_the_stations_abroad_and_are_shown() -> None:
    assert feasibility([CREATED, COMMISSIONS, DISPLAY, ATTACHED], DATES, HOME) == (
        clash("commissions_formed", "2023-12-29", "stations_created", "2024-01-08"),
        clash("lists_displayed", "2024-01-03", "stations_created", "2024-01-08"),
    )


@pytest.mark.parametrize(
    ("case", "given", "clashes"),
    [
        ("same day", entry("work", -30, after=("ground",)), False),
        ("the day before", entry("work", -31, after=("ground",)), True),
        ("on the day itself", entry("work", -30, Rule.ON, after=("ground",)), False),
        ("from the day itself", entry("work", -30, Rule.FROM, after=("ground",)), False),
        ("from the day before", entry("work", -31, Rule.FROM, after=("ground",)), True),
        ("at noon of the day", entry("work", -30, after=("ground",), time_of_day=720), True),
        ("ground that the law does not date", entry("work", -31, after=("unknown",)), False),
    ],
)
def test_clash_with_a_ground_due_by_the_end_of_t_30(case: str, given: CalendarEntry, clashes: bool) -> None:
    found = feasibility([entry("ground", -30), given], DATES, HOME)
    assert [problem.code for problem in found] == ["T202"] * clashes


def test_clash_of_places_is_judged_at_the_place_and_told_once() -> None:
    places = [Place("mission", "Seoul", "Asia/Seoul"), Place("mission", "Washington", "America/New_York")]
    local = {"each": "mission", "zone": "local"}
    sound = [
        entry("ground", -30, time_of_day=720, **local),
        entry("work", -30, time_of_day=780, after=("ground",), **local),
    ]
    assert feasibility(sound, DATES, HOME, places) == ()
    late = [replace(sound[0], time_of_day=840), sound[1]]
    assert feasibility(late, DATES, HOME, places) == (clash("work", "2024-01-08", "ground", "2024-01-08", 2),)


def test_clash_of_the_election_with_places_waits_for_the_last_of_them() -> None:
    places = [Place("mission", "Seoul", "Asia/Seoul"), Place("mission", "Washington", "America/New_York")]
    entries = [entry("ground", -30, each="mission", zone="local"), entry("work", -30, after=("ground",))]
    assert feasibility(entries, DATES, HOME, places[:1]) == ()
    assert feasibility(entries, DATES, HOME, places) == (clash("work", "2024-01-08", "ground", "2024-01-08"),)


def test_deadline_that_passed_before_the_day_was_set() -> None:
    entries = [entry("planned", -75), entry("eve", -62), entry("same_day", -61), entry("counting_from", -70, Rule.FROM)]
    assert feasibility(entries, DATES, HOME) == (
        Problem("T201", facts={"key": "planned", "due": "2023-11-24", "places": 1, "known": "2023-12-08"}),
        Problem("T201", facts={"key": "eve", "due": "2023-12-07", "places": 1, "known": "2023-12-08"}),
    )


def test_deadline_counted_from_the_call_is_judged_from_the_call() -> None:
    assert feasibility([entry("announced", 0, Rule.ON, anchor=Anchor.CALL)], DATES, HOME) == ()


def test_deadline_that_passed_by_now_unless_it_was_met() -> None:
    at = utc(2024, 1, 8, 20)
    places = [Place("mission", code, HOME) for code in ("Paris", "Riga", "Rome")]
    entries = [replace(CREATED, each="mission"), ATTACHED]
    assert feasibility(entries, DATES, HOME, places, at=at - timedelta(microseconds=1)) == ()
    assert feasibility(entries, DATES, HOME, places, at=at, done={("stations_created", "Riga")}) == (
        Problem("T208", facts={"key": "stations_created", "due": "2024-01-08", "places": 2, "at": at.isoformat()}),
    )


def test_what_is_done_keeps_nothing_waiting() -> None:
    assert feasibility([CREATED, COMMISSIONS], DATES, HOME, done={("stations_created", "")}) == ()
    assert feasibility([CREATED, COMMISSIONS], DATES, HOME, done={("commissions_formed", "")}) == ()


def test_problems_of_a_day_never_leave_a_deadline_out() -> None:
    found = deadlines([CREATED, COMMISSIONS, entry("planned", -75)], DATES, HOME)
    assert [deadline.key for deadline in found] == ["planned", "commissions_formed", "stations_created"]


@pytest.mark.parametrize(
    ("key", "value", "code", "measured"),
    [
        ("notice_days_max", 60, "T203", 62),
        ("notice_days_max", 62, "", 62),
        ("notice_days_min", 62, "", 62),
        ("notice_days_min", 63, "T204", 62),
        ("election_weekday", 3, "", 3),
        ("election_weekday", 7, "T205", 3),
        ("days_to_set_max", 1, "", 1),
        ("days_to_set_max", 0, "T206", 1),
        ("district_voters", 0, "", 0),
    ],
)
def test_days_against_a_limit_of_the_law(key: str, value: int, code: str, measured: int) -> None:
    found = feasibility([], DATES, HOME, limits={key: Limit(value=value, source="art. 9")})
    facts = {"day": "2024-02-07", "measured": measured, "limit": value, "source": "art. 9"}
    assert found == ((Problem(code, facts=facts),) if code else ())


def test_days_out_of_order_are_one_problem() -> None:
    dates = replace(DATES, day_set_on=date(2023, 12, 1))
    facts = {"called_on": "2023-12-07", "day_set_on": "2023-12-01", "election_day": "2024-02-07"}
    found = feasibility([], dates, HOME, limits={"notice_days_max": Limit(value=1, source="art. 9")})
    assert found == (Problem("T207", facts=facts),)


def test_moved_tells_what_changes_and_what_becomes_past() -> None:
    announced = entry("announced", 3, anchor=Anchor.CALL)
    sooner = replace(DATES, election_day=date(2024, 1, 24))
    before = {deadline.key: deadline for deadline in deadlines([CREATED, ATTACHED], DATES, HOME)}
    after = {deadline.key: deadline for deadline in deadlines([CREATED, ATTACHED], sooner, HOME)}
    found = moved([announced, CREATED, ATTACHED], (DATES, ()), (sooner, ()), HOME, utc(2023, 12, 27))
    assert found == (
        Moved("stations_created", "", before["stations_created"], after["stations_created"], becomes_past=True),
        Moved("stations_attached", "", before["stations_attached"], after["stations_attached"]),
    )


def test_moved_names_clashes_that_the_move_makes_and_not_those_there_were() -> None:
    fixed = entry("ballots_printed", 40, anchor=Anchor.CALL)
    sent = entry("ballots_sent", -10, after=("ballots_printed",))
    sooner = replace(DATES, election_day=date(2024, 1, 17))
    found = moved([fixed, sent, CREATED, COMMISSIONS], (DATES, ()), (sooner, ()), HOME, utc(2023, 12, 9))
    assert {change.key: change.clashes for change in found} == {
        "commissions_formed": (),
        "stations_created": (),
        "ballots_sent": ("ballots_printed",),
    }


def test_moved_shows_a_deadline_that_appears_with_a_station() -> None:
    protocol = entry("protocol", 0, anchor=Anchor.STATION_CLOSING, hours=24, each="station", zone="local")
    window = Window(utc(2024, 2, 6, 23), utc(2024, 2, 7, 10), "Seoul")
    place = Place("station", "Seoul", "Asia/Seoul", (window,))
    at_place = Deadline("protocol", protocol, date(2024, 2, 8), utc(2024, 2, 8, 10), "Asia/Seoul", "Seoul")
    appears = moved([protocol], (DATES, ()), (DATES, (place,)), HOME, utc(2024, 1, 1))
    vanishes = moved([protocol], (DATES, (place,)), (DATES, ()), HOME, utc(2024, 1, 1))
    assert appears == (Moved("protocol", "Seoul", None, at_place),)
    assert vanishes == (Moved("protocol", "Seoul", at_place, None),)


KEYS = st.sampled_from(["a", "b", "c", "d"])
ENTRIES = st.lists(
    st.builds(
        entry,
        KEYS,
        st.integers(-80, 20),
        st.sampled_from(Rule),
        after=st.lists(KEYS, max_size=2).map(tuple),
        time_of_day=st.none() | st.integers(0, 1440),
    ),
    max_size=5,
    unique_by=lambda made: made.key,
)


@given(ENTRIES, st.integers(-60, 60))
def test_moving_by_days_moves_every_deadline_of_the_election_day_by_as_many(
    entries: list[CalendarEntry], days: int
) -> None:
    new = replace(DATES, election_day=DATES.election_day + timedelta(days=days))
    found = moved(entries, (DATES, ()), (new, ()), HOME, utc(2023, 1, 1))
    assert len(found) == (len(entries) if days else 0)
    assert {change.after.on - change.before.on for change in found if change.before and change.after} <= {
        timedelta(days=days)
    }
    assert [change.clashes for change in found if change.clashes] == []


@given(ENTRIES)
def test_moving_to_the_same_day_changes_nothing(entries: list[CalendarEntry]) -> None:
    assert moved(entries, (DATES, ()), (DATES, ()), HOME, utc(2024, 1, 1)) == ()
