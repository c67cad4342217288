"""Zones by name, and wall times as instants, also where clocks jump."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Problem, Refused
from legation_core.timetable.zones import Edge, instant, local, wall_problems, zone_info, zone_problems

PLACES = ("Asia/Baku", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Asia/Baku", "America/Argentina/Buenos_Aires", "Europe/Kyiv", "Europe/Kiev", "UTC"])
def test_zone_of_a_place_is_accepted(name: str) -> None:
    assert zone_problems(name) == []


@pytest.mark.parametrize("name", ["UTC+4", "+04:00", "GMT+5", "EST", "EST5EDT", "Etc/GMT-4", "4"])
def test_zone_that_is_an_offset_is_a_problem(name: str) -> None:
    assert zone_problems(name, "row 3") == [Problem("T101", "row 3", {"zone": name})]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Asia/Bakku", "Asia/Baku"),
        ("Baku", "Asia/Baku"),
        ("asia/baku", "Asia/Baku"),
        ("Asia/Baku ", "Asia/Baku"),
        ("Europe/Munich", "Europe/Zurich"),
        ("Europe/Berlin\x00", "Europe/Berlin"),
    ],
)
def test_zone_unknown_names_the_nearest(name: str, nearest: str) -> None:
    assert zone_problems(name) == [Problem("T102", "", {"zone": name, "nearest": nearest})]


@pytest.mark.parametrize("name", ["/etc/passwd", "../Asia/Baku", "Asia/", "America/Argentina", "a/" + "b" * 5000])
def test_zone_that_is_a_path_is_unknown(name: str) -> None:
    assert [problem.code for problem in zone_problems(name)] == ["T102"]


@pytest.mark.parametrize("name", ["", " ", "\t"])
def test_zone_missing_is_a_problem(name: str) -> None:
    assert zone_problems(name, "row 3") == [Problem("T106", "row 3")]


def test_zone_info_refuses_with_the_problem() -> None:
    with pytest.raises(Refused) as refused:
        zone_info("UTC+4", "station 7")
    assert refused.value.problems == (Problem("T101", "station 7", {"zone": "UTC+4"}),)


@pytest.mark.parametrize(
    ("case", "day", "minutes", "zone", "edge", "expected"),
    [
        ("half-hour zone", date(2024, 2, 7), 480, "Asia/Tehran", Edge.START, utc(2024, 2, 7, 4, 30)),
        ("three-quarter zone", date(2024, 2, 7), 480, "Asia/Kathmandu", Edge.START, utc(2024, 2, 7, 2, 15)),
        ("Kazakhstan before 1 March 2024", date(2024, 2, 29), 480, "Asia/Almaty", Edge.START, utc(2024, 2, 29, 2)),
        ("Kazakhstan from 1 March 2024", date(2024, 3, 1), 480, "Asia/Almaty", Edge.START, utc(2024, 3, 1, 3)),
        ("west Kazakhstan stays", date(2024, 3, 1), 480, "Asia/Aqtau", Edge.START, utc(2024, 3, 1, 3)),
        ("farthest east", date(2024, 2, 7), 480, "Pacific/Kiritimati", Edge.START, utc(2024, 2, 6, 18)),
        ("farthest west", date(2024, 2, 7), 1140, "Pacific/Pago_Pago", Edge.END, utc(2024, 2, 8, 6)),
        ("end of day", date(2024, 2, 7), 1440, "Asia/Baku", Edge.END, utc(2024, 2, 7, 20)),
        ("gap, start", date(2024, 3, 31), 150, "Europe/Berlin", Edge.START, utc(2024, 3, 31, 1)),
        ("gap, end", date(2024, 3, 31), 150, "Europe/Berlin", Edge.END, utc(2024, 3, 31, 1)),
        ("gap, its first minute", date(2024, 3, 31), 120, "Europe/Berlin", Edge.START, utc(2024, 3, 31, 1)),
        ("after the gap", date(2024, 3, 31), 180, "Europe/Berlin", Edge.START, utc(2024, 3, 31, 1)),
        ("fold, start", date(2024, 11, 3), 90, "America/New_York", Edge.START, utc(2024, 11, 3, 5, 30)),
        ("fold, end", date(2024, 11, 3), 90, "America/New_York", Edge.END, utc(2024, 11, 3, 6, 30)),
        ("24:00 where midnight is skipped", date(2024, 4, 25), 1440, "Africa/Cairo", Edge.END, utc(2024, 4, 25, 22)),
        ("24:00 where midnight is repeated", date(2024, 11, 2), 1440, "America/Havana", Edge.END, utc(2024, 11, 3, 4)),
        ("a day that never was", date(2011, 12, 30), 720, "Pacific/Apia", Edge.START, utc(2011, 12, 30, 10)),
    ],
)
def test_instant(case: str, day: date, minutes: int, zone: str, edge: Edge, expected: datetime) -> None:
    assert instant(day, minutes, zone, edge) == expected


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2201, 1, 1)])
def test_instant_refuses_a_year_out_of_reach(day: date) -> None:
    with pytest.raises(Refused) as refused:
        instant(day, 1440, "Asia/Baku", Edge.END)
    assert refused.value.problem == Problem("T103", "", {"day": day.isoformat(), "first": 1900, "last": 2200})


def test_wall_problems_name_gap_and_fold() -> None:
    gap = {"day": "2024-03-31", "time": "02:30", "zone": "Europe/Berlin"}
    fold = {"day": "2024-11-03", "time": "01:30", "zone": "America/New_York"}
    assert wall_problems(date(2024, 3, 31), 150, "Europe/Berlin", "B") == [Problem("T104", "B", gap)]
    assert wall_problems(date(2024, 11, 3), 90, "America/New_York") == [Problem("T105", "", fold)]
    assert wall_problems(date(2024, 3, 31), 1440, "Europe/Berlin") == []
    assert wall_problems(date(2024, 3, 31), 480, "Europe/Berlin") == []


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.integers(0, 1439), st.sampled_from(PLACES))
def test_instant_is_aware_utc_and_reads_back_where_the_wall_time_exists(day: date, minutes: int, zone: str) -> None:
    for edge in Edge:
        found = instant(day, minutes, zone, edge)
        assert found.tzinfo is UTC
        codes = [problem.code for problem in wall_problems(day, minutes, zone)]
        wall = local(found, zone)
        assert ("T104" in codes) != (wall.date() == day and wall.hour * 60 + wall.minute == minutes)


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.integers(0, 1440), st.sampled_from(PLACES))
def test_instant_of_a_start_is_never_after_that_of_an_end(day: date, minutes: int, zone: str) -> None:
    start, end = instant(day, minutes, zone, Edge.START), instant(day, minutes, zone, Edge.END)
    assert timedelta() <= end - start <= timedelta(hours=2)
