"""Stations in each state at one mission, and the acts that lead there."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from legation.stations import actions
from tests.by_two import by_two

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
HOLDS_FROM = date(2024, 1, 25)


@pytest.fixture
def fresh(db, person) -> Callable[..., str]:
    """A newly created station at a mission whose old ones were closed before: the rule gives one to each."""

    def make(mission: str = "tabriz", head: str = "cora") -> str:
        from legation.stations.models import Station

        for row in Station.objects.filter(election="az2024", mission__code=mission).exclude(state="closed"):
            by_two(
                actions.close_station,
                election="az2024",
                station=row.code,
                reason="the hall burnt",
                by=person(head),
                at=AT,
            )
        return actions.create_station(election="az2024", mission=mission, by=person(head), at=AT)

    return make


@pytest.fixture
def attached(fresh, person) -> str:
    """A station of Tabriz in district 17, without a number."""
    code = fresh()
    actions.submit_district(election="az2024", station=code, district="17", by=person("ben"), at=AT)
    actions.attach_station(election="az2024", station=code, district="17", by=person("ana"), at=AT)
    return code


@pytest.fixture
def change(person) -> Callable[..., None]:
    """Do a change with its usual reason and date."""

    def do(action: Callable[..., None], by: str, station: str, **named: Any) -> None:
        facts = {"reason": "a larger hall", "effective_on": HOLDS_FROM} | named
        action(election="az2024", station=station, by=person(by), at=AT, **facts)

    return do
