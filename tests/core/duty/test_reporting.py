"""The situation report: when it is due, what may be signed."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from legation_core.duty.reporting import check_drawing, check_signing, last_due
from legation_core.problems import Refused

BAKU = "Asia/Baku"


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 1, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [(utc(22, 14), utc(22, 14)), (utc(22, 13, 59), utc(21, 14)), (utc(22, 21), utc(22, 14)), (utc(23, 5), utc(22, 14))],
)
def test_the_report_is_due_at_the_set_hour_by_the_clock_of_home(now: datetime, due: datetime) -> None:
    assert last_due(now, 18 * 60, BAKU) == due


@pytest.mark.parametrize(
    "check",
    [
        partial(check_drawing, None, utc(22, 14)),
        partial(check_drawing, utc(22, 14), utc(22, 15)),
        partial(check_signing, "a", "a", signed=False),
    ],
)
def test_what_may_be(check: Callable[[], None]) -> None:
    assert check() is None


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (partial(check_drawing, utc(22, 14), utc(22, 14)), "D303"),
        (partial(check_signing, "a", "a", signed=True), "D301"),
        (partial(check_signing, "a", "b", signed=False), "D302"),
        (partial(last_due, utc(22, 14), 1440, BAKU), "D304"),
    ],
)
def test_what_is_refused(check: Callable[[], None], code: str) -> None:
    with pytest.raises(Refused) as refused:
        check()
    assert refused.value.code == code
