"""The states of a task: every step from every state, and each refusal by its code."""

import pytest

from legation_core.problems import Refused
from legation_core.tasks.states import STEPS, State, TaskState, step, steps_from

REASON = {"reason": "because", "evidence": "a letter"}
POSSIBLE = {
    State.OPEN: {"take", "start", "report", "reassign", "reschedule", "drop"},
    State.STARTED: {"take", "report", "reassign", "reschedule", "drop"},
    State.RETURNED: {"take", "start", "report", "reassign", "reschedule", "drop"},
    State.DONE: {"accept", "return"},
    State.ACCEPTED: set(),
    State.DROPPED: set(),
}
AFTER = {
    "take": None, "start": State.STARTED, "report": State.DONE, "accept": State.ACCEPTED, "return": State.RETURNED,
    "reassign": None, "reschedule": None, "drop": State.DROPPED,
}  # fmt: skip


def refusal(task: TaskState, name: str, **facts: str) -> str:
    with pytest.raises(Refused) as refused:
        step(task, name, **{"by": "cora", **facts})
    return refused.value.code


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", STEPS)
def test_every_step_from_every_state(state: State, name: str) -> None:
    task = TaskState(state, needs_acceptance=True, reported_by="ben")
    if name in POSSIBLE[state]:
        assert step(task, name, by="cora", **REASON) == (AFTER[name] or state)
    else:
        assert refusal(task, name, **REASON) == "C211"
    assert (name in steps_from(task)) == (name in POSSIBLE[state])


def test_what_nobody_accepts_is_finished_when_reported() -> None:
    done = TaskState(State.DONE)
    assert done.finished
    assert steps_from(done) == ()
    assert refusal(done, "accept") == "C212"


def test_what_waits_for_acceptance_is_not_finished() -> None:
    finished = {state for state in State if TaskState(state, needs_acceptance=True).finished}
    assert finished == {State.ACCEPTED, State.DROPPED}


@pytest.mark.parametrize("name", ["accept", "return"])
def test_whoever_reported_it_does_not_accept_it(name: str) -> None:
    assert refusal(TaskState(State.DONE, needs_acceptance=True, reported_by="cora"), name, **REASON) == "C213"


@pytest.mark.parametrize("name", ["return", "reschedule", "drop"])
def test_a_step_back_needs_its_reason(name: str) -> None:
    state = State.DONE if name == "return" else State.STARTED
    assert refusal(TaskState(state, needs_acceptance=True, reported_by="ben"), name, reason=" ") == "C214"


def test_evidence_is_given_where_the_plan_asks_for_it() -> None:
    asked = TaskState(State.STARTED, evidence_asked=True)
    assert refusal(asked, "report", evidence=" ") == "C215"
    assert step(asked, "report", by="cora", evidence="Letter 12") == State.DONE
    assert step(TaskState(State.STARTED), "report", by="cora") == State.DONE
