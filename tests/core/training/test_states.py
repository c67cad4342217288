"""States of a seminar and of answers."""

import pytest

from legation_core.problems import Refused
from legation_core.training.states import TRANSITIONS, Answer, State, check_answer, check_invitation, next_state

ALLOWED = {(state, step): then or state for step, (states, then) in TRANSITIONS.items() for state in states}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", TRANSITIONS)
def test_a_step_is_possible_from_its_states_alone(state, step) -> None:
    if (state, step) in ALLOWED:
        assert next_state(state, step) == ALLOWED[state, step]
    else:
        with pytest.raises(Refused, match="S110"):
            next_state(state, step)


@pytest.mark.parametrize(("facts", "code"), [((0, 1, 1), "S111"), ((1, 0, 1), "S112"), ((1, 1, 0), "S113")])
def test_nobody_is_invited_to_nothing(facts, code) -> None:
    sessions, modules, seats = facts
    with pytest.raises(Refused, match=code):
        check_invitation(sessions=sessions, modules=modules, seats=seats)


@pytest.mark.parametrize(
    ("answer", "name", "code"),
    [(Answer.NONE, "Somebody", "S115"), (Answer.YES, " ", "S114"), (Answer.SUBSTITUTE, "", "S114")],
)
def test_an_answer_says_who_comes(answer, name, code) -> None:
    with pytest.raises(Refused, match=code):
        check_answer(answer, name)


def test_answers_that_are_taken() -> None:
    check_answer(Answer.YES, "Somebody")
    check_answer(Answer.SUBSTITUTE, "Somebody")
    check_answer(Answer.NO, "")
    check_invitation(sessions=1, modules=1, seats=1)
