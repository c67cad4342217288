"""Azerbaijan's calendar for 7 February 2024, from its lawbook and the published stations."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from legation_core.lawbook.loader import load
from legation_core.lawbook.model import Rules
from legation_core.network.establishment import Kind, stations_needed
from legation_core.problems import Problem
from legation_core.timetable.day import Mark, marks
from legation_core.timetable.deadlines import Deadline, ElectionDates, Place, deadlines, undated
from legation_core.timetable.feasibility import feasibility
from legation_core.timetable.windows import StationHours, Window, hours_of, windows

BOOK = Path(__file__).parents[3] / "src/legation_core/lawbook/books/az.toml"
DATES = ElectionDates(called_on=date(2023, 12, 7), day_set_on=date(2023, 12, 8), election_day=date(2024, 2, 7))
HOME = "Asia/Baku"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load(BOOK).on(DATES.day_set_on)


@pytest.fixture(scope="module")
def places(stations_2024: tuple[StationHours, ...], windows_2024: tuple[Window, ...]) -> list[Place]:
    by_station = {window.station: window for window in windows_2024}
    stations = [Place("station", one.station, one.zone, (by_station[one.station],)) for one in stations_2024]
    missions = dict.fromkeys((one.station.split(" ")[0], one.zone) for one in stations_2024)
    return [*stations, *(Place("mission", code, zone) for code, zone in missions)]


@pytest.fixture(scope="module")
def plan(rules: Rules, places: list[Place]) -> tuple[Deadline, ...]:
    return deadlines(rules.calendar, DATES, rules.book.home_zone, places)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("election_day_set", date(2023, 12, 14)),
        ("calendar_plan_approved", date(2023, 12, 8)),
        ("candidate_documents_open", date(2023, 12, 19)),
        ("voting_card_rules", date(2023, 12, 24)),
        ("commissions_formed", date(2023, 12, 29)),
        ("ballot_approved", date(2024, 1, 3)),
        ("lists_displayed", date(2024, 1, 3)),
        ("candidate_documents", date(2024, 1, 8)),
        ("stations_created", date(2024, 1, 8)),
        ("candidates_registered", date(2024, 1, 9)),
        ("districts_approved", date(2024, 1, 13)),
        ("lists_clarified", date(2024, 1, 13)),
        ("campaign_start", date(2024, 1, 15)),
        ("candidate_list_published", date(2024, 1, 18)),
        ("protocol_forms_to_districts", date(2024, 1, 18)),
        ("ballots_to_districts", date(2024, 2, 2)),
        ("protocol_forms_to_stations", date(2024, 2, 3)),
        ("ballots_to_stations", date(2024, 2, 4)),
        ("district_protocol_handed_over", date(2024, 2, 9)),
        ("errors_settled", date(2024, 2, 11)),
        ("handed_to_constitutional_court", date(2024, 2, 17)),
    ],
)
def test_day_of_the_calendar_plan_as_it_was_published(key: str, day: date, plan: tuple[Deadline, ...]) -> None:
    assert {deadline.on for deadline in plan if deadline.key == key} == {day}


def test_candidate_documents_end_at_18_in_baku(plan: tuple[Deadline, ...]) -> None:
    found = [deadline.due for deadline in plan if deadline.key == "candidate_documents"]
    assert found == [datetime(2024, 1, 8, 14, tzinfo=UTC)]


def test_protocol_is_due_24_hours_after_each_station_closes(plan: tuple[Deadline, ...]) -> None:
    due = {deadline.place: deadline.due for deadline in plan if deadline.key == "station_protocol"}
    assert len(due) == 49
    assert due["Seoul 15/40"] == datetime(2024, 2, 8, 10, tzinfo=UTC)
    assert due["Tabriz 17/52"] == datetime(2024, 2, 8, 15, 30, tzinfo=UTC)
    assert due["Los Angeles 17/51"] == datetime(2024, 2, 9, 3, tzinfo=UTC)


def test_every_entry_of_the_calendar_has_its_instants(
    rules: Rules, places: list[Place], plan: tuple[Deadline, ...]
) -> None:
    assert {entry.key for entry in rules.calendar} == {deadline.key for deadline in plan}
    assert undated(rules.calendar, places) == ()


def test_hours_of_the_law_are_the_published_hours(
    rules: Rules, stations_2024: tuple[StationHours, ...], windows_2024: tuple[Window, ...]
) -> None:
    lawful = [hours_of(one.station, one.zone, rules.hours, DATES.election_day) for one in stations_2024]
    at = datetime(2024, 2, 7, 15, tzinfo=UTC)
    assert windows(lawful) == windows_2024
    assert marks(windows(lawful), [at]) == (Mark(at, open=34, not_yet=1, closed=14),)


def test_only_what_the_law_asks_before_stations_abroad_can_exist_clashes(rules: Rules, places: list[Place]) -> None:
    facts = {"presupposed": "stations_created", "later": "2024-01-08", "places": 49}
    done = {("election_day_set", "")}
    assert feasibility(rules.calendar, DATES, HOME, places, limits=rules.limits, done=done) == (
        Problem("T202", facts={"key": "commissions_formed", "due": "2023-12-29", **facts}),
        Problem("T202", facts={"key": "lists_displayed", "due": "2024-01-03", **facts}),
    )


def test_stations_of_a_mission_by_the_law(rules: Rules) -> None:
    needs = [stations_needed(count, rules.establishment) for count in (50, 51, 1500, 1501, 3001)]
    assert [(need.kind, need.stations) for need in needs] == [
        (Kind.NONE, 0),
        (Kind.MUST, 1),
        (Kind.MUST, 1),
        (Kind.MUST, 2),
        (Kind.MUST, 3),
    ]
    assert {need.assumed for need in needs} == {False}
