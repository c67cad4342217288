"""Handing a shift over: by whom, when, to whom."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from legation_core.duty.handing_over import check_incoming, check_leaving, check_taking
from legation_core.duty.rota import Shift
from legation_core.problems import Refused

START = datetime(2024, 2, 7, 15, tzinfo=UTC)
EVENING = Shift(START, START + timedelta(hours=8), "evening", "ministry", "ben")
NIGHT = Shift(START + timedelta(hours=8), START + timedelta(hours=12), "night", "ministry", "mina")
THEIRS = Shift(START + timedelta(hours=8), START + timedelta(hours=12), "theirs", "commission", "eli")
ROTA = (EVENING, NIGHT, THEIRS)


@pytest.mark.parametrize(
    "check",
    [
        partial(check_leaving, EVENING, "ben", "ben", START),
        partial(check_incoming, ROTA, EVENING, "night"),
        partial(check_taking, "mina", "mina"),
    ],
)
def test_what_may_be(check: Callable[[], None]) -> None:
    assert check() is None


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (partial(check_leaving, EVENING, "ben", "mina", START), "D110"),
        (partial(check_leaving, EVENING, "", "", START), "D110"),
        (partial(check_leaving, EVENING, "ben", "ben", START - timedelta(seconds=1)), "D111"),
        (partial(check_incoming, ROTA, EVENING, "theirs"), "D112"),
        (partial(check_incoming, ROTA, EVENING, "evening"), "D112"),
        (partial(check_incoming, ROTA, NIGHT, "evening"), "D112"),
        (partial(check_taking, "mina", "ben"), "D113"),
        (partial(check_taking, "", ""), "D113"),
    ],
)
def test_what_is_refused(check: Callable[[], None], code: str) -> None:
    with pytest.raises(Refused) as refused:
        check()
    assert refused.value.code == code
