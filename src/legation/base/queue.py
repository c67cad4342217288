"""Work too long for a request: a row in the transaction that asks for it, carried out by the worker soon after.

A worker takes a job for a while. One that is killed leaves it taken, and another takes it up when that time is over;
what does not end after three tries is given up and stays, for the operator to see. A job's work must be harmless to do
again, or be done in the transaction in which its row goes.
"""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q

from legation.base import clock
from legation.base.models import QueuedJob

HELD = timedelta(minutes=2)
"""How long a worker holds a job, by real time: longer than any work may take."""
TRIES = 3

_handlers: dict[str, Callable[[str], None]] = {}


def handle(name: str, run: Callable[[str], None]) -> None:
    """Let `run` carry out the jobs of this name; it is given their code. Called by an app when it is ready."""
    _handlers[name] = run


def enqueue(name: str, code: str) -> None:
    """Owe the work `name` for `code`, once, from the moment the caller's transaction ends."""
    if name not in _handlers:
        raise ValueError(f"nobody carries out jobs of the name {name!r}")
    QueuedJob.objects.get_or_create(name=name, code=code, defaults={"enqueued_at": clock.real()})


def run_waiting() -> int:
    """Carry out what waits, the oldest first, until nothing is left; how many jobs were done."""
    done = 0
    while (job := _take()) is not None:
        with transaction.atomic():
            _handlers[job.name](job.code)
            job.delete()
        done += 1
    return done


def _take() -> QueuedJob | None:
    """The oldest job that nobody holds, held from now on. Two workers never hold the same."""
    now = clock.real()
    free = Q(taken_until__isnull=True) | Q(taken_until__lt=now)
    waiting = QueuedJob.objects.filter(free, given_up=False, name__in=_handlers)
    waiting.filter(tries__gte=TRIES).update(given_up=True)
    for job in waiting.order_by("id")[:20]:
        taken = waiting.filter(pk=job.pk).update(taken_until=now + HELD, tries=F("tries") + 1)
        if taken:
            return job
    return None


def standing() -> tuple[int, int]:
    """How many jobs wait or are being done, and how many were given up."""
    given_up = QueuedJob.objects.filter(given_up=True).count()
    return QueuedJob.objects.count() - given_up, given_up
