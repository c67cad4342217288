"""Opening hours become windows of instants."""

from datetime import UTC, date, datetime, time

import pytest

from legation_core.lawbook.model import Hours
from legation_core.problems import Problem
from legation_core.timetable.windows import Opening, StationHours, Window, hours_of, hours_problems, windows

DAY = date(2024, 2, 7)
EIGHT, SEVEN_PM = time(8), time(19)


def law(day: int, opens: time, closes: time) -> Hours:
    return Hours(day=day, opens=opens, closes=closes, source="art. 1")


def hours(zone: str, *openings: Opening, station: str = "S") -> StationHours:
    return StationHours(station, zone, openings)


def test_hours_of_counts_the_days_of_the_law_from_the_election_day() -> None:
    rules = [law(0, time(7), time(21)), law(-2, time(12), time(21)), law(-1, time(7), time(21))]
    assert hours_of("Rome", "Europe/Rome", rules, date(2024, 11, 24)) == StationHours(
        "Rome",
        "Europe/Rome",
        (
            Opening(date(2024, 11, 22), time(12), time(21)),
            Opening(date(2024, 11, 23), time(7), time(21)),
            Opening(date(2024, 11, 24), time(7), time(21)),
        ),
    )


def test_hours_of_lets_a_decision_replace_add_and_close_days() -> None:
    longer, extra = Opening(DAY, EIGHT, time(21)), Opening(date(2024, 2, 5), EIGHT, SEVEN_PM)
    decided = {DAY: [longer], date(2024, 2, 6): [], date(2024, 2, 5): [extra]}
    found = hours_of("S", "Asia/Baku", [law(0, EIGHT, SEVEN_PM), law(-1, EIGHT, SEVEN_PM)], DAY, decided)
    assert found.openings == (extra, longer)


def test_hours_of_keeps_two_spans_of_one_day() -> None:
    found = hours_of("S", "Asia/Baku", [law(0, time(14), SEVEN_PM), law(0, EIGHT, time(12))], DAY)
    assert found.openings == (Opening(DAY, EIGHT, time(12)), Opening(DAY, time(14), SEVEN_PM))


@pytest.mark.parametrize(
    ("case", "zone", "opening", "opens", "closes"),
    [
        ("usual", "Asia/Baku", Opening(DAY, EIGHT, SEVEN_PM), (2024, 2, 7, 4), (2024, 2, 7, 15)),
        ("half-hour zone", "Asia/Tehran", Opening(DAY, EIGHT, SEVEN_PM), (2024, 2, 7, 4, 30), (2024, 2, 7, 15, 30)),
        ("to midnight", "Asia/Baku", Opening(DAY, EIGHT, time(0)), (2024, 2, 7, 4), (2024, 2, 7, 20)),
        (
            "clocks go forward: an hour less",
            "Europe/Berlin",
            Opening(date(2024, 3, 31), time(1), time(4)),
            (2024, 3, 31, 0),
            (2024, 3, 31, 2),
        ),
        (
            "clocks go back: both readings of 01:30",
            "America/New_York",
            Opening(date(2024, 11, 3), time(1, 30), time(1, 45)),
            (2024, 11, 3, 5, 30),
            (2024, 11, 3, 6, 45),
        ),
        (
            "east of the date line",
            "Pacific/Kiritimati",
            Opening(DAY, EIGHT, SEVEN_PM),
            (2024, 2, 6, 18),
            (2024, 2, 7, 5),
        ),
        (
            "west of the date line",
            "Pacific/Pago_Pago",
            Opening(DAY, EIGHT, SEVEN_PM),
            (2024, 2, 7, 19),
            (2024, 2, 8, 6),
        ),
    ],
)
def test_windows(case: str, zone: str, opening: Opening, opens: tuple[int, ...], closes: tuple[int, ...]) -> None:
    expected = Window(datetime(*opens, tzinfo=UTC), datetime(*closes, tzinfo=UTC), "S")
    assert windows([hours(zone, opening)]) == (expected,)


def test_windows_join_hours_that_overlap_and_keep_those_that_touch() -> None:
    overlapping = hours("Asia/Baku", Opening(DAY, EIGHT, time(12)), Opening(DAY, time(11), SEVEN_PM))
    touching = hours("Asia/Baku", Opening(DAY, EIGHT, time(12)), Opening(DAY, time(12), SEVEN_PM))
    assert [(w.opens.hour, w.closes.hour) for w in windows([overlapping])] == [(4, 15)]
    assert [(w.opens.hour, w.closes.hour) for w in windows([touching])] == [(4, 8), (8, 15)]


def test_windows_skip_a_day_that_never_was() -> None:
    assert windows([hours("Pacific/Apia", Opening(date(2011, 12, 30), EIGHT, SEVEN_PM))]) == ()


@pytest.mark.parametrize(
    ("case", "given", "expected"),
    [
        ("sound", hours("Asia/Baku", Opening(DAY, EIGHT, SEVEN_PM)), []),
        ("zone is an offset", hours("UTC+4", Opening(DAY, EIGHT, SEVEN_PM)), [("T101", {"zone": "UTC+4"})]),
        ("no hours", hours("Asia/Baku"), [("T113", {})]),
        (
            "opening and closing exchanged",
            hours("Asia/Baku", Opening(DAY, SEVEN_PM, EIGHT)),
            [("T111", {"day": "2024-02-07", "opens": "19:00", "closes": "08:00"})],
        ),
        (
            "overlap",
            hours("Asia/Baku", Opening(DAY, time(11), SEVEN_PM), Opening(DAY, EIGHT, time(12))),
            [("T112", {"day": "2024-02-07 11:00", "before": "2024-02-07 08:00"})],
        ),
        (
            "opening in a gap",
            hours("Europe/Berlin", Opening(date(2024, 3, 31), time(2, 30), SEVEN_PM)),
            [("T104", {"day": "2024-03-31", "time": "02:30", "zone": "Europe/Berlin"})],
        ),
        (
            "closing in a fold",
            hours("America/New_York", Opening(date(2024, 11, 3), time(0), time(1, 30))),
            [("T105", {"day": "2024-11-03", "time": "01:30", "zone": "America/New_York"})],
        ),
    ],
)
def test_hours_problems(case: str, given: StationHours, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert hours_problems(given) == [Problem(code, "S", facts) for code, facts in expected]


def test_hours_problems_finds_none_in_the_published_hours_of_2024(stations_2024: tuple[StationHours, ...]) -> None:
    assert [problem for station in stations_2024 for problem in hours_problems(station)] == []
