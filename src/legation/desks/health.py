"""How the system runs, for its operator: jobs, disk, log, version, keys by name. Nothing of any election."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.conf import settings

from legation.base import clock, jobs, queue
from legation.integrity import keys
from legation.integrity import queries as log

SLACK = timedelta(minutes=5)
"""A job that is later than this beyond its interval is overdue."""
TIGHT = 10
"""Less free disk than this per cent is a problem."""


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    every: timedelta
    ran_at: datetime | None
    state: str


@dataclass(frozen=True, slots=True)
class Health:
    """Instants are of the machine's clock."""

    at: datetime
    jobs: tuple[Job, ...]
    waiting: int
    """Queued jobs that wait or are being done."""
    given_up: int
    """Queued jobs that did not end after several tries."""
    disk_free: int
    disk_total: int
    log_size: int
    log_signed: int
    signed_at: datetime | None
    version: str
    keys: tuple[tuple[str, bool], ...]

    @property
    def tight(self) -> bool:
        return self.disk_free * 100 < self.disk_total * TIGHT


def health() -> Health:
    """Five queries."""
    at, signed = clock.real(), log.last_signed()
    waiting, given_up = queue.standing()
    disk = shutil.disk_usage(_standing(Path(settings.DATA_DIR)))
    return Health(
        at=at,
        jobs=tuple(Job(name, every, ran, _state(every, ran, at)) for name, every, ran in jobs.runs()),
        waiting=waiting,
        given_up=given_up,
        disk_free=disk.free,
        disk_total=disk.total,
        log_size=log.size(),
        log_signed=signed[0] if signed else 0,
        signed_at=signed[1] if signed else None,
        version=_version(),
        keys=tuple((purpose, keys.exists(purpose)) for purpose in keys.PURPOSES),
    )


def _version() -> str:
    """The version that is installed; empty where the code runs without having been installed."""
    try:
        return version("legation")
    except PackageNotFoundError:
        return ""


def _standing(path: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return path if path.exists() else _standing(path.parent)


def _state(every: timedelta, ran: datetime | None, at: datetime) -> str:
    if ran is None:
        return "not_due"
    return "overdue" if at - ran > every + SLACK else "met"
