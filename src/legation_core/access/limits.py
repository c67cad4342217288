"""How often signing in may be tried. No law says it: ASVS 5, 6.3.1, and NIST SP 800-63B, 3.2.2, ask for a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` that failed within `window`; the next may be made when the oldest of them is older."""

    tries: int
    window: timedelta


PERSON_AT_ADDRESS = Limit(5, timedelta(minutes=15))
"""One account from one address: a stranger elsewhere locks only the address they sit at."""
ADDRESS = Limit(50, timedelta(minutes=15))
"""Every account from one address together; a mission of many people may share one."""
SECOND_STEP = Limit(10, timedelta(hours=1))
"""Second factors of one account from anywhere: who gets so far knows the password, and is no stranger."""


def free_again(failures: Sequence[datetime], limit: Limit, now: datetime) -> datetime | None:
    """The instant from which the next try is taken, or `None` where it is taken now."""
    recent = sorted(at for at in failures if now - at < limit.window)
    if len(recent) < limit.tries:
        return None
    return recent[-limit.tries] + limit.window


def longest(*instants: datetime | None) -> datetime | None:
    """The latest of several waits; `None` where nobody has to wait."""
    return max((at for at in instants if at is not None), default=None)
