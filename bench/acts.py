"""Acts against bare durable commits on the same database, with the same durability, in the same run."""

from dataclasses import asdict
from datetime import UTC, datetime

from django.db import connection, transaction

from bench.pairs import Pair, pair
from legation.accounts.queries import actor_by_code
from legation.integrity.actions import act

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
COUNT = 200
"""Acts, and commits, of one run."""


def raw(where: str) -> list[dict[str, object]]:
    return [asdict(one) for one in measured(where)]


def measured(where: str) -> list[Pair]:
    by = actor_by_code("ana", AT)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_bare (number INTEGER NOT NULL, octets VARCHAR(400) NOT NULL)")

    def acts() -> None:
        for number in range(COUNT):
            with act("part_opened", by=by, at=AT) as record:
                record.about(jurisdiction="AZ", subject="bench")
                record.public(index=number)

    def bare() -> None:
        for number in range(COUNT):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("INSERT INTO bench_bare VALUES (%s, %s)", [number, "x" * 380])

    return [
        pair(
            "one act with its record",
            acts,
            "one bare durable commit of one row",
            bare,
            where=where,
            unit="acts",
            per_run=COUNT,
        )
    ]
