"""The desk of each role with 49, 1,000 and 10,000 stations: the slowest in a hundred against that of an empty page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.pages import elections
from bench.pairs import Pair, pair
from legation.accounts.models import User

ROLES = {
    "ana": "central commission",
    "ben": "ministry",
    "cora": "mission",
    "fara": "district commission",
    "gus": "auditor",
}
EMPTY = "/roles/"
"""A page with the frame and a list of a few lines."""
RUNS = {49: 50, 1_000: 30, 10_000: 12}
"""How often each desk is opened, in turn with the empty page."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One role's desk at one size: the pair of runs, and its queries; `unchanged` are those of asking again."""

    role: str
    stations: int
    queries: int
    unchanged: int
    pair: Pair


def raw(where: str) -> list[dict[str, object]]:
    return [asdict(one) for one in measured(where, elections())]


def measured(where: str, sizes: Mapping[int, str]) -> list[Desk]:
    """Every role's desk at every size, on the database `where`. `sizes` names an election of each."""
    found = []
    for person, role in ROLES.items():
        client = Client()
        client.force_login(User.objects.get(code=person))
        found += [_desk(client, role, size, f"/{code}/", where) for size, code in sizes.items()]
    return found


def _desk(client: Client, role: str, size: int, page: str, where: str) -> Desk:
    answer = client.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page} answered {answer.status_code}: nothing to measure")
    asking = {"HTTP_X_ASKS_AGAIN": "yes", "HTTP_IF_NONE_MATCH": answer["ETag"]}
    runs = pair(
        f"desk of the {role}, {size:,} stations", lambda: client.get(page), "an empty page", lambda: client.get(EMPTY),
        where=where, unit="pages", rounds=RUNS[size],
    )  # fmt: skip
    return Desk(role, size, _queries(client, page), _queries(client, page, **asking), runs)


def _queries(client: Client, page: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(page, **headers)
    return len(caught)
