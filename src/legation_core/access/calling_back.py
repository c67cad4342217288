"""Coming back after being locked out: two persons of headquarters and one call back (docs/states/account.md).

One asks, and writes down the number that was called. Another confirms, and reads a code of short life out on the line.
The number must be the one on record, and it must have been there before: else whoever calls in could bring their own.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from legation_core.problems import Refused
from legation_core.values import PersonCode

WAITS = timedelta(minutes=30)
"""For so long a request waits for its second person."""
SETTLED_AFTER = timedelta(hours=24)
"""For so long a new number cannot be called: a person who changes it cannot also use it at once."""

_NUMBER = re.compile(r"\+[0-9]{6,15}")
_LEFT_OUT = str.maketrans("", "", " -()./\u00a0\u2011")


class State(StrEnum):
    ASKED = "asked"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Request:
    """A re-enrolment that one person asked for, by real time."""

    of: PersonCode
    asked_by: PersonCode
    asked: datetime
    confirmed: datetime | None = None
    refused: datetime | None = None


def telephone(text: str) -> str:
    """A telephone number as `+` and digits (ITU-T E.164: at most 15). Refuses (A218) anything else."""
    number = text.translate(_LEFT_OUT)
    if number.startswith("00"):
        number = f"+{number[2:]}"
    if not _NUMBER.fullmatch(number):
        raise Refused("A218")
    return number


def state_of(request: Request, now: datetime) -> State:
    if request.confirmed is not None:
        return State.CONFIRMED
    if request.refused is not None:
        return State.REFUSED
    return State.EXPIRED if now - request.asked >= WAITS else State.ASKED


def check_asking(
    *, of: PersonCode, by: PersonCode, called: str, on_record: str, recorded: datetime | None, now: datetime
) -> None:
    """Refuses a request for oneself (A203), without a number (A206), a new one (A207), another one (A205)."""
    if of == by:
        raise Refused("A203")
    if not on_record or recorded is None:
        raise Refused("A206")
    if now - recorded < SETTLED_AFTER:
        raise Refused("A207")
    if telephone(called) != on_record:
        raise Refused("A205")


def check_confirming(request: Request, *, by: PersonCode, now: datetime) -> None:
    """Refuses a request that no longer waits (A208), one's own (A204), and one for oneself (A203)."""
    check_refusing(request, now=now)
    if by == request.asked_by:
        raise Refused("A204")
    if by == request.of:
        raise Refused("A203")


def check_refusing(request: Request, *, now: datetime) -> None:
    """Refuses (A208) where the request no longer waits. Anybody of headquarters may refuse, whoever asked too."""
    state = state_of(request, now)
    if state is not State.ASKED:
        raise Refused("A208", facts={"state": state})
