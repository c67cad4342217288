"""A public site of the demonstration, with one changed station."""

from datetime import UTC, date, datetime

import pytest

from legation.public.site import Site
from legation.publication import actions, queries
from legation.stations import actions as stations

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


@pytest.fixture
def changed(db, person) -> Site:
    """Frozen after the address of Tabriz was changed once."""
    change = {"address": "=12 Bahar Street", "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
    stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=AT, **change)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))
