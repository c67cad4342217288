"""The states of an inquiry, from its asking to its answer, and the steps between them.

docs/states/inquiry.md. Who answers is the lawbook's to say (`[[inquiry_categories]]`): the competent body drafts, and
where the category names another institution, the answer goes out when that institution approves it. No law of the books
prescribes the steps; they are how the two institutions settled what came up in 2024, and assumed.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused


class State(StrEnum):
    RECEIVED = "received"
    """Nobody has it in hand yet."""
    ASSIGNED = "assigned"
    DRAFTED = "drafted"
    AWAITING = "awaiting"
    """The draft waits for the approval of the other institution."""
    ANSWERED = "answered"
    REOPENED = "reopened"
    """The answer did not settle it, or came too early."""
    MERGED = "merged"
    """Answered together with others by one answer."""
    CLOSED = "closed"
    """Settled; or put aside with a reason."""


OPEN = (State.RECEIVED, State.ASSIGNED, State.DRAFTED, State.AWAITING, State.REOPENED)
"""States in which somebody owes something: the clock runs."""
IN_HAND = (State.RECEIVED, State.ASSIGNED, State.DRAFTED, State.REOPENED)
"""States in which the competent body works at it."""

TRANSITIONS: Mapping[str, tuple[tuple[State, ...], State | None]] = MappingProxyType(
    {
        "assign": (IN_HAND, None),
        "refer": (IN_HAND, State.RECEIVED),
        "draft": (IN_HAND, State.DRAFTED),
        "submit": ((State.DRAFTED,), State.AWAITING),
        "approve": ((State.AWAITING,), State.ANSWERED),
        "return": ((State.AWAITING,), State.DRAFTED),
        "answer": ((State.DRAFTED,), State.ANSWERED),
        "merge": (IN_HAND, State.MERGED),
        "add": ((*OPEN, State.ANSWERED, State.MERGED), None),
        "reopen": ((State.ANSWERED, State.MERGED, State.CLOSED), State.REOPENED),
        "close": ((State.RECEIVED, State.ASSIGNED, State.REOPENED, State.ANSWERED, State.MERGED), State.CLOSED),
    }
)
"""Step -> (states from which it is possible, the state to which it leads; `None`: it stays, or is told below)."""


def next_state(state: State, step: str, *, approval: bool = False) -> State:
    """The state after `step`. `approval`: the category asks for that of the other institution.

    Refuses Q101 from another state, Q102 where an answer would go out without the approval that its category asks for,
    Q103 where one would be asked for that nobody has to give.
    """
    possible, reached = TRANSITIONS[step]
    if state not in possible:
        raise Refused("Q101", facts={"inquiry_state": state, "wanted_inquiry": " / ".join(possible)})
    if step == "answer" and approval:
        raise Refused("Q102")
    if step == "submit" and not approval:
        raise Refused("Q103")
    if step == "assign":
        return State.DRAFTED if state is State.DRAFTED else State.ASSIGNED
    return state if reached is None else reached


def steps_from(state: State, *, approval: bool = False) -> tuple[str, ...]:
    """The steps that are possible, in the order of the flow."""
    left_out = "answer" if approval else "submit"
    return tuple(step for step, (states, _) in TRANSITIONS.items() if state in states and step != left_out)
