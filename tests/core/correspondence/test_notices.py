"""Mail at once or daily, quiet hours over midnight and across the change of the clocks, the urgent; described cases."""

from datetime import UTC, datetime, time

import pytest

from legation_core.correspondence import notices
from legation_core.correspondence.notices import Choice, How, Waiting

BAKU, LOS_ANGELES = "Asia/Baku", "America/Los_Angeles"


def choice(how: How = How.AT_ONCE, zone: str = BAKU, quiet: tuple[int, int] = (22, 7), daily: int = 8) -> Choice:
    return Choice(how, zone, time(quiet[0]), time(quiet[1]), time(daily))


def at(day: int, hour: int, minute: int = 0, month: int = 2) -> datetime:
    return datetime(2024, month, day, hour, minute, tzinfo=UTC)


CASES = {
    "by day, at once": (Waiting(at(5, 8)), choice(), at(5, 8)),
    "at night: when the quiet ends": (Waiting(at(5, 20)), choice(), at(6, 3)),
    "after midnight: the same morning": (Waiting(at(5, 22)), choice(), at(6, 3)),
    "the urgent at night, at once": (Waiting(at(5, 20), urgent=True), choice(), at(5, 20)),
    "the same instant in Los Angeles is day": (Waiting(at(5, 20)), choice(zone=LOS_ANGELES), at(5, 20)),
    "quiet at noon": (Waiting(at(5, 8)), choice(quiet=(11, 14)), at(5, 10)),
    "no quiet hours": (Waiting(at(5, 20)), choice(quiet=(0, 0)), at(5, 20)),
    "daily: the next morning": (Waiting(at(5, 8)), choice(How.DAILY), at(6, 4)),
    "daily: this morning": (Waiting(at(5, 2)), choice(How.DAILY), at(5, 4)),
    "daily, the urgent": (Waiting(at(5, 20), urgent=True), choice(How.DAILY), at(5, 20)),
    "never, not even the urgent": (Waiting(at(5, 8), urgent=True), choice(How.NEVER), None),
    "the night on which the clocks change": (
        Waiting(at(10, 6, 30, month=3)), choice(zone=LOS_ANGELES), at(10, 14, month=3),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_when_a_mail_goes(case) -> None:
    one, chosen, wanted = case
    assert notices.mailed_at(one, chosen) == wanted


def test_one_mail_for_what_is_new_and_none_for_what_was_told() -> None:
    found = [Waiting(at(5, 8)), Waiting(at(5, 9))]
    assert notices.due_now(found, choice(), told=None, now=at(5, 10)) is True
    assert notices.due_now(found, choice(), told=at(5, 10), now=at(5, 11)) is False
    assert notices.due_now([*found, Waiting(at(5, 20))], choice(), told=at(5, 10), now=at(5, 21)) is False
    assert notices.due_now([*found, Waiting(at(5, 20))], choice(), told=at(5, 10), now=at(6, 3)) is True
    assert notices.due_now([], choice(), told=None, now=at(5, 10)) is False
