"""The states of an invitation."""

from datetime import UTC, datetime, timedelta

import pytest

from legation_core.access.invitations import (
    LASTS,
    Invitation,
    Purpose,
    State,
    check_use,
    check_withdrawal,
    state_of,
)
from legation_core.problems import Refused

NOW = datetime(2024, 2, 7, 7, 40, tzinfo=UTC)
SECOND = timedelta(seconds=1)
OPEN = Invitation(Purpose.INVITATION, NOW + SECOND)
CASES = [
    (OPEN, State.OPEN),
    (Invitation(Purpose.INVITATION, NOW), State.EXPIRED),
    (Invitation(Purpose.INVITATION, NOW - SECOND), State.EXPIRED),
    (Invitation(Purpose.INVITATION, NOW + SECOND, used=NOW), State.USED),
    (Invitation(Purpose.INVITATION, NOW - SECOND, used=NOW - 2 * SECOND), State.USED),
    (Invitation(Purpose.INVITATION, NOW + SECOND, withdrawn=NOW), State.WITHDRAWN),
]


@pytest.mark.parametrize(("invitation", "state"), CASES)
def test_state_of(invitation: Invitation, state: State) -> None:
    assert state_of(invitation, NOW) is state


@pytest.mark.parametrize("invitation", [None, *(one for one, state in CASES if state is not State.OPEN)])
def test_every_use_that_is_not_possible_is_refused_alike(invitation: Invitation | None) -> None:
    with pytest.raises(Refused) as refused:
        check_use(invitation, NOW)
    assert (refused.value.code, dict(refused.value.problem.facts)) == ("A200", {})


def test_an_open_invitation_is_used_or_withdrawn() -> None:
    check_use(OPEN, NOW)
    check_withdrawal(OPEN, NOW)


@pytest.mark.parametrize(("invitation", "state"), CASES[1:])
def test_what_is_not_open_is_not_withdrawn(invitation: Invitation, state: State) -> None:
    with pytest.raises(Refused) as refused:
        check_withdrawal(invitation, NOW)
    assert (refused.value.code, dict(refused.value.problem.facts)) == ("A201", {"state": state})


def test_a_code_that_was_read_out_lives_for_minutes() -> None:
    assert max(LASTS, key=lambda purpose: -LASTS[purpose]) is Purpose.RE_ENROLMENT
    assert LASTS[Purpose.RE_ENROLMENT] == timedelta(minutes=10)
