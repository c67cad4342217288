"""The states of a protocol: each move, each refusal, and random sequences of acts that never break the rules."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from legation_core.problems import Refused
from legation_core.protocol import states
from legation_core.protocol.checking import findings
from legation_core.protocol.comparing import Differing
from legation_core.protocol.states import CLAIM_LASTS, Entry, State
from legation_core.protocol.values import Protocol
from legation_core.values import PersonCode
from tests.core.protocol.cases import FORMS, SOUND, changed

NOW = datetime(2024, 2, 7, 18, tzinfo=UTC)
ANA, BEN, CORA, DAN, EVA = (PersonCode(name) for name in ("ana", "ben", "cora", "dan", "eva"))
PAPER, SLIP = SOUND["ro"], changed("ro", {"valid": 81})


def read(entry: Entry, reading: Protocol, by: PersonCode, now: datetime = NOW) -> Entry:
    return states.enter(states.claim(entry, by=by, now=now), reading=reading, by=by, now=now)


def agreed() -> Entry:
    return read(read(Entry(), PAPER, ANA), PAPER, BEN)


def accepted() -> Entry:
    return states.accept(agreed(), findings=(), explained=frozenset(), by=CORA)


def refusal(do: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.code


def test_two_readings_that_agree_are_accepted_and_made_final_by_two_others() -> None:
    final = states.finalise(accepted(), by=DAN)
    assert (final.state, final.agreed, final.readers, final.accepted_by) == (State.FINAL, PAPER, {ANA, BEN}, CORA)


def test_readings_that_differ_are_settled_in_these_fields_by_a_third() -> None:
    entry = read(read(Entry(), PAPER, ANA), SLIP, BEN)
    assert (entry.state, entry.differences) == (State.DIFFERS, (Differing("valid", 80, 81),))

    held = states.claim(entry, by=CORA, now=NOW)
    done = states.settle(held, settled={"valid": 80}, by=CORA, now=NOW)

    assert (done.state, done.agreed) == (State.AGREED, PAPER)


@pytest.mark.parametrize("settled", [{}, {"valid": 80, "invalid": 7}, {"invalid": 7}])
def test_settling_touches_the_differing_fields_alone(settled: dict[str, int]) -> None:
    held = states.claim(read(read(Entry(), PAPER, ANA), SLIP, BEN), by=CORA, now=NOW)
    assert refusal(lambda: states.settle(held, settled=settled, by=CORA, now=NOW)) == "P204"


def test_an_option_that_one_reading_lacks_is_settled() -> None:
    short = replace(PAPER, votes={"candidate_votes": {"1": 50}})
    entry = states.claim(read(read(Entry(), short, ANA), PAPER, BEN), by=CORA, now=NOW)
    done = states.settle(entry, settled={"candidate_votes/2": 30}, by=CORA, now=NOW)
    assert done.agreed == PAPER


def test_whoever_read_it_takes_no_later_step() -> None:
    once = read(Entry(), PAPER, ANA)
    twice = read(once, SLIP, BEN)

    assert refusal(lambda: states.claim(once, by=ANA, now=NOW)) == "P201"
    assert refusal(lambda: states.claim(twice, by=BEN, now=NOW)) == "P201"
    assert refusal(lambda: states.accept(agreed(), findings=(), explained=frozenset(), by=BEN)) == "P201"
    assert refusal(lambda: states.finalise(accepted(), by=ANA)) == "P201"
    assert refusal(lambda: states.finalise(accepted(), by=CORA)) == "P201"


def test_a_claim_keeps_others_out_until_it_ends() -> None:
    held = states.claim(Entry(), by=ANA, now=NOW)
    end = NOW + CLAIM_LASTS

    assert refusal(lambda: states.claim(held, by=BEN, now=end - timedelta(seconds=1))) == "P202"
    assert states.claim(held, by=BEN, now=end).claim == states.Claim(BEN, end + CLAIM_LASTS)
    assert refusal(lambda: states.enter(held, reading=PAPER, by=ANA, now=end)) == "P203"


def test_a_released_paper_is_expected_again() -> None:
    held = states.claim(Entry(), by=ANA, now=NOW)
    assert refusal(lambda: states.release(held, by=BEN)) == "P203"
    assert states.release(held, by=ANA) == Entry()


def test_findings_block_or_ask_for_an_explanation() -> None:
    told = tuple(findings(FORMS["ro"], changed("ro", {"unused": 14})))
    blocking = tuple(findings(FORMS["referendum"], changed("referendum", {"invalid_first": 11})))

    assert refusal(lambda: states.accept(agreed(), findings=blocking, explained=frozenset({"Q1"}), by=CORA)) == "P206"
    assert refusal(lambda: states.accept(agreed(), findings=told, explained=frozenset(), by=CORA)) == "P207"
    done = states.accept(agreed(), findings=told, explained=frozenset({"P4"}), by=CORA)
    assert done.state is State.ACCEPTED


def test_a_new_version_leaves_the_old_one_readable() -> None:
    old, new = states.supersede(states.give_back(agreed(), reason="line e"), reason="counted again")
    assert (old.state, old.agreed, old.reason) == (State.SUPERSEDED, PAPER, "counted again")
    assert new == Entry(version=2)


def test_quarantine_takes_the_acceptance_back() -> None:
    apart = states.quarantine(accepted(), reason="seal")
    assert (apart.state, apart.accepted_by) == (State.QUARANTINED, None)
    assert states.accept(apart, findings=(), explained=frozenset(), by=CORA).state is State.ACCEPTED


@pytest.mark.parametrize("reason", ["", "  "])
def test_grave_acts_need_their_reason(reason: str) -> None:
    assert [
        refusal(lambda: states.declare_not_held(Entry(), reason=reason)),
        refusal(lambda: states.declare_failed(Entry(), reason=reason)),
        refusal(lambda: states.give_back(agreed(), reason=reason)),
        refusal(lambda: states.quarantine(agreed(), reason=reason)),
        refusal(lambda: states.supersede(agreed(), reason=reason)),
        refusal(lambda: states.invalidate(accepted(), decision=reason)),
    ] == ["P205"] * 6


def test_what_is_not_possible_from_a_state_is_refused() -> None:
    ended = states.invalidate(accepted(), decision="12/3")
    assert refusal(lambda: states.finalise(ended, by=DAN)) == "P200"
    assert refusal(lambda: states.declare_failed(agreed(), reason="storm")) == "P200"
    assert states.declare_not_held(Entry(), reason="storm").state is State.NOT_HELD


class Acts(RuleBasedStateMachine):
    """Any person does anything at any time; what is refused changes nothing."""

    people = st.sampled_from([ANA, BEN, CORA, DAN, EVA])
    papers = st.sampled_from([PAPER, SLIP, replace(PAPER, votes={})])

    def __init__(self) -> None:
        super().__init__()
        self.entry, self.now, self.kept = Entry(), NOW, list[Entry]()

    def attempt(self, do: Callable[[], Entry]) -> None:
        with suppress(Refused):
            self.entry = do()

    @rule(by=people, minutes=st.integers(0, 20))
    def claim(self, by: PersonCode, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.attempt(lambda: states.claim(self.entry, by=by, now=self.now))

    @rule(by=people)
    def release(self, by: PersonCode) -> None:
        self.attempt(lambda: states.release(self.entry, by=by))

    @rule(by=people, reading=papers)
    def enter(self, by: PersonCode, reading: Protocol) -> None:
        self.attempt(lambda: read(self.entry, reading, by, self.now))

    @rule(by=people)
    def settle(self, by: PersonCode) -> None:
        settled = {one.field: one.first for one in self.entry.differences}
        self.attempt(lambda: states.settle(self.entry, settled=settled, by=by, now=self.now))

    @rule(by=people)
    def accept(self, by: PersonCode) -> None:
        self.attempt(lambda: states.accept(self.entry, findings=(), explained=frozenset(), by=by))

    @rule(by=people)
    def finalise(self, by: PersonCode) -> None:
        self.attempt(lambda: states.finalise(self.entry, by=by))

    @rule(act=st.sampled_from([states.give_back, states.quarantine]))
    def set_aside(self, act: Callable[..., Entry]) -> None:
        self.attempt(lambda: act(self.entry, reason="seal"))

    @rule()
    def supersede(self) -> None:
        try:
            old, self.entry = states.supersede(self.entry, reason="again")
        except Refused:
            return
        self.kept.append(old)

    @invariant()
    def whoever_accepted_did_not_read(self) -> None:
        assert self.entry.accepted_by not in self.entry.readers

    @invariant()
    def every_reader_is_another_person(self) -> None:
        given = [one for one in (self.entry.first_by, self.entry.second_by, self.entry.settled_by) if one]
        assert len(given) == len(set(given))

    @invariant()
    def what_is_accepted_was_read_twice(self) -> None:
        if self.entry.state in (State.ACCEPTED, State.FINAL, State.AGREED, State.QUARANTINED, State.RETURNED):
            assert None not in (self.entry.agreed, self.entry.first_by, self.entry.second_by)
            assert self.entry.settled_by is not None or self.entry.first == self.entry.second

    @invariant()
    def versions_follow_each_other(self) -> None:
        assert [one.version for one in (*self.kept, self.entry)] == list(range(1, len(self.kept) + 2))


TestActs = Acts.TestCase
TestActs.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
