"""Who is told of a late task and when: by the working days of the place where it is owed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from legation_core.lawbook.model import Escalation
from legation_core.tasks.escalation import Level, Told, level_at, telling
from legation_core.tasks.plan import Site
from legation_core.timetable.working_days import WorkingDays

RULE = Escalation(
    key="mission", superior="head_of_mission", superior_after=1, headquarters=("ministry", "central_commission"),
    headquarters_after=2, source="assumed",
)  # fmt: skip
TABRIZ = Site("tabriz", "Asia/Tehran", WorkingDays("1111011"))
ROME = Site("rome", "Europe/Rome")
RIYADH = Site("riyadh", "Asia/Riyadh", WorkingDays("1111001"))
LOS_ANGELES = Site("los-angeles", "America/Los_Angeles", WorkingDays(holidays=frozenset({date(2024, 1, 15)})))

CASES = {
    "due on a Thursday in Tabriz, where Friday is no working day": (
        TABRIZ, date(2024, 1, 25), (date(2024, 1, 27), date(2024, 1, 28)),
    ),
    "due on the same Thursday in Rome": (ROME, date(2024, 1, 25), (date(2024, 1, 26), date(2024, 1, 29))),
    "due on the same Thursday in Riyadh": (RIYADH, date(2024, 1, 25), (date(2024, 1, 28), date(2024, 1, 29))),
    "due before a holiday in Los Angeles": (LOS_ANGELES, date(2024, 1, 12), (date(2024, 1, 16), date(2024, 1, 17))),
}  # fmt: skip


@pytest.mark.parametrize(("site", "due", "days"), CASES.values(), ids=CASES.keys())
def test_the_days_after_which_superior_and_headquarters_are_told(
    site: Site, due: date, days: tuple[date, date]
) -> None:
    assert [(one.level, one.after) for one in telling(due, site, RULE)] == [
        (Level.SUPERIOR, days[0]), (Level.HEADQUARTERS, days[1]),
    ]  # fmt: skip


def test_the_instant_is_the_end_of_the_day_by_the_clock_of_the_place() -> None:
    assert telling(date(2024, 1, 25), TABRIZ, RULE)[0] == Told(
        Level.SUPERIOR, date(2024, 1, 27), datetime(2024, 1, 27, 20, 30, tzinfo=UTC)
    )


def test_the_clocks_are_put_forward_in_rome() -> None:
    told = telling(date(2024, 3, 29), ROME, RULE)
    assert [one.at for one in told] == [
        datetime(2024, 4, 1, 22, tzinfo=UTC), datetime(2024, 4, 2, 22, tzinfo=UTC),
    ]  # fmt: skip


def test_the_level_rises_with_time() -> None:
    superior, headquarters = (one.at for one in telling(date(2024, 1, 25), TABRIZ, RULE))
    instants = [superior - timedelta(seconds=1), superior, headquarters - timedelta(seconds=1), headquarters]
    assert [level_at(at, date(2024, 1, 25), TABRIZ, RULE) for at in instants] == [0, 1, 1, 2]


def test_without_a_rule_nobody_else_is_told() -> None:
    assert level_at(datetime(2025, 1, 1, tzinfo=UTC), date(2024, 1, 25), TABRIZ, None) == Level.OWNER
