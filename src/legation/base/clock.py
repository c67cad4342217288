"""The only readers of a clock. Election time decides about elections, real time about sessions and leases."""

from collections.abc import Callable
from datetime import UTC, datetime

_source: list[Callable[[], datetime]] = []


def real() -> datetime:
    """The machine's time, UTC: for sessions, one-time codes, throttling, leases and file names."""
    return datetime.now(UTC)


def now() -> datetime:
    """Election time, UTC, whole seconds: the machine's time, or what a demonstration or a test has set."""
    moment = _source[-1]() if _source else real()
    return moment.replace(microsecond=0)


def use(source: Callable[[], datetime]) -> Callable[[], None]:
    """Take election time from `source` until the returned function is called."""
    _source.append(source)
    return lambda: _source.remove(source)
