"""The states of an invitation (docs/states/account.md): open, then used, withdrawn or expired, for good."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from legation_core.problems import Refused


class Purpose(StrEnum):
    """Why somebody is let in to set up what they sign in with."""

    FIRST = "first"
    """The first account of an installation, made at the terminal."""
    INVITATION = "invitation"
    RE_ENROLMENT = "re_enrolment"
    """Somebody locked out comes back: the code is read to them over the telephone."""


LASTS = {
    Purpose.FIRST: timedelta(hours=24),
    Purpose.INVITATION: timedelta(days=30),
    Purpose.RE_ENROLMENT: timedelta(minutes=10),
}
"""A letter travels by bag; a code that was read out is used at once."""


class State(StrEnum):
    OPEN = "open"
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Real instants: what is valid does not depend on a clock that a demonstration moves."""

    purpose: Purpose
    expires: datetime
    used: datetime | None = None
    withdrawn: datetime | None = None


def state_of(invitation: Invitation, now: datetime) -> State:
    if invitation.used is not None:
        return State.USED
    if invitation.withdrawn is not None:
        return State.WITHDRAWN
    return State.EXPIRED if now >= invitation.expires else State.OPEN


def check_use(invitation: Invitation | None, now: datetime) -> None:
    """Refuses (A200), in the same words whatever is wrong: who guesses learns nothing."""
    if invitation is None or state_of(invitation, now) is not State.OPEN:
        raise Refused("A200")


def check_withdrawal(invitation: Invitation, now: datetime) -> None:
    state = state_of(invitation, now)
    if state is not State.OPEN:
        raise Refused("A201", facts={"state": state})
