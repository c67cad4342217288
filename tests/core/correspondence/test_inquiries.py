"""The states of an inquiry: every step from every state, and the two ways to an answer."""

import pytest

from legation_core.correspondence.inquiries import TRANSITIONS, State, next_state, steps_from
from legation_core.problems import Refused

WAY = {
    "with approval": (True, ["assign", "draft", "submit", "return", "draft", "submit", "approve", "reopen", "draft"]),
    "without": (False, ["draft", "answer", "close", "reopen", "close"]),
    "answered with others": (False, ["merge", "add", "reopen", "refer", "assign"]),
}
ENDS = {"with approval": State.DRAFTED, "without": State.CLOSED, "answered with others": State.ASSIGNED}


@pytest.mark.parametrize("name", WAY)
def test_the_ways_of_an_inquiry(name) -> None:
    approval, steps = WAY[name]
    state = State.RECEIVED
    for step in steps:
        state = next_state(state, step, approval=approval)
    assert state == ENDS[name]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", TRANSITIONS)
def test_a_step_is_possible_from_its_states_alone(state, step) -> None:
    approval = step in {"submit", "approve", "return"}
    if state in TRANSITIONS[step][0]:
        assert isinstance(next_state(state, step, approval=approval), State)
        return
    with pytest.raises(Refused) as refused:
        next_state(state, step, approval=approval)
    assert refused.value.code == "Q101"


def test_no_answer_goes_out_without_the_approval_that_its_category_asks_for() -> None:
    with pytest.raises(Refused) as refused:
        next_state(State.DRAFTED, "answer", approval=True)
    assert refused.value.code == "Q102"


def test_nobody_is_asked_for_an_approval_that_nobody_has_to_give() -> None:
    with pytest.raises(Refused) as refused:
        next_state(State.DRAFTED, "submit")
    assert refused.value.code == "Q103"


def test_whoever_took_a_draft_over_keeps_it() -> None:
    assert next_state(State.DRAFTED, "assign") == State.DRAFTED


@pytest.mark.parametrize("approval", [True, False])
def test_the_steps_offered_are_those_that_are_possible(approval) -> None:
    offered = {state: steps_from(state, approval=approval) for state in State}
    for state, steps in offered.items():
        assert all(isinstance(next_state(state, step, approval=approval), State) for step in steps)
    assert ("submit" in offered[State.DRAFTED], "answer" in offered[State.DRAFTED]) == (approval, not approval)
