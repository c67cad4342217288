"""Timed work: idempotent jobs with an interval, run by the worker, catching up after a stop. Queued work: `queue`."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import OperationalError, close_old_connections

from legation.base import clock, queue
from legation.base.models import TimedRun
from legation_core.problems import Refused

journal = logging.getLogger("legation.jobs")


@dataclass(frozen=True, slots=True)
class TimedJob:
    """`run` is called at most once every `every`; it must be harmless to call it again."""

    name: str
    every: timedelta
    run: Callable[[], None]


_jobs: dict[str, TimedJob] = {}


def register(job: TimedJob) -> None:
    """Make `job` known to the worker. Called by each capability's app when it is ready."""
    _jobs[job.name] = job


def run_due() -> list[str]:
    """Run every job whose interval has passed, by real time; the names of those that ran."""
    ran = []
    for job in sorted(_jobs.values(), key=lambda job: job.name):
        row, _ = TimedRun.objects.get_or_create(name=job.name)
        if row.ran_at is None or clock.real() - row.ran_at >= job.every:
            job.run()
            TimedRun.objects.filter(name=job.name).update(ran_at=clock.real())
            ran.append(job.name)
    return ran


def make_due() -> None:
    """Let every job run at the next look, whenever it ran last: election time has moved."""
    TimedRun.objects.update(ran_at=None)


def runs() -> list[tuple[str, timedelta, datetime | None]]:
    """Every timed job with its interval and when it last ran, by real time."""
    ran = dict(TimedRun.objects.values_list("name", "ran_at"))
    return [(job.name, job.every, ran.get(job.name)) for job in sorted(_jobs.values(), key=lambda job: job.name)]


def work(stop: Callable[[], bool], pause: float = 1.0) -> None:
    """The worker: do what is queued, then what is due, until `stop` says so. A database that is busy is waited for."""
    while not stop():
        close_old_connections()
        try:
            queue.run_waiting()
            run_due()
        except OperationalError:
            journal.warning("the database did not answer; the worker tries again in %s s", pause)
        except Refused as refused:
            journal.warning("a job was refused; the worker goes on: %s", refused.diagnostics())
        time.sleep(pause)
