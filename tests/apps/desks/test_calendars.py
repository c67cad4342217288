"""The calendar plan as lines: every entry once, at its instants, for the election, a body or a mission."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from legation.desks import calendars
from legation.desks.calendars import Asked, Line
from legation.plan import queries as plan
from legation.plan.web import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def base() -> calendars.Grounds:
    return calendars.grounds(plan.election("az2024"))


def line(found: Sequence[Line], key: str) -> Line:
    return next(one for one in found if one.key == key)


@pytest.mark.parametrize(
    ("key", "counted", "day"),
    [
        ("voting_card_rules", "T-45", date(2023, 12, 24)),
        ("commissions_formed", "T-40", date(2023, 12, 29)),
        ("lists_displayed", "T-35", date(2024, 1, 3)),
        ("stations_created", "T-30", date(2024, 1, 8)),
        ("districts_approved", "T-25", date(2024, 1, 13)),
        ("candidate_list_published", "T-20", date(2024, 1, 18)),
        ("voting_opens", "T", date(2024, 2, 7)),
        ("handed_to_constitutional_court", "T+10", date(2024, 2, 17)),
    ],
)
def test_lines_fall_on_the_days_of_the_law(base, key, counted, day) -> None:
    found = line(calendars.lines(base, Asked()), key)
    assert (calendars.day_counted(base.election, found.on), found.on) == (counted, day)


def test_every_entry_of_the_law_is_one_line(base) -> None:
    keys = [one.key for one in calendars.lines(base, Asked())]
    assert sorted(keys) == sorted(entry.key for entry in base.election.rules.calendar)


def test_lines_of_a_body_are_those_it_owes(base) -> None:
    found = calendars.lines(base, Asked(body="head_of_mission"))
    assert [(one.key, one.places) for one in found] == [("stations_created", 46)]


def test_line_of_all_stations_runs_from_the_first_to_the_last(base) -> None:
    found = line(calendars.lines(base, Asked()), "voting_opens")
    assert (found.due, found.last_due, found.places, found.zone) == (
        datetime(2024, 2, 6, 23, tzinfo=UTC),
        datetime(2024, 2, 7, 16, tzinfo=UTC),
        49,
        "",
    )


def test_line_of_a_mission_is_one_instant_by_its_own_clock(base) -> None:
    found = line(calendars.lines(base, Asked("tabriz")), "voting_opens")
    assert (found.due, found.spans, found.places, found.zone) == (
        datetime(2024, 2, 7, 4, 30, tzinfo=UTC),
        False,
        1,
        "Asia/Tehran",
    )


def test_lines_stand_where_no_mission_and_no_station_stands(base) -> None:
    empty = calendars.Grounds(base.election, (), ())
    found = calendars.lines(empty, Asked())
    assert (line(found, "stations_created").on, line(found, "stations_created").places) == (date(2024, 1, 8), 0)
    assert [entry.key for entry in calendars.undated(empty, found, Asked())] == ["station_protocol"]


def test_clashes_name_entries_and_days_in_words(base) -> None:
    told = [words.clash_told(base.election, one) for one in calendars.clashes(base)]
    assert told[0].startswith(
        "“Precinct commissions formed” is due on Fri 29 Dec 2023 but presupposes “Stations abroad created”, "
        "which is due only on Mon 8 Jan."
    )
    assert [one.facts["key"] for one in calendars.clashes(base)] == [
        "commissions_formed",
        "lists_displayed",
    ]


@pytest.mark.parametrize(
    ("now", "passed"),
    [(datetime(2024, 1, 8, 19, 59, tzinfo=UTC), False), (datetime(2024, 1, 8, 20, tzinfo=UTC), True)],
)
def test_line_has_passed_when_the_day_of_the_home_country_ends(base, now, passed) -> None:
    assert line(calendars.lines(base, Asked()), "stations_created").passed(now) is passed


def test_grounds_ask_the_database_as_often_for_one_mission_as_for_all(base, django_assert_num_queries) -> None:
    election = plan.election("az2024")
    with django_assert_num_queries(4):
        calendars.lines(calendars.grounds(election), Asked())
    with django_assert_num_queries(4):
        calendars.lines(calendars.grounds(election), Asked("tabriz"))


def test_a_calendar_of_many_stations_costs_as_much_as_one_of_each_zone(base) -> None:
    many = tuple(replace(base.stations[place % 49], code=f"station-{place}") for place in range(4_900))
    crowded = calendars.Grounds(base.election, base.posts, many)
    assert len(crowded.alike()) == len(base.alike())
    found = calendars.lines(crowded, Asked())
    assert [(one.key, one.due, one.last_due) for one in found] == [
        (one.key, one.due, one.last_due) for one in calendars.lines(base, Asked())
    ]
    assert line(found, "voting_opens").places == 4_900
