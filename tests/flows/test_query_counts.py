"""Lists ask the database as often for three rows as for one: of stations, missions, voters, files and records."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from legation.accounts.queries import actor_by_code, user
from legation.missions import actions as missions
from legation.plan import actions as plan
from legation.stations import actions as stations
from tests.by_two import by_two

AT = datetime(2026, 1, 23, 5, tzinfo=UTC)
WITH_STATIONS = [
    "/az2026/",
    "/az2026/stations/",
    "/az2026/stations/export/csv/",
    "/az2026/stations/establishment/",
    "/az2026/day/",
    "/az2026/day/json/",
    "/az2026/countries/",
    "/az2026/missions/",
    "/az2026/stations/attach/",
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def ana() -> Client:
    by_two(
        plan.open_election,
        code="az2026",
        names={"en": "Election of the test"},
        kind="presidential",
        called_on=date(2026, 1, 10),
        day_set_on=date(2026, 1, 10),
        election_day=date(2026, 3, 20),
        by=actor_by_code("ana", AT),
        at=AT,
    )
    client = Client()
    client.force_login(user("ana"))
    return client


def create_station(mission: str) -> None:
    """A station whose district was submitted, with an address."""
    head = actor_by_code("cora" if mission == "tabriz" else f"head-{mission}", AT)
    code = stations.create_station(election="az2026", mission=mission, address="Street 1", by=head, at=AT)
    by = actor_by_code("ben", AT)
    stations.submit_district(election="az2026", station=code, district="17", by=by, at=AT)


def report_voters(ground: str, on: int) -> None:
    facts = {"election": "az2024", "mission": "tabriz", "ground": ground, "count": 5, "as_of": date(2024, 1, on)}
    missions.report_voters(**facts, source="test", by=actor_by_code("cora", AT), at=AT)


def asked(client: Client, address: str) -> int:
    """How often the database was asked for a page that was asked for once before: what is kept, is kept."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", WITH_STATIONS)
def test_three_stations_are_asked_for_as_often_as_one(ana: Client, address: str) -> None:
    create_station("tabriz")
    one = asked(ana, address)
    create_station("kars")
    create_station("rome")
    assert asked(ana, address) == one


def test_three_missions_more_are_asked_for_as_often_as_none(ana: Client) -> None:
    before = asked(ana, "/az2026/missions/")
    facts = {"kind": "embassy", "country": "SM", "zone": "Europe/Rome", "names": {"en": "Embassy"}}
    for city in ("aaa", "bbb", "ccc"):
        facts = {**facts, "cities": {"en": city}}
        missions.register_mission(code=city, facts=facts, by=actor_by_code("ben", AT), at=AT)
    assert asked(ana, "/az2026/missions/") == before


def test_three_reports_of_voters_are_asked_for_as_often_as_one(ana: Client) -> None:
    report_voters("long_mission", 20)
    one = asked(ana, "/az2024/missions/tabriz/")
    report_voters("long_mission", 21)
    report_voters("resident_abroad", 21)
    assert asked(ana, "/az2024/missions/tabriz/") == one


def cost_of_file(source: str, rows: int) -> int:
    facts = {"mission": "tabriz", "count": 5, "as_of": date(2024, 1, 20), "ground": "long_mission"}
    given = [{**facts, "source": f"{source} {place}"} for place in range(rows)]
    by = actor_by_code("ben", AT)
    with CaptureQueriesContext(connection) as queries:
        missions.import_voters(election="az2024", rows=given, file="0" * 64, by=by, at=AT)
    return len(queries)


def test_each_row_of_a_file_costs_the_same(ana: Client) -> None:
    cost_of_file("before", 1)
    one, two, three = (cost_of_file(source, rows) for source, rows in (("a", 1), ("b", 2), ("c", 3)))
    assert three - two == two - one
