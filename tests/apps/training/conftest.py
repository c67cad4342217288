"""A seminar of these tests beside that of the demonstration, and steps that many of them begin with."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from legation.training import actions
from legation.training.actions import Facts
from legation_core.training.audience import Rule

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
STARTS = [datetime(2024, 1, 25, 8, tzinfo=UTC), datetime(2024, 1, 25, 16, tzinfo=UTC)]


@pytest.fixture
def planned(person: Callable) -> Callable[..., str]:
    """Plans a seminar with an agenda and two sessions. Gives its code."""

    def make(rule: Rule | None = None, **changed: object) -> str:
        by = person("ben")
        facts: dict = {
            "names": {"en": "On counting", "az": "Sayılma"}, "aims": {"en": "To count.", "az": ""},
            "languages": ("az",), "days": (date(2024, 1, 25),), "length": 90, "opens": 480, "closes": 1200,
            "rule": rule or Rule(units=("Consular department",)),
        }  # fmt: skip
        code = actions.plan_seminar(election="az2024", facts=Facts(**(facts | changed)), by=by, at=AT)
        actions.add_module(
            election="az2024", code=code, names={"en": "Lists", "az": "Siyahılar"}, minutes=45, by=by, at=AT
        )
        actions.set_sessions(election="az2024", code=code, starts=STARTS, by=by, at=AT)
        return code

    return make


@pytest.fixture
def invited(planned: Callable, person: Callable) -> Callable[..., str]:
    """Plans a seminar and sends its invitations. Gives its code."""

    def make(rule: Rule | None = None) -> str:
        code = planned(rule)
        until = datetime(2024, 1, 24, 14, tzinfo=UTC)
        actions.invite(election="az2024", code=code, answer_by=until, by=person("ben"), at=AT)
        return code

    return make
