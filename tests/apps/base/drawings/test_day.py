import itertools
from datetime import UTC, datetime, timedelta

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from legation.base.drawings.day import CROWDED, Day, EmptyDay, HomeMark, Part, Shown, drawn_day, stacked
from legation.base.wording.instants import Clock

MIDNIGHT = datetime(2024, 2, 7, tzinfo=UTC)


def at(hour: float) -> datetime:
    return MIDNIGHT + timedelta(hours=hour)


def one(label: str, opens: float, closes: float, state: str = "open") -> Shown:
    return Shown(at(opens), at(closes), label, "", state)


SEOUL, TABRIZ, LOS_ANGELES = one("Seoul", -1, 10), one("Tabriz", 4.5, 15.5), one("Los Angeles", 16, 27)


def picture(*shown: Shown, now: float = 15, marks: tuple[HomeMark, ...] = ()) -> Day:
    return drawn_day(shown, home_zone="Asia/Baku", now=at(now), home_marks=marks)


def test_bars_stand_in_the_order_of_opening_and_span_the_whole_width() -> None:
    day = picture(LOS_ANGELES, TABRIZ, SEOUL)
    bars = [bar for group in day.groups for bar in group.bars]
    assert [(bar.shown.label, bar.x, bar.end) for bar in bars] == [
        ("Seoul", 0.0, 39.286),
        ("Tabriz", 19.643, 58.929),
        ("Los Angeles", 60.714, 100.0),
    ]


@pytest.mark.parametrize(
    ("now", "past", "rest"),
    [(-5, 0, 39.286), (4.5, 0, 39.286), (10, 19.643, 19.643), (15.5, 39.286, 0), (30, 39.286, 0)],
)
def test_now_divides_a_bar_into_gone_and_to_come(now: float, past: float, rest: float) -> None:
    bar = picture(SEOUL, TABRIZ, LOS_ANGELES, now=now).groups[1].bars[0]
    assert (bar.past, bar.rest) == pytest.approx((past, rest), abs=0.002)


def test_a_name_that_now_would_cut_stands_after_it() -> None:
    early, late = (picture(SEOUL, TABRIZ, LOS_ANGELES, now=now) for now in (6, 12))
    assert early.groups[1].bars[0].label_x == early.now
    assert late.groups[1].bars[0].label_x == late.groups[1].bars[0].x


@pytest.mark.parametrize("now", [-2, 27.5])
def test_there_is_no_now_before_the_first_opening_and_after_the_last_closing(now: float) -> None:
    assert picture(SEOUL, LOS_ANGELES, now=now).now is None


def test_stations_with_the_same_hours_are_one_group_in_the_order_given() -> None:
    day = picture(one("C", 4, 16), one("B", 4, 15), one("A", 4, 15))
    assert [[bar.shown.label for bar in group.bars] for group in day.groups] == [["B", "A"], ["C"]]


def test_a_crowd_is_drawn_as_one_bar_a_group() -> None:
    day = picture(*(one(str(number), 4, 15) for number in range(CROWDED)), one("other", 5, 16))
    assert [[bar.count for bar in group.bars] for group in day.groups] == [[CROWDED], [1]]


def test_ticks_are_every_third_hour_of_the_home_clock() -> None:
    ticks = picture(SEOUL, LOS_ANGELES, now=40).ticks
    assert [tick.at for tick in ticks] == [at(hour) for hour in range(-1, 27, 3)]
    assert [tick.at for tick in ticks if tick.day] == [at(20)]


def test_ticks_of_several_days_are_further_apart() -> None:
    ticks = picture(one("A", 0, 12), one("A", 48, 60)).ticks
    assert {later.at - earlier.at for earlier, later in itertools.pairwise(ticks)} == {timedelta(hours=6)}


def test_a_label_under_the_word_now_is_left_out() -> None:
    ticks = picture(SEOUL, LOS_ANGELES, now=14.5).ticks
    assert [tick.at for tick in ticks if not tick.written] == [at(14)]


def test_the_home_day_spans_its_marks_and_leaves_out_those_outside() -> None:
    marks = tuple(HomeMark(at(hour), count) for hour, count in ((4, 14), (6, 34), (6.5, 40), (15, 34), (40, 0)))
    home = picture(SEOUL, LOS_ANGELES, marks=marks).home
    assert home is not None
    assert (home.x, home.width) == (17.857, 39.286)
    assert [(placed.mark.open, placed.room) for placed in home.marks] == [
        (14, True),
        (34, False),
        (40, True),
        (34, True),
    ]


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(EmptyDay):
        picture()


def test_stacked_parts_fill_the_bar_and_leave_out_what_is_empty() -> None:
    assert stacked([("open", 34), ("opens_soon", 1), ("not_yet", 0), ("closed", 14)]) == (
        Part("open", 34, 0.0, 69.388),
        Part("opens_soon", 1, 69.388, 2.041),
        Part("closed", 14, 71.429, 28.571),
    )


def test_nothing_counted_is_an_empty_bar() -> None:
    assert stacked([("open", 0)]) == ()


spans = st.tuples(st.integers(0, 2000), st.integers(1, 1500)).map(lambda pair: one("x", pair[0] / 60, sum(pair) / 60))


@given(st.lists(spans, min_size=1, max_size=30), st.integers(-100, 5000))
def test_every_bar_lies_within_the_picture(shown: list[Shown], now: int) -> None:
    day = picture(*shown, now=now / 60)
    bars = [bar for group in day.groups for bar in group.bars]
    assert sum(bar.count for bar in bars) == len(shown)
    assert all(
        0 <= bar.x <= bar.label_x <= 100 and bar.past >= 0 and bar.rest >= 0 and bar.end <= 100.01 for bar in bars
    )


def test_the_drawing_uses_no_inline_style_and_words_every_bar() -> None:
    marks = (HomeMark(at(4), 2), HomeMark(at(15), 1))
    context = {"picture": picture(SEOUL, TABRIZ, LOS_ANGELES, marks=marks), "home": Clock("Asia/Baku"), "year": 2024}
    markup = render_to_string("drawings/day.html", context | {"home_name": "Azerbaijan", "counts": [("open", 3)]})
    assert " style=" not in markup
    assert "Tabriz: Wed 7 Feb, 08:30 to 19:30 Baku; open" in markup
    assert markup.count('class="day-bar ') == 3
