from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from legation.base.wording.instants import (
    Clock,
    day_in_words,
    day_words,
    iso,
    place_of,
    rest_told,
    span_told,
    time_told,
    told,
    told_in_column,
)

BAKU = Clock("Asia/Baku")
TABRIZ = Clock("Asia/Tehran", "Tabriz")
TBILISI = Clock("Asia/Tbilisi")
LOS_ANGELES = Clock("America/Los_Angeles")
SEOUL = Clock("Asia/Seoul")
NOW = datetime(2024, 1, 23, 5, 0, tzinfo=UTC)


def utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "clock", "words"),
    [
        (utc(2, 8, 4, 30), TABRIZ, "Thu 8 Feb, 08:00 Tabriz (08:30 Baku)"),
        (utc(2, 8, 4), LOS_ANGELES, "Wed 7 Feb, 20:00 Los Angeles (Thu 8 Feb, 08:00 Baku)"),
        (utc(2, 6, 23), SEOUL, "Wed 7 Feb, 08:00 Seoul (03:00 Baku)"),
        (utc(2, 7, 4), TBILISI, "Wed 7 Feb, 08:00 Tbilisi (08:00 Baku)"),
        (utc(2, 7, 4), BAKU, "Wed 7 Feb, 08:00 Baku"),
    ],
)
def test_an_instant_is_told_by_both_clocks(instant: datetime, clock: Clock, words: str) -> None:
    assert str(told(instant, clock, BAKU, language="en", year=2024)) == words


@pytest.mark.parametrize(
    ("instant", "clock", "words"),
    [
        (utc(1, 8, 20), BAKU, "Mon 8 Jan, 24:00 Baku"),
        (utc(1, 8, 20, 30), TABRIZ, "Mon 8 Jan, 24:00 Tabriz (Tue 9 Jan, 00:30 Baku)"),
        (utc(1, 8, 20), TBILISI, "Mon 8 Jan, 24:00 Tbilisi (24:00 Baku)"),
        (utc(1, 8, 19), BAKU, "Mon 8 Jan, 23:00 Baku"),
    ],
)
def test_the_end_of_a_day_is_24_00_of_that_day(instant: datetime, clock: Clock, words: str) -> None:
    assert str(told(instant, clock, BAKU, language="en", year=2024, end_of_day=True)) == words


def test_a_midnight_that_is_no_end_of_day_begins_the_next() -> None:
    assert str(told(utc(1, 8, 20), BAKU, language="en", year=2024)) == "Tue 9 Jan, 00:00 Baku"


def test_the_year_is_written_only_outside_the_elections_year() -> None:
    instant = datetime(2023, 12, 24, 20, tzinfo=UTC)
    assert str(told(instant, BAKU, language="en", year=2024)) == "Mon 25 Dec 2023, 00:00 Baku"


def test_the_year_is_always_written_where_no_election_is_shown() -> None:
    assert str(told(utc(2, 7, 4), BAKU, language="en")) == "Wed 7 Feb 2024, 08:00 Baku"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("az", "8 fev C.a., 08:00 Təbriz (08:30 Bakı)"),
        ("ro", "joi 8 feb., 08:00 Təbriz (08:30 Baku)"),
        ("tr", "8 Şub Per, 08:00 Təbriz (08:30 Bakü)"),
    ],
)
def test_each_language_has_its_own_order_and_no_comma_inside_the_day(language: str, words: str) -> None:
    clock = Clock("Asia/Tehran", "Təbriz")
    assert str(told(utc(2, 8, 4, 30), clock, BAKU, language=language, year=2024)) == words


def test_zones_that_change_their_offset_are_told_as_of_the_instant() -> None:
    almaty = Clock("Asia/Almaty")
    before, after = utc(2, 29, 12), utc(3, 1, 12)
    assert [time_told(before, almaty), time_told(after, almaty)] == ["18:00", "17:00"]


@pytest.mark.parametrize(
    ("opens", "clock", "words"),
    [
        (utc(2, 7, 4, 30), TABRIZ, "Wed 7 Feb, 08:00 to 19:00 Tabriz (08:30 to 19:30 Baku)"),
        (
            utc(2, 7, 16),
            LOS_ANGELES,
            "Wed 7 Feb, 08:00 to 19:00 Los Angeles (20:00 to Thu 8 Feb, 07:00 Baku)",
        ),
        (utc(2, 7, 4), BAKU, "Wed 7 Feb, 08:00 to 19:00 Baku"),
        (utc(2, 7, 9), BAKU, "Wed 7 Feb, 13:00 to 24:00 Baku"),
    ],
)
def test_hours_name_the_day_of_the_closing_where_it_differs(opens: datetime, clock: Clock, words: str) -> None:
    assert str(span_told(opens, opens + timedelta(hours=11), clock, BAKU, language="en", year=2024)) == words


def test_in_a_column_places_are_left_out_and_a_differing_day_is_its_weekday() -> None:
    same = told_in_column(utc(2, 8, 4, 30), TABRIZ, BAKU, language="en", year=2024)
    other = told_in_column(utc(2, 8, 4), LOS_ANGELES, BAKU, language="en", year=2024)
    end = told_in_column(utc(1, 8, 20, 30), TABRIZ, BAKU, language="en", year=2024, end_of_day=True)
    assert [str(same), str(other)] == ["Thu 8 Feb, 08:00 (08:30)", "Wed 7 Feb, 20:00 (Thu 08:00)"]
    assert str(end) == "Mon 8 Jan, 24:00 (Tue 00:30)"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "in 0 min"),
        (59, "in 59 min"),
        (60, "in 1 h"),
        (179, "in 2 h"),
        (24 * 60, "in 1 day"),
        (47 * 60 + 59, "in 1 day"),
        (48 * 60, "in 2 days"),
        (-1, "1 min late"),
        (-16 * 60 - 59, "16 h late"),
        (-24 * 60, "1 day late"),
        (-72 * 60, "3 days late"),
    ],
)
def test_the_rest_is_never_rounded_up(minutes: int, words: str) -> None:
    assert rest_told(NOW + timedelta(minutes=minutes), NOW) == words


def test_a_day_and_a_place_are_worded_alone() -> None:
    assert day_in_words(date(2024, 2, 7), "en", 2024) == "Wed 7 Feb"
    assert [place_of("Asia/Baku", "en"), place_of("Asia/Baku", "az"), place_of("UTC", "az")] == ["Baku", "Bakı", "UTC"]


def test_the_instant_for_machines_is_in_utc() -> None:
    assert iso(utc(2, 8, 4, 30)) == "2024-02-08T04:30Z"


def test_words_between_hours_follow_the_language_of_the_page() -> None:
    with translation.override("az"):
        words = str(span_told(utc(2, 7, 4), utc(2, 7, 15), BAKU, language="az", year=2024))
    assert (words[:15], words[-10:]) == ("7 fev Ç., 08:00", "19:00 Bakı")


@pytest.mark.parametrize(("language", "pattern"), [("en", "E d MMM"), ("az", "d MMM E"), ("ro", "E d MMM")])
def test_scripts_are_told_how_a_day_is_written(language: str, pattern: str) -> None:
    words = day_words(language)
    names, months = words["days"].split("|"), words["months"].split("|")
    written = " ".join({"MMM": months[1], "E": names[2], "d": "7"}[part] for part in pattern.split())
    assert words["pattern"] == pattern
    assert (len(names), len(months)) == (7, 12)
    assert written == day_in_words(date(2024, 2, 7), language, 2024)
