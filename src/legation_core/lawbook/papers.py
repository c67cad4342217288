"""The states of a paper between bodies: a submission and the decision on it, an order, a letter, a note verbale.

docs/states/paper.md. A paper is numbered when it is sent, once a body and year; what was sent is corrected by a new
version and never edited.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused


class Kind(StrEnum):
    DECISION = "decision"
    ORDER = "order"
    LETTER = "letter"
    NOTE_VERBALE = "note_verbale"
    SUBMISSION = "submission"
    """Asks another body for a decision."""


class State(StrEnum):
    DRAFTED = "drafted"
    SENT = "sent"
    """Signed, numbered, and out of the body's hands."""
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


OUTCOMES = (State.GRANTED, State.PARTLY, State.REFUSED)

TRANSITIONS: Mapping[str, tuple[tuple[State, ...], tuple[Kind, ...]]] = MappingProxyType(
    {
        "correct": ((State.DRAFTED, State.SENT), tuple(Kind)),
        "send": ((State.DRAFTED,), tuple(Kind)),
        "decide": ((State.SENT,), (Kind.SUBMISSION,)),
        "withdraw": ((State.DRAFTED, State.SENT), tuple(Kind)),
    }
)
"""Step -> (states from which it is possible, kinds of paper that know it)."""


def next_state(kind: Kind, state: State, step: str, outcome: State | None = None) -> State:
    """The state after `step`. Refuses C132 from another state, C133 for a kind that is not decided on."""
    possible, kinds = TRANSITIONS[step]
    if kind not in kinds:
        raise Refused("C133", facts={"paper_kind": kind})
    if state not in possible:
        raise Refused("C132", facts={"paper_state": state, "wanted_paper": " / ".join(possible)})
    if step == "decide":
        if outcome not in OUTCOMES:
            raise Refused("C134", facts={"wanted_paper": " / ".join(OUTCOMES)})
        return outcome
    return {"send": State.SENT, "withdraw": State.WITHDRAWN}.get(step, state)


def steps_from(kind: Kind, state: State) -> tuple[str, ...]:
    """The steps that are possible, in the order of the flow."""
    return tuple(step for step, (states, kinds) in TRANSITIONS.items() if state in states and kind in kinds)


def next_number(taken: Collection[str]) -> str:
    """The number after the highest plain one among those that a body gave in a year."""
    return str(max((int(number) for number in taken if number.isascii() and number.isdigit()), default=0) + 1)
