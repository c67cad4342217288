"""Whom one may call: at night, at work, on holidays, while the station is open."""

from datetime import UTC, date, datetime

import pytest

from legation_core.duty.calling import Reach, answer
from legation_core.timetable.windows import Window

LOS_ANGELES = "America/Los_Angeles"
MON_TO_FRI, SAT_TO_WED = "1111100", "1110011"


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 2, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("case", "zone", "week", "at", "reach", "until"),
    [
        ("02:40 in Los Angeles", LOS_ANGELES, MON_TO_FRI, utc(7, 10, 40), Reach.NIGHT, utc(7, 15)),
        ("07:00 there", LOS_ANGELES, MON_TO_FRI, utc(7, 15), Reach.AWAKE, utc(7, 17)),
        ("at work in Seoul", "Asia/Seoul", MON_TO_FRI, utc(7, 0), Reach.AT_WORK, utc(7, 9)),
        ("the evening in Seoul", "Asia/Seoul", MON_TO_FRI, utc(7, 9), Reach.AWAKE, utc(7, 13)),
        ("Friday in Tabriz is free", "Asia/Tehran", SAT_TO_WED, utc(9, 8), Reach.AWAKE, utc(9, 18, 30)),
        ("Sunday in Tabriz is not", "Asia/Tehran", SAT_TO_WED, utc(11, 8), Reach.AT_WORK, utc(11, 14, 30)),
        ("Saturday in Berlin", "Europe/Berlin", MON_TO_FRI, utc(10, 12), Reach.AWAKE, utc(10, 21)),
        ("the night lasts over midnight", "Europe/Berlin", MON_TO_FRI, utc(6, 22), Reach.NIGHT, utc(7, 6)),
    ],
    ids=lambda one: one if isinstance(one, str) and " " in one else "",
)
def test_by_the_clock(case: str, zone: str, week: str, at: datetime, reach: Reach, until: datetime) -> None:
    found = answer(zone, at, week)
    assert (found.reach, found.until) == (reach, until)


def test_a_holiday_is_free() -> None:
    assert answer("Europe/Berlin", utc(7, 10), free={date(2024, 2, 7)}).reach is Reach.AWAKE


def test_an_open_station_is_reached_at_any_hour() -> None:
    open_till_night = (Window(utc(7, 16), utc(8, 8), "los-angeles"),)
    found = answer(LOS_ANGELES, utc(8, 7, 30), windows=open_till_night)
    assert (found.reach, found.until) == (Reach.AT_STATION, utc(8, 8))


def test_a_night_ends_early_where_the_station_opens() -> None:
    assert answer(LOS_ANGELES, utc(7, 10), windows=(Window(utc(7, 14), utc(8, 3), "x"),)).until == utc(7, 14)


def test_whoever_can_be_called_longest_comes_last_of_them() -> None:
    at = utc(7, 8)
    ordered = sorted(["America/Los_Angeles", "Europe/Berlin", "Asia/Seoul"], key=lambda zone: answer(zone, at).order)
    assert ordered == ["Asia/Seoul", "Europe/Berlin", "America/Los_Angeles"]
