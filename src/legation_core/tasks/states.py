"""The states of a task (docs/states/task.md): who does it, who accepts it, and what is refused.

Whoever reported it done does not accept it: acceptance is the look of a second person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from legation_core.problems import Refused


class State(StrEnum):
    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    """Reported done. Where a second person accepts it, it waits for that."""
    ACCEPTED = "accepted"
    RETURNED = "returned"
    """Not accepted: to be done again, with the reason."""
    DROPPED = "dropped"


OPEN_STATES = (State.OPEN, State.STARTED, State.RETURNED)
"""States in which work is left to do."""
STEPS: Mapping[str, tuple[State, ...]] = MappingProxyType(
    {
        "take": OPEN_STATES,
        "start": (State.OPEN, State.RETURNED),
        "report": OPEN_STATES,
        "accept": (State.DONE,),
        "return": (State.DONE,),
        "reassign": OPEN_STATES,
        "reschedule": OPEN_STATES,
        "drop": OPEN_STATES,
    }
)
"""Step -> the states from which it is possible, in the order of the flow."""
REASONED = ("return", "reschedule", "drop")
_AFTER = {
    "start": State.STARTED,
    "report": State.DONE,
    "accept": State.ACCEPTED,
    "return": State.RETURNED,
    "drop": State.DROPPED,
}


@dataclass(frozen=True, slots=True)
class TaskState:
    """How a task stands. `reported_by` is the person who said that it is done."""

    state: State
    needs_acceptance: bool = False
    reported_by: str = ""
    doer: str = ""
    evidence_asked: bool = False

    @property
    def finished(self) -> bool:
        """Nothing is left to do: others may begin."""
        return self.state in (State.ACCEPTED, State.DROPPED) or (self.state is State.DONE and not self.needs_acceptance)


def step(task: TaskState, name: str, *, by: str, reason: str = "", evidence: str = "") -> State:
    """The state after a step. Refuses C211 to C215, by name."""
    possible = STEPS[name]
    if task.state not in possible:
        raise Refused("C211", facts={"task_state": task.state, "wanted_task": " / ".join(possible)})
    if name in ("accept", "return"):
        if not task.needs_acceptance:
            raise Refused("C212")
        if by == task.reported_by:
            raise Refused("C213")
    if name in REASONED and not reason.strip():
        raise Refused("C214")
    if name == "report" and task.evidence_asked and not evidence.strip():
        raise Refused("C215")
    return _AFTER.get(name, task.state)


def steps_from(task: TaskState) -> tuple[str, ...]:
    """The steps that the state allows, whoever takes them."""
    waits = task.needs_acceptance
    return tuple(
        name for name, states in STEPS.items() if task.state in states and (waits or name not in ("accept", "return"))
    )
