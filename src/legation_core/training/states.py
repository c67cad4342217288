"""The states of a seminar and of the answer to its invitation: docs/states/seminar.md."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused


class State(StrEnum):
    PLANNED = "planned"
    INVITED = "invited"
    """The invitations are out: what was told to people changes only with a new notice."""
    HELD = "held"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    NONE = "none"
    YES = "yes"
    NO = "no"
    SUBSTITUTE = "substitute"


TRANSITIONS: Mapping[str, tuple[tuple[State, ...], State | None]] = MappingProxyType(
    {
        "change": ((State.PLANNED,), None),
        "agenda": ((State.PLANNED, State.INVITED), None),
        "invite": ((State.PLANNED, State.INVITED), State.INVITED),
        "answer": ((State.INVITED,), None),
        "hold": ((State.INVITED, State.HELD), State.HELD),
        "cancel": ((State.PLANNED, State.INVITED), State.CANCELLED),
    }
)
"""Step -> (states from which it is possible, the state to which it leads, if to another)."""


def next_state(state: State, step: str) -> State:
    """The state after `step`. Refuses S110 from another state."""
    possible, then = TRANSITIONS[step]
    if state not in possible:
        raise Refused("S110", facts={"seminar_state": state, "wanted_seminar": " / ".join(possible)})
    return then or state


def check_invitation(*, sessions: int, modules: int, seats: int) -> None:
    """Nobody is invited to what has no session (S111), no agenda (S112) or no audience (S113)."""
    if not sessions:
        raise Refused("S111")
    if not modules:
        raise Refused("S112")
    if not seats:
        raise Refused("S113")


def check_answer(answer: Answer, name: str) -> None:
    """A yes and a substitute say who comes (S114); that nobody answers is no answer (S115)."""
    if answer is Answer.NONE:
        raise Refused("S115")
    if answer in (Answer.YES, Answer.SUBSTITUTE) and not name.strip():
        raise Refused("S114")
