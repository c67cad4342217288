"""Working time: at missions whose weeks, holidays and clocks differ, against a count of every single minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.timetable.working import Office, after, between

RIYADH = Office("Asia/Riyadh", "1111001", holidays=frozenset({date(2024, 2, 22)}))
TABRIZ = Office("Asia/Tehran", "1111011", holidays=frozenset({date(2024, 2, 8), date(2024, 2, 11)}))
SEOUL = Office("Asia/Seoul", "1111100", holidays=frozenset({date(2024, 2, 9), date(2024, 2, 12)}))
LOS_ANGELES = Office("America/Los_Angeles", "1111100", holidays=frozenset({date(2024, 1, 15), date(2024, 2, 19)}))
AT_NIGHT = Office("America/Los_Angeles", "1111111", opens=0, closes=1440)
"""Open around the clock, so that every change of the clocks falls into its hours."""
OFFICES = {
    "Riyadh": RIYADH, "Tabriz": TABRIZ, "Seoul": SEOUL, "Los Angeles": LOS_ANGELES, "around the clock": AT_NIGHT,
}  # fmt: skip


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def minutes_at_work(office: Office, start: datetime, end: datetime) -> int:
    """The independent count: each minute asked by itself what the clock on the wall shows."""
    zone, at, counted = ZoneInfo(office.zone), start, 0
    while at < end:
        wall = at.astimezone(zone)
        shown = wall.hour * 60 + wall.minute
        works = office.days[wall.weekday()] == "1" and wall.date() not in office.holidays
        counted += works and office.opens <= shown < office.closes
        at += timedelta(minutes=1)
    return counted


AFTER = {
    "within a day": (SEOUL, utc(2024, 2, 7, 0), 60, utc(2024, 2, 7, 1)),
    "asked at night": (SEOUL, utc(2024, 2, 6, 18), 60, utc(2024, 2, 7, 1)),
    "just the rest of the day": (SEOUL, utc(2024, 2, 7, 8), 60, utc(2024, 2, 7, 9)),
    "over two holidays and a weekend": (SEOUL, utc(2024, 2, 8, 8), 120, utc(2024, 2, 13, 1)),
    "Friday is free in Tabriz": (TABRIZ, utc(2024, 2, 1, 14), 60, utc(2024, 2, 3, 6)),
    "Friday and Saturday in Riyadh": (RIYADH, utc(2024, 2, 1, 14), 120, utc(2024, 2, 4, 7)),
    "over the change of the clocks": (LOS_ANGELES, utc(2024, 3, 9, 1), 120, utc(2024, 3, 11, 17)),
    "nothing left to do": (LOS_ANGELES, utc(2024, 3, 8, 18), 0, utc(2024, 3, 8, 18)),
}


@pytest.mark.parametrize("case", AFTER.values(), ids=AFTER)
def test_after(case) -> None:
    office, start, minutes, expected = case
    assert after(office, start, minutes) == expected


BETWEEN = {
    "one day": (RIYADH, utc(2024, 2, 5, 6), utc(2024, 2, 5, 15), 540),
    "the night the clocks go forward": (AT_NIGHT, utc(2024, 3, 10, 8), utc(2024, 3, 11, 7), 23 * 60),
    "the night they go back": (AT_NIGHT, utc(2024, 11, 3, 7), utc(2024, 11, 4, 8), 25 * 60),
    "the end before the beginning": (SEOUL, utc(2024, 2, 7, 5), utc(2024, 2, 7, 1), 0),
    "a free Friday": (TABRIZ, utc(2024, 2, 1, 20, 30), utc(2024, 2, 2, 20, 30), 0),
}


@pytest.mark.parametrize("case", BETWEEN.values(), ids=BETWEEN)
def test_between(case) -> None:
    office, start, end, expected = case
    assert between(office, start, end) == expected


PERIODS = {
    "January to the day": (date(2024, 1, 12), 28),
    "clocks forward in Los Angeles": (date(2024, 3, 6), 8),
    "clocks back in Los Angeles": (date(2024, 10, 31), 8),
}


@pytest.mark.parametrize("office", OFFICES.values(), ids=OFFICES)
@pytest.mark.parametrize("period", PERIODS.values(), ids=PERIODS)
def test_every_minute_is_counted_as_an_independent_count_does(office, period) -> None:
    first, days = period
    start = datetime.combine(first, time(3, 17), UTC)
    end = start + timedelta(days=days, hours=7)
    assert between(office, start, end) == minutes_at_work(office, start, end)


@given(
    office=st.sampled_from(list(OFFICES.values())),
    start=st.datetimes(datetime(2024, 1, 1), datetime(2024, 12, 1), timezones=st.just(UTC)),
    minutes=st.integers(1, 6000),
)
def test_after_and_between_are_each_others_inverse(office, start, minutes) -> None:
    start = start.replace(second=0, microsecond=0)
    end = after(office, start, minutes)
    assert between(office, start, end) == minutes
    assert between(office, start, end - timedelta(minutes=1)) == minutes - 1


def test_a_place_that_never_works_has_no_later_instant() -> None:
    never = Office("Asia/Seoul", "0000000")
    assert (after(never, utc(2024, 2, 7), 60), between(never, utc(2024, 2, 7), utc(2025, 2, 7))) == (utc(2024, 2, 7), 0)
