"""Pages of an election with 49, 1,000 and 10,000 stations: how many queries, and how time grows against 49."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.pairs import Pair, pair
from legation.accounts.models import User
from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.integrity.actions import act
from legation.plan.models import Election
from legation.stations.models import Station

SIZES = (1_000, 10_000)
PAGES = ("", "stations/", "day/", "calendar/")


@dataclass(frozen=True, slots=True)
class Queries:
    """How many queries one page made at one size."""

    page: str
    stations: int
    queries: int
    kilobytes: int


def raw(where: str) -> dict[str, list[dict[str, object]]]:
    pairs, queries = measured(where, elections())
    return {"pairs": [asdict(one) for one in pairs], "queries": [asdict(one) for one in queries]}


def grown(size: int) -> str:
    """An election like az2024 with `size` stations, spread over its missions; invented, for measuring only."""
    model = Election.objects.get(pk="az2024")
    model.pk = f"bench-{size}"
    model.save(force_insert=True)
    samples = list(Station.objects.filter(election="az2024").select_related("mission"))
    Station.objects.bulk_create(
        (
            Station(
                election_id=model.pk,
                code=f"{samples[number % len(samples)].mission.code}-{number}",
                mission=samples[number % len(samples)].mission,
                created_at=samples[0].created_at,
                sorting=samples[number % len(samples)].sorting,
            )
            for number in range(size)
        ),
        batch_size=500,
    )
    _recorded(model)
    return model.pk


def _recorded(election: Election) -> None:
    """A record for each station, as there is where a person creates it."""
    by, at = actor_by_code("cora", clock.now(), ""), clock.now()
    with act("stations_imported", by=by, at=at) as whole:
        rows = list(Station.objects.filter(election=election).select_related("mission"))
        place = {"jurisdiction": election.jurisdiction.code, "election": election.pk}
        whole.about(**place, subject="stations")
        whole.public(stations=len(rows), file="")
        for row in rows:
            with act("station_created", by=by, at=at) as record:
                record.about(**place, subject=f"station:{row.code}")
                record.public(station=row.code, mission=row.mission.code, country=row.mission.country)


def elections() -> dict[int, str]:
    """An election of each size, made where it is not there."""
    return {49: "az2024"} | {size: grown(size) for size in SIZES}


def measured(where: str, elections: Mapping[int, str]) -> tuple[list[Pair], list[Queries]]:
    """The pages of each election, on the database `where`."""
    client = Client()
    client.force_login(User.objects.get(code="ana"))
    counted = [_queries(client, page, election, size) for page in PAGES for size, election in elections.items()]
    pairs = [
        pair(
            f"/{page or '(election)'} with {size:,} stations", lambda page=page, size=size: client.get(f"/{elections[size]}/{page}"),
            "the same page with 49 stations", lambda page=page: client.get(f"/az2024/{page}"),
            where=where, unit="pages", rounds=3,
        )
        for page in PAGES
        for size in SIZES
    ]  # fmt: skip
    return pairs, counted


def _queries(client: Client, page: str, election: str, size: int) -> Queries:
    client.get(f"/{election}/{page}")
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(f"/{election}/{page}")
    if answer.status_code != 200:
        raise SystemExit(f"/{election}/{page} answered {answer.status_code}: nothing to measure")
    return Queries(f"/{page or '(election)'}", size, len(caught), len(answer.content) // 1024)
