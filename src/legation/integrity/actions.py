"""The one way in which anything changes: inside an act, which ends with its record in the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from legation.base.actors import Actor
from legation.integrity.appending import append
from legation.integrity.kinds import kind_of
from legation.integrity.record import Record


@dataclass(slots=True)
class _Open:
    """The acts of one transaction, outermost first."""

    records: list[Record] = field(default_factory=list)
    failed: bool = False


_open: ContextVar[_Open | None] = ContextVar("open_acts", default=None)


@contextmanager
def act(kind: str, *, by: Actor, at: datetime) -> Iterator[Record]:
    """Do one act: the outermost opens the transaction; its last statements lock the head and store the leaves.

    `at` is election time, UTC. An act inside another shares its transaction and stands after it in the log.
    An act that failed takes every act around it with it, even where the exception was caught in between.
    """
    outer = _open.get()
    if outer is not None:
        with _part_of(outer, Record(kind_of(kind), by, at)) as record:
            yield record
        return
    opened = _Open()
    token = _open.set(opened)
    try:
        with transaction.atomic():
            with _part_of(opened, Record(kind_of(kind), by, at)) as record:
                yield record
            if opened.failed:
                raise RuntimeError(f"an act inside {kind} failed and was hidden; nothing was kept")
            append(opened.records)
    finally:
        _open.reset(token)


@contextmanager
def _part_of(opened: _Open, record: Record) -> Iterator[Record]:
    opened.records.append(record)
    try:
        yield record
        record.complete()
    except BaseException:
        opened.failed = True
        raise
