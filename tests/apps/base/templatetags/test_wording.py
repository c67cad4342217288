from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import tzdata
from django.template import Context, Template

from legation.base import clock
from legation.base.wording.instants import Clock
from legation_core.values import Text

INSTANT = datetime(2024, 2, 8, 4, 30, tzinfo=UTC)
BAKU = {"home": Clock("Asia/Baku"), "year": 2024}


def rendered(template: str, **context: object) -> str:
    return Template("{% load wording %}" + template).render(Context(context))


@pytest.fixture
def morning() -> Iterator[None]:
    stop = clock.use(lambda: datetime(2024, 2, 8, 2, 30, tzinfo=UTC))
    yield
    stop()


def test_an_instant_carries_its_machine_form() -> None:
    page = rendered('{% instant at "Asia/Tehran" "Tabriz" %}', at=INSTANT, **BAKU)
    time = '<time class="instant" datetime="2024-02-08T04:30Z">'
    assert page == f"{time}<b>Thu 8 Feb, 08:00 Tabriz</b> <span>(08:30 Baku)</span></time>"


def test_an_instant_without_a_place_is_the_home_clocks() -> None:
    page = rendered("{% instant at %}", at=INSTANT, **BAKU)
    assert page == '<time class="instant" datetime="2024-02-08T04:30Z"><b>Thu 8 Feb, 08:30 Baku</b></time>'


def test_an_instant_outside_any_election_is_in_utc() -> None:
    page = rendered("{% instant at %}", at=INSTANT)
    assert page == '<time class="instant" datetime="2024-02-08T04:30Z"><b>Thu 8 Feb 2024, 04:30 UTC</b></time>'


def test_the_readers_zone_is_left_to_the_browser() -> None:
    page = rendered('{% instant at "Asia/Tehran" reader=True %}', at=INSTANT, **BAKU)
    assert ' data-reader-zone="Asia/Tehran Asia/Baku">' in page


def test_the_browser_is_told_where_a_span_ends() -> None:
    closes = datetime(2024, 2, 8, 15, 30, tzinfo=UTC)
    page = rendered("{% hours at closes reader=True %}", at=INSTANT, closes=closes, **BAKU)
    assert ' data-reader-zone="Asia/Baku" data-closes="2024-02-08T15:30Z">' in page


def test_hours_in_a_column_leave_the_places_to_its_head() -> None:
    closes = datetime(2024, 2, 8, 15, 30, tzinfo=UTC)
    page = rendered('{% hours at closes "Asia/Tehran" column=True %}', at=INSTANT, closes=closes, **BAKU)
    assert "<b>Thu 8 Feb, 08:00 to 19:00</b> <span>(08:30 to 19:30)</span>" in page


def test_the_name_of_a_place_is_escaped() -> None:
    assert "<b>Thu 8 Feb, 08:00 &lt;Tabriz&gt;</b>" in rendered(
        '{% instant at "Asia/Tehran" place %}', at=INSTANT, place="<Tabriz>", **BAKU
    )


def test_hours_days_and_times() -> None:
    context = {"opens": datetime(2024, 2, 7, 4, 30, tzinfo=UTC), "closes": datetime(2024, 2, 7, 15, 30, tzinfo=UTC)}
    assert "<b>Wed 7 Feb, 08:30 to 19:30 Baku</b>" in rendered("{% hours opens closes %}", **context, **BAKU)
    assert ">08:00</time>" in rendered('{% local_time opens "Asia/Tehran" %}', **context)
    assert rendered("{% day day %}", day=date(2024, 2, 7), **BAKU) == "Wed 7 Feb"


@pytest.mark.usefixtures("morning")
def test_the_rest_is_counted_by_election_time() -> None:
    assert rendered("{% rest at %}", at=INSTANT) == "in 2 h"


@pytest.mark.usefixtures("morning")
def test_the_clock_of_the_election_has_its_year() -> None:
    assert "<b>Thu 8 Feb 2024, 06:30 Baku</b>" in rendered("{% election_clock %}", **BAKU)


def test_numbers_and_shares() -> None:
    assert rendered("{{ count|number }}, {% part_of 40 46 %}", count=1498) == "1,498, 40 of 46"


def test_a_text_of_the_lawbook_is_in_the_readers_language() -> None:
    assert rendered("{{ name|in_words }}", name=Text({"en": "Ministry", "az": "Nazirlik"})) == "Ministry"


@pytest.mark.parametrize("basis", ["inferred", "assumed", "invented"])
def test_what_is_not_established_is_dashed(basis: str) -> None:
    assert rendered("{% basis basis %}", basis=basis) == f'<span class="label label-dashed">{basis}</span>'


@pytest.mark.parametrize("basis", ["decided", "published"])
def test_what_is_established_has_no_label(basis: str) -> None:
    assert rendered("{% basis basis %}", basis=basis) == ""


def test_the_zone_table_is_the_pinned_one() -> None:
    assert rendered("{% zone_table %}") == tzdata.IANA_VERSION
