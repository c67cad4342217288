"""The slot finder: against brute force on small cases, and on the missions of the election of 2024."""

import csv
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.training.hours import Place, Wish, away, civil_spans, starts
from legation_core.training.slots import Found, Speaker, can_meet, find

WEEK = tuple(date(2024, 1, 22) + timedelta(days=count) for count in range(5))
BAKU, SEOUL, LONDON, ANGELES, TABRIZ = (
    Place("baku", "Asia/Baku", "1111100"),
    Place("seoul", "Asia/Seoul", "1111100"),
    Place("london", "Europe/London", "1111100"),
    Place("los-angeles", "America/Los_Angeles", "1111100"),
    Place("tabriz", "Asia/Tehran", "1111011"),
)
USUAL = Wish(WEEK, "Asia/Baku", 90)
STATIONS = Path(__file__).parents[3] / "src/legation/rehearsal/data/az2024/stations.csv"


def fewest_by_force(places: list[Place], speakers: list[Speaker], wish: Wish) -> tuple[int, set[str]]:
    """Every choice of starts is tried, the small ones first: how many are needed, and whom none serves."""

    def fits(place: Place, at: datetime) -> bool:
        return away(civil_spans(place, wish), at, wish.length) == 0

    possible = [
        at
        for at in starts(wish)
        if all(one.any_hour or any(fits(place, at) for place in (one.place, *one.substitutes)) for one in speakers)
    ]
    serves = [frozenset(one.key for one in places if fits(one, at)) for at in possible]
    wanted = frozenset().union(*serves)
    for count in range(len(places) + 1):
        if any(wanted <= frozenset().union(*chosen) for chosen in combinations(set(serves), count)):
            return count, {one.key for one in places} - wanted
    raise AssertionError("a session a place is always enough")


def shape(found: Found) -> tuple[int, set[str]]:
    return len(found.slots), {one.place for one in found.left_out}


ZONES = ("Asia/Seoul", "Asia/Baku", "Europe/London", "America/Los_Angeles", "Asia/Tehran", "Pacific/Auckland")
a_place = st.builds(
    lambda zone, week: (zone, week), st.sampled_from(ZONES), st.sampled_from(("1111100", "1111011", "1111111"))
)


@given(
    st.lists(a_place, max_size=6),
    st.lists(st.tuples(a_place, st.booleans()), max_size=2),
    st.integers(1, 3),
    st.sampled_from((45, 90, 180)),
    st.sampled_from(((8 * 60, 20 * 60), (9 * 60, 17 * 60), (0, 24 * 60))),
)
def test_as_few_sessions_as_brute_force_finds(sites, talking, days, length, hours) -> None:
    places = [Place(f"{number}", zone, week) for number, (zone, week) in enumerate(sites)]
    speakers = [Speaker(Place("s", *site), any_hour=any_hour) for site, any_hour in talking]
    wish = Wish(WEEK[:days], "Asia/Baku", length, *hours, step=60)
    found = find(places, speakers, wish)
    assert shape(found) == fewest_by_force(places, speakers, wish)


@given(st.lists(a_place, min_size=1, max_size=6), st.integers(1, 2))
def test_a_session_is_civil_for_all_whom_it_is_for(sites, days) -> None:
    places = [Place(f"{number}", zone, week) for number, (zone, week) in enumerate(sites)]
    wish = Wish(WEEK[:days], "Asia/Baku", 90)
    by_key = {one.key: one for one in places}
    for slot in find(places, [Speaker(BAKU)], wish).slots:
        for at in (slot.first, slot.start, slot.last):
            late = {key for key in slot.places if away(civil_spans(by_key[key], wish), at, 90)}
            assert late == set()


def missions() -> list[Place]:
    with STATIONS.open(encoding="utf-8", newline="") as file:
        zones = {row["city"].lower().replace(" ", "-"): row["timezone"] for row in csv.DictReader(file)}
    return [Place(code, zone, "1111100") for code, zone in zones.items()]


@pytest.mark.parametrize("any_hour", [False, True])
@pytest.mark.parametrize("length", [60, 90, 120])
def test_the_46_missions_of_2024_as_brute_force_finds(length, any_hour) -> None:
    places, wish = missions(), Wish(WEEK[1:2], "Asia/Baku", length)
    assert len(places) == 46
    speakers = [Speaker(BAKU, any_hour=any_hour)]
    assert shape(find(places, speakers, wish)) == fewest_by_force(places, speakers, wish)


