"""Two persons for one act: who may be the second, what state it is in, what one person may do alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.powers.four_eyes import (
    OPEN,
    OWED_WITHIN,
    SECONDS,
    WAITS,
    JointAct,
    Needs,
    State,
    check_alone,
    check_second,
    check_withdrawal,
    may_second,
    sees,
    state_of,
)
from legation_core.problems import Refused
from legation_core.values import PersonCode

NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)
ANA, ELI = PersonCode("ana"), PersonCode("eli")
HOME, POST, COURT = Needs("central_commission"), Needs("head_of_mission"), Needs("ministry", "outside")
CLOSING = Needs("head_of_mission", "central_commission")
KINDS = ("central_commission", "ministry", "head_of_mission", "mission", "district_commission", "station_commission")
PROPOSED, ALONE = JointAct(HOME, ANA, NOW), JointAct(POST, ANA, NOW, single_handed=True)


@pytest.mark.parametrize(
    ("needs", "kinds"),
    [
        (HOME, {"central_commission"}),
        (Needs("ministry"), {"ministry"}),
        (COURT, {"ministry"}),
        (CLOSING, {"central_commission"}),
        (POST, {"head_of_mission", "mission", "district_commission", "ministry", "central_commission"}),
        (Needs("district_commission"), {"district_commission", "central_commission"}),
        (Needs("station_commission"), {"station_commission", "district_commission", "central_commission"}),
    ],
)
def test_of_which_bodies_the_second_person_is(needs: Needs, kinds: set[str]) -> None:
    assert needs.seconds == kinds


@pytest.mark.parametrize(
    ("joint", "after", "state"),
    [
        (PROPOSED, timedelta(0), State.PROPOSED),
        (PROPOSED, WAITS - timedelta(seconds=1), State.PROPOSED),
        (PROPOSED, WAITS, State.LAPSED),
        (JointAct(HOME, ANA, NOW, ended="confirmed"), WAITS, State.CONFIRMED),
        (JointAct(HOME, ANA, NOW, ended="refused"), WAITS, State.REFUSED),
        (JointAct(HOME, ANA, NOW, ended="withdrawn"), timedelta(0), State.WITHDRAWN),
        (ALONE, timedelta(0), State.SINGLE_HANDED),
        (ALONE, OWED_WITHIN - timedelta(seconds=1), State.SINGLE_HANDED),
        (ALONE, OWED_WITHIN, State.OVERDUE),
        (JointAct(POST, ANA, NOW, single_handed=True, ended="confirmed"), WAITS, State.CONFIRMED_AFTERWARDS),
        (JointAct(POST, ANA, NOW, single_handed=True, ended="refused"), WAITS, State.OBJECTED),
    ],
)
def test_state_of(joint: JointAct, after: timedelta, state: State) -> None:
    assert state_of(joint, NOW + after) is state


@pytest.mark.parametrize(
    ("joint", "by", "bodies", "after", "code"),
    [
        (PROPOSED, ANA, {"central_commission"}, timedelta(0), "A500"),
        (PROPOSED, ELI, {"ministry"}, timedelta(0), "A501"),
        (PROPOSED, ELI, set(), timedelta(0), "A501"),
        (PROPOSED, ELI, {"central_commission"}, WAITS, "A502"),
        (JointAct(HOME, ANA, NOW, ended="confirmed"), ELI, {"central_commission"}, timedelta(0), "A502"),
        (JointAct(CLOSING, ANA, NOW), ELI, {"ministry"}, timedelta(0), "A501"),
        (ALONE, ANA, {"ministry"}, timedelta(0), "A500"),
    ],
)
def test_second_person_is_refused(
    joint: JointAct, by: PersonCode, bodies: set[str], after: timedelta, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        check_second(joint, by=by, bodies=frozenset(bodies), now=NOW + after)


def test_a_single_handed_act_can_be_confirmed_however_late() -> None:
    check_second(ALONE, by=ELI, bodies=frozenset({"ministry"}), now=NOW + timedelta(days=90))


@pytest.mark.parametrize(
    ("joint", "by", "code"),
    [(PROPOSED, ELI, "A503"), (ALONE, ANA, "A502"), (JointAct(HOME, ANA, NOW, ended="refused"), ANA, "A502")],
)
def test_withdrawal_is_refused(joint: JointAct, by: PersonCode, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_withdrawal(joint, by=by, now=NOW)


@pytest.mark.parametrize(
    ("needs", "reason", "code"),
    [
        (HOME, "nobody in", "A505"),
        (Needs("district_commission"), "nobody in", "A505"),
        (CLOSING, "nobody in", "A506"),
        (POST, "  ", "A504"),
    ],
)
def test_acting_alone_is_refused(needs: Needs, reason: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_alone(needs, reason)


def test_a_mission_acts_alone_with_a_reason() -> None:
    check_alone(POST, "the only officer; no line home since the morning")
    check_alone(Needs("head_of_mission", "outside"), "the only officer")


@pytest.mark.parametrize(
    ("joint", "bodies", "seen"),
    [
        (PROPOSED, {"ministry"}, False),
        (PROPOSED, {"central_commission"}, True),
        (PROPOSED, {"auditor"}, True),
        (JointAct(Needs("station_commission"), ANA, NOW), {"ministry"}, False),
        (JointAct(Needs("station_commission"), ANA, NOW, single_handed=True), {"ministry"}, True),
        (ALONE, {"operator"}, False),
    ],
)
def test_who_sees_it(joint: JointAct, bodies: set[str], seen: bool) -> None:
    assert sees(joint, frozenset(bodies)) is seen


needs = st.builds(Needs, st.sampled_from(KINDS), st.sampled_from(("", "outside", *KINDS)), st.booleans())
joints = st.builds(
    JointAct,
    needs,
    st.sampled_from((ANA, ELI)),
    st.just(NOW),
    st.booleans(),
    st.sampled_from(("", "confirmed", "refused")),
)
later = st.timedeltas(timedelta(0), timedelta(days=30))


@given(joints, st.sampled_from((ANA, ELI)), st.frozensets(st.sampled_from(KINDS)), later)
def test_nobody_is_their_own_second(joint: JointAct, by: PersonCode, bodies: frozenset[str], after: timedelta) -> None:
    """Whoever is let through is another person, of a body that may, and the act waits; and the other way round."""
    possible = may_second(joint, by=by, bodies=bodies) and state_of(joint, NOW + after) in OPEN
    try:
        check_second(joint, by=by, bodies=bodies, now=NOW + after)
    except Refused:
        assert not possible
    else:
        assert possible
        assert by != joint.proposed_by


@given(needs)
def test_somebody_may_always_be_the_second(needs: Needs) -> None:
    assert needs.seconds
    assert needs.body not in SECONDS or needs.confirmed_by not in ("", "outside") or needs.body in needs.seconds


@given(joints, later, later)
def test_what_has_ended_stays_so(joint: JointAct, one: timedelta, more: timedelta) -> None:
    before, after = state_of(joint, NOW + one), state_of(joint, NOW + one + more)
    assert before is after or before in OPEN
