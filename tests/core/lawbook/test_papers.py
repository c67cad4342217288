"""States of papers between bodies, and their numbers."""

import pytest

from legation_core.lawbook.papers import Kind, State, next_number, next_state, steps_from
from legation_core.problems import Refused

SUBMISSION = {
    State.DRAFTED: ("correct", "send", "withdraw"),
    State.SENT: ("correct", "decide", "withdraw"),
    State.GRANTED: (),
    State.PARTLY: (),
    State.REFUSED: (),
    State.WITHDRAWN: (),
}


@pytest.mark.parametrize("state", State)
def test_the_steps_of_a_submission(state: State) -> None:
    assert steps_from(Kind.SUBMISSION, state) == SUBMISSION[state]


@pytest.mark.parametrize("kind", [one for one in Kind if one is not Kind.SUBMISSION])
def test_only_a_submission_is_decided_on(kind: Kind) -> None:
    assert steps_from(kind, State.SENT) == ("correct", "withdraw")
    with pytest.raises(Refused) as refused:
        next_state(kind, State.SENT, "decide", State.GRANTED)
    assert refused.value.code == "C133"


@pytest.mark.parametrize(
    ("state", "step", "outcome", "after"),
    [
        (State.DRAFTED, "correct", None, State.DRAFTED),
        (State.SENT, "correct", None, State.SENT),
        (State.DRAFTED, "send", None, State.SENT),
        (State.SENT, "decide", State.GRANTED, State.GRANTED),
        (State.SENT, "decide", State.PARTLY, State.PARTLY),
        (State.SENT, "decide", State.REFUSED, State.REFUSED),
        (State.SENT, "withdraw", None, State.WITHDRAWN),
        (State.DRAFTED, "decide", State.GRANTED, "C132"),
        (State.SENT, "send", None, "C132"),
        (State.GRANTED, "withdraw", None, "C132"),
        (State.SENT, "decide", None, "C134"),
        (State.SENT, "decide", State.SENT, "C134"),
    ],
)
def test_each_step_leads_where_it_should(state: State, step: str, outcome: State | None, after: str) -> None:
    try:
        found: str = next_state(Kind.SUBMISSION, state, step, outcome)
    except Refused as refused:
        found = refused.code
    assert found == after


@pytest.mark.parametrize(
    ("taken", "number"), [((), "1"), (("1", "2"), "3"), (("9/4", "2"), "3"), (("10", "9"), "11"), (("٣",), "1")]
)
def test_a_number_follows_the_highest_plain_one(taken: tuple[str, ...], number: str) -> None:
    assert next_number(taken) == number
