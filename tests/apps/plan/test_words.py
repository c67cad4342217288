"""The law in words: acts as the core names them, days as officials count them."""

import pytest

from legation.plan.web.words import ACTS, counted
from legation_core.lawbook import acts


def test_acts_are_those_of_the_core() -> None:
    assert {key: str(text) for key, text in ACTS.items()} == {key: act.text for key, act in acts.ACTS.items()}


@pytest.mark.parametrize(("days", "told"), [(-30, "T-30"), (0, "T"), (2, "T+2")])
def test_days_are_counted_from_the_election_day(days, told) -> None:
    assert counted(days) == told
