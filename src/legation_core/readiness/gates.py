"""Gates of readiness. A score hides what is missing; a gate says it, until when, and by whose word it is passed.

Practice, not law: the eight gates are what a station needs before it can open. Their deadlines are the lawbook's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from legation_core.problems import Refused

GATES = ("rule", "station", "consent", "commission", "training", "list", "material", "link")
HAND_SET = ("commission", "training", "list", "material", "link")
"""Gates that a person sets, as long as no record of the system tells them."""
NEAR = ("stopped", "overdue", "due_soon")
"""States that need somebody soon, the worst first."""
WORST = (*NEAR, "not_known", "under_way", "not_due", "by_hand", "met", "not_required")
PASSED = frozenset({"by_hand", "met", "not_required"})
SET_AS: Mapping[str, str] = MappingProxyType(
    {"met": "by_hand", "under_way": "under_way", "stopped": "stopped", "not_known": "not_known"}
)
"""What a person can set -> the state that follows. Set as met is told apart from what records show."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: its state at an instant, how many of a mission's stations have it, until when it is due."""

    name: str
    state: str
    done: int = 0
    of: int = 0
    due: datetime | None = None

    @property
    def passed(self) -> bool:
        return self.state in PASSED


def judged(state: str, due: datetime | None, now: datetime, soon: timedelta) -> str:
    """The state by its deadline: what is not passed and late or nearly due is told so, also where nothing is known."""
    if state in PASSED or state == "stopped" or due is None:
        return state
    if due <= now:
        return "overdue"
    return "due_soon" if due - now <= soon else state


def set_state(word: str) -> str:
    """The state of a gate that nobody set is not known: never passed."""
    return SET_AS.get(word, "not_known")


def passed(gates: Mapping[str, Gate]) -> int:
    """How many are passed."""
    return sum(gate.passed for gate in gates.values())


def colour(gates: Mapping[str, Gate]) -> str:
    """The worst gate whose deadline is near; else whether all are passed, something is under way, or nothing yet."""
    states = {gate.state for gate in gates.values()}
    near = [state for state in NEAR if state in states]
    if near:
        return near[0]
    if states <= PASSED:
        return "met"
    return "under_way" if states & (PASSED - {"not_required"} | {"under_way"}) else "not_due"


def worst(*states: str) -> str:
    return min(states, key=WORST.index)


def moved(before: Mapping[str, Gate], after: Mapping[str, Gate]) -> tuple[tuple[str, str, str], ...]:
    """The gates whose state is another: name, before, after."""
    return tuple(
        (name, before[name].state, gate.state) for name, gate in after.items() if before[name].state != gate.state
    )


def check_set(gate: str, state: str, why: str) -> None:
    """Refuses (D201) a gate that records tell, (D202) a state that is none, (D203) a setting without its reason."""
    if gate not in HAND_SET:
        raise Refused("D201", facts={"gate": gate[:20]})
    if state not in SET_AS:
        raise Refused("D202")
    if not why.strip():
        raise Refused("D203")
