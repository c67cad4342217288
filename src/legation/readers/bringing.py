"""A file on its way: kept at once, checked by the worker, looked at by the person, kept row by row by the worker.

Checking does everything that keeping does and takes it back, so what the page announces is what will happen. The
capability whose table it is says how its rows are kept; this module keeps how far the file has come.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction

from legation.base import clock, entropy, files, queue
from legation.base.actors import Actor, OutOfScope
from legation.readers.models import Bringing
from legation.readers.rows import Row
from legation.readers.table_kinds import Importable
from legation.readers.tables import read_table
from legation_core.problems import Problem, Refused

JOB = "readers.bring"
SHOWN = 10
"""Rows of a file that are shown before it is kept."""
REMEMBERED = timedelta(days=7)
"""How long it is remembered who brought which file, by real time; what was kept of it stands in the log for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which table somebody brings, and in which role: the worker acts as they do."""

    what: str
    election: str
    person: str
    role: str
    jurisdiction: str
    scope_kind: str
    scope_code: str


@dataclass(frozen=True, slots=True)
class Brought:
    """How far a file has come. `found` holds what the check says: counts and first rows."""

    token: str
    state: str
    name: str
    sha256: str
    found: Mapping[str, Any]
    problems: tuple[Problem, ...]


Offer = Callable[[Asked], Importable]
_offers: dict[str, Offer] = {}


def offer(what: str, table: Offer) -> None:
    """Let tables of this kind be brought in. Called by a capability's app when it is ready."""
    _offers[what] = table


def begin(what: str, election: str, octets: bytes, name: str, *, by: Actor) -> str:
    """Keep the file and owe its check; the token by which the person looks after it. Refused as `files.keep` does."""
    with transaction.atomic():
        row = Bringing(
            token=entropy.code(16), sha256=files.keep(octets, name), name=name[-200:], brought_at=clock.real(),
            **asdict(_asked(what, election, by)),
        )  # fmt: skip
        row.save(force_insert=True)
        queue.enqueue(JOB, row.token)
    return row.token


def standing(token: str, what: str, election: str, *, by: Actor) -> Brought:
    """How far the file has come. Of another person, role or table it does not exist."""
    row = Bringing.objects.filter(token=token, **asdict(_asked(what, election, by))).first()
    if row is None:
        raise OutOfScope(token)
    problems = tuple(Problem(*one) for one in row.found.get("problems", ()))
    return Brought(row.token, row.state, row.name, row.sha256, row.found, problems)


def confirm(token: str, what: str, election: str, *, by: Actor) -> None:
    """Owe the keeping of what was shown. Said twice, it is kept once."""
    standing(token, what, election, by=by)
    with transaction.atomic():
        if Bringing.objects.filter(token=token, state="in_order").update(state="keeping"):
            queue.enqueue(JOB, token)


def carry_out(token: str) -> None:
    """The worker's part: check or keep, as the file stands; nothing where that was done already."""
    row = Bringing.objects.filter(token=token, state__in=["checking", "keeping"]).first()
    if row is None:
        return
    try:
        table = _offers[row.what](Asked(**{name: getattr(row, name) for name in Asked.__slots__}))
        rows = _rows(row, table)
        if row.state == "checking":
            _conclude(row, "in_order", _shown(rows, table, tried(table, rows, row.sha256)))
        else:
            _keep(row, table, rows)
    except Refused as refused:
        _conclude(row, "wrong", _told(refused.problems))
    except OutOfScope:
        _conclude(row, "wrong", _told([Problem("A008")]))


def tried(what: Importable, rows: Sequence[Row], digest: str) -> int:
    """How many acts keeping the rows would take; everything is taken back. Refused as keeping would be."""
    with transaction.atomic():
        acts = what.keep(rows, digest)
        transaction.set_rollback(True)
    return acts


def forget() -> None:
    """Forget who brought which file, after a week."""
    Bringing.objects.filter(brought_at__lt=clock.real() - REMEMBERED).delete()


def _asked(what: str, election: str, by: Actor) -> Asked:
    grant = by.grant
    return Asked(
        what=what, election=election, person=by.person, role=by.role,
        jurisdiction=grant.jurisdiction, scope_kind=grant.scope.kind, scope_code=grant.scope.code,
    )  # fmt: skip


def _rows(row: Bringing, table: Importable) -> tuple[Row, ...]:
    """The rows of the file. Refused with everything that is wrong with it."""
    octets, _name = files.read(row.sha256)
    read = read_table(octets, name=row.name, columns=table.columns)
    if read.problems:
        first = read.problems[0]
        raise Refused(first.code, first.where, first.facts, read.problems)
    return read.rows


def _keep(row: Bringing, table: Importable, rows: Sequence[Row]) -> None:
    """Keep the rows and say so in one transaction: a worker that is killed has done both or neither."""
    with transaction.atomic():
        held = Bringing.objects.select_for_update().get(pk=row.pk)
        if held.state == "keeping":
            acts = table.keep(rows, row.sha256)
            _conclude(row, "kept", dict(row.found) | {"acts": acts})


def _conclude(row: Bringing, state: str, found: Mapping[str, object]) -> None:
    Bringing.objects.filter(pk=row.pk, state=row.state).update(state=state, found=found)


def _shown(rows: Sequence[Row], table: Importable, acts: int) -> dict[str, object]:
    """Counts, and the first rows with the columns that any row fills."""
    filled = [one.key for one in table.columns.columns if any(row.values.get(one.key) for row in rows)]
    first = [[row.number, *(row.values.get(key, "") for key in filled)] for row in rows[:SHOWN]]
    return {"acts": acts, "count": len(rows), "columns": filled, "first": first, "more": max(len(rows) - SHOWN, 0)}


def _told(problems: Sequence[Problem]) -> dict[str, object]:
    return {"problems": [[one.code, one.where, dict(one.facts)] for one in problems]}
