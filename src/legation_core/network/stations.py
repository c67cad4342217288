"""The states of a station and which act leads from which to which (docs/states/station.md)."""

from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused


class State(StrEnum):
    CREATED = "created"
    ATTACHED = "attached"
    """It belongs to a home district."""
    NUMBERED = "numbered"
    CLOSED = "closed"
    """It will not open; its number is not given again."""


_OPEN = (State.CREATED, State.ATTACHED, State.NUMBERED)

TRANSITIONS = MappingProxyType(
    {
        "submit_districts": ((State.CREATED,), None),
        "attach_station": ((State.CREATED,), State.ATTACHED),
        "number_station": ((State.ATTACHED,), State.NUMBERED),
        "change_station": (_OPEN, None),
        "close_station": (_OPEN, State.CLOSED),
    }
)
"""Act -> (states from which it is possible, state to which it leads; `None` keeps the state)."""


def next_state(state: State, act: str) -> State:
    """The state after `act`. Refuses (A050) where the act is not possible from `state`."""
    possible, leads_to = TRANSITIONS[act]
    if state not in possible:
        raise Refused("A050", facts={"state": state, "wanted": " / ".join(possible)})
    return leads_to or state


def acts_from(state: State) -> tuple[str, ...]:
    """The acts that are possible from `state`, in the order of the flow."""
    return tuple(act for act, (possible, _) in TRANSITIONS.items() if state in possible)
