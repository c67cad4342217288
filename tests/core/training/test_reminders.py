"""When somebody who has not answered is reminded."""

from datetime import UTC, datetime, timedelta

import pytest

from legation_core.training.reminders import due
from legation_core.training.states import Answer

WANTED = datetime(2024, 1, 24, 14, tzinfo=UTC)
UNTIL = WANTED + timedelta(days=1)


@pytest.mark.parametrize(
    ("answer", "hours", "last", "expected"),
    [
        (Answer.NONE, -48, None, True),
        (Answer.NONE, -49, None, False),
        (Answer.NONE, 23, None, True),
        (Answer.NONE, 24, None, False),
        (Answer.NONE, 0, -24, True),
        (Answer.NONE, 0, -23, False),
        (Answer.YES, 0, None, False),
        (Answer.NO, 0, None, False),
    ],
)
def test_once_a_day_from_two_days_before(answer, hours, last, expected) -> None:
    before = None if last is None else WANTED + timedelta(hours=last)
    now = WANTED + timedelta(hours=hours)
    assert due(answer, wanted=WANTED, until=UNTIL, last=before, now=now) is expected