def test_with_speakers_in_baku_los_angeles_cannot_be_served_in_civil_hours() -> None:
    found = find(missions(), [Speaker(BAKU)], Wish(WEEK[1:2], "Asia/Baku", 90))
    assert [(one.first, one.last) for one in found.slots] == [
        (datetime(2024, 1, 23, 8, tzinfo=UTC), datetime(2024, 1, 23, 9, 30, tzinfo=UTC)),
        (datetime(2024, 1, 23, 13, tzinfo=UTC), datetime(2024, 1, 23, 13, 30, tzinfo=UTC)),
    ]
    assert sum(len(one.places) for one in found.slots) == 45
    (left,) = found.left_out
    assert (left.place, left.start, left.there, left.speakers) == (
        "los-angeles", datetime(2024, 1, 23, 3, tzinfo=UTC), 30, 60,
    )  # fmt: skip


def test_a_substitute_who_sits_elsewhere_serves_los_angeles_too() -> None:
    washington = Place("washington", "America/New_York", "1111100")
    found = find(missions(), [Speaker(BAKU, (washington,))], Wish(WEEK[1:2], "Asia/Baku", 90))
    assert (sum(len(one.places) for one in found.slots), len(found.slots), found.left_out) == (46, 2, ())


@pytest.mark.parametrize(
    ("places", "meet"),
    [
        ((SEOUL, BAKU, ANGELES), False),
        ((SEOUL, BAKU), True),
        ((BAKU, LONDON), True),
        ((BAKU, ANGELES), False),
        ((SEOUL, ANGELES), True),
    ],
)
def test_who_can_be_civil_at_once(places, meet) -> None:
    assert can_meet(places, USUAL) is meet
    found = find(places, [], USUAL)
    assert (found.together, found.conflict == ()) == (meet, meet)


def test_a_conflict_is_a_smallest_group() -> None:
    found = find([LONDON, SEOUL, BAKU, ANGELES], [], USUAL)
    named = [one for one in (LONDON, SEOUL, BAKU, ANGELES) if one.key in found.conflict]
    assert not can_meet(named, USUAL)
    assert all(can_meet([one for one in named if one is not left], USUAL) for left in named)


def test_friday_is_no_working_day_in_tabriz() -> None:
    friday = Wish((date(2024, 1, 26),), "Asia/Baku", 90)
    assert [one.place for one in find([BAKU, TABRIZ], [], friday).left_out] == ["tabriz"]
    sunday = Wish((date(2024, 1, 28),), "Asia/Baku", 90)
    assert [one.place for one in find([BAKU, TABRIZ], [], sunday).left_out] == ["baku"]


def test_a_holiday_of_the_host_is_no_working_day() -> None:
    closed = Place("seoul", "Asia/Seoul", "1111100", frozenset({WEEK[1]}))
    found = find([closed], [], Wish(WEEK[1:3], "Asia/Seoul", 60))
    assert {one.start.date() for one in found.slots} <= {date(2024, 1, 24), date(2024, 1, 25)}


def test_civil_hours_follow_the_clock_that_is_put_forward() -> None:
    spring = Wish((date(2024, 3, 31),), "Europe/London", 60, opens=0, closes=8 * 60)
    place = Place("london", "Europe/London")
    spans = [span for span in civil_spans(place, spring) if span[1].day == 31]
    assert spans == [(datetime(2024, 3, 31, 0, tzinfo=UTC), datetime(2024, 3, 31, 7, tzinfo=UTC))]


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish((), "Asia/Baku", 90), "S101"),
        (Wish(tuple(date(2024, 1, 1) + timedelta(days=count) for count in range(32)), "Asia/Baku", 90), "S101"),
        (Wish(WEEK, "Asia/Baku", 0), "S102"),
        (Wish(WEEK, "Asia/Baku", 90, opens=600, closes=660), "S102"),
        (Wish(WEEK, "Asia/Baku", 90, closes=25 * 60), "S102"),
        (Wish(WEEK, "Asia/Baku", 90, step=7), "S103"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(wish, code) -> None:
    with pytest.raises(Refused, match=code):
        find([BAKU], [], wish)


def test_nobody_to_serve_needs_no_session() -> None:
    assert shape(find([], [Speaker(BAKU)], USUAL)) == (0, set())
