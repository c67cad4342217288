"""Giving and ending roles: a table of described cases, then what holds for any."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.model import Incompatible
from legation_core.powers.grants import Giver, Holding, Law, check_ending, check_giving
from legation_core.problems import Refused
from legation_core.values import ASSUMED, PersonCode, Text

NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)
DAY = timedelta(days=1)
KINDS = {"cec": "central_commission", "dec": "district_commission", "mfa": "ministry", "court": "outside"}


def rule(key: str, first: str, second: str, source: str = "Code, art. 22") -> Incompatible:
    return Incompatible(key=key, first=first, second=second, text=Text({"en": key}), source=source)


LAW = Law(
    apart=(rule("one", "cec", "mfa"), rule("two", "dec", "dec"), rule("maybe", "cec", "dec", ASSUMED)), kinds=KINDS
)
CHAIR = Holding(role="chair", kinds=frozenset({"central_commission"}), place="AZ", since=NOW)
MINISTRY = Holding(role="headquarters", kinds=frozenset({"ministry"}), place="AZ", since=NOW)
DISTRICT = Holding(role="district", kinds=frozenset({"district_commission"}), place="AZ/17", since=NOW)
ROLES = frozenset({"chair", "headquarters", "district"})
ANA = Giver(person=PersonCode("ana"), role="chair", gives=ROLES)
BEN = PersonCode("ben")

REFUSED = {
    "to oneself": (CHAIR, PersonCode("ana"), ANA, (), "A240"),
    "a role that one may not give": (CHAIR, BEN, replace(ANA, gives=frozenset({"district"})), (), "A241"),
    "an end before the beginning": (replace(CHAIR, until=NOW - DAY), BEN, ANA, (), "A242"),
    "an end at the beginning": (replace(CHAIR, until=NOW), BEN, ANA, (), "A242"),
    "a beginning that has passed": (replace(CHAIR, since=NOW - DAY), BEN, ANA, (), "A243"),
    "what is held for good": (CHAIR, BEN, ANA, (replace(CHAIR, since=NOW - DAY),), "A244"),
    "what is held for one election": (CHAIR, BEN, ANA, (replace(CHAIR, election="az2024"),), "A244"),
    "what begins later": (CHAIR, BEN, ANA, (replace(CHAIR, since=NOW + DAY),), "A244"),
    "two bodies kept apart": (CHAIR, BEN, ANA, (MINISTRY,), "A245"),
    "the same the other way round": (MINISTRY, BEN, ANA, (CHAIR,), "A245"),
    "two districts": (DISTRICT, BEN, ANA, (replace(DISTRICT, place="AZ/15"),), "A245"),
    "for all, by somebody of one election": (CHAIR, BEN, replace(ANA, election="az2024"), (), "A248"),
}
GIVEN = {
    "nothing is held": (CHAIR, (), []),
    "what was held ended just now": (CHAIR, (replace(CHAIR, since=NOW - DAY, until=NOW),), []),
    "the other begins when this one ends": (replace(CHAIR, until=NOW + DAY), (replace(CHAIR, since=NOW + DAY),), []),
    "the same for another election": (replace(CHAIR, election="az2025"), (replace(CHAIR, election="az2024"),), []),
    "the same role elsewhere, which no law forbids": (MINISTRY, (replace(MINISTRY, place="RO"),), []),
    "the body kept apart was left": (CHAIR, (replace(MINISTRY, since=NOW - DAY, until=NOW),), []),
    "what nobody read in the law": (CHAIR, (DISTRICT,), ["A250"]),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED.keys())
def test_what_may_not_be_given(case) -> None:
    offer, to, by, held, code = case
    with pytest.raises(Refused) as refused:
        check_giving(offer, to=to, by=by, held=held, law=LAW, now=NOW)
    assert refused.value.code == code


@pytest.mark.parametrize("case", GIVEN.values(), ids=GIVEN.keys())
def test_what_may_be_given_and_what_warns(case) -> None:
    offer, held, codes = case
    found = check_giving(offer, to=BEN, by=ANA, held=held, law=LAW, now=NOW)
    assert [problem.code for problem in found] == codes


def test_the_refusal_names_article_and_both_roles() -> None:
    with pytest.raises(Refused) as refused:
        check_giving(CHAIR, to=BEN, by=ANA, held=[MINISTRY], law=LAW, now=NOW)
    facts = {"given_role": "chair", "held_role": "headquarters", "source": "Code, art. 22", "rule": "one"}
    assert dict(refused.value.problem.facts) == facts


ENDINGS = {
    "one's own": (CHAIR, PersonCode("ana"), ANA, "moved", NOW, "A247"),
    "a role that one may not give": (CHAIR, BEN, replace(ANA, gives=frozenset()), "moved", NOW, "A241"),
    "without a reason": (CHAIR, BEN, ANA, " ", NOW, "A246"),
    "ended before": (replace(CHAIR, until=NOW), BEN, ANA, "moved", NOW, "A249"),
    "ends earlier anyway": (replace(CHAIR, until=NOW + DAY), BEN, ANA, "moved", NOW + 2 * DAY, "A249"),
    "in the past": (replace(CHAIR, since=NOW - 2 * DAY), BEN, ANA, "moved", NOW - DAY, "A243"),
}


@pytest.mark.parametrize("case", ENDINGS.values(), ids=ENDINGS.keys())
def test_what_may_not_be_ended(case) -> None:
    held, of, by, reason, until, code = case
    with pytest.raises(Refused) as refused:
        check_ending(held, of=of, by=by, reason=reason, until=until, now=NOW)
    assert refused.value.code == code


@pytest.mark.parametrize("until", [NOW, NOW + DAY])
def test_a_role_of_another_ends_now_or_later(until: datetime) -> None:
    check_ending(CHAIR, of=BEN, by=ANA, reason="moved", until=until, now=NOW)


INSTANTS = st.integers(0, 6).map(lambda days: NOW + days * DAY)
HELD = st.builds(
    lambda role, since, lasts: replace(role, since=since, until=since + lasts * DAY if lasts else None),
    st.sampled_from([CHAIR, MINISTRY, DISTRICT]),
    INSTANTS,
    st.integers(0, 3),
)


@given(HELD, HELD)
def test_meeting_is_mutual_and_is_an_instant_in_both(one: Holding, other: Holding) -> None:
    def days(held: Holding) -> set[int]:
        end = (held.until - NOW) // DAY if held.until else 10
        return set(range((held.since - NOW) // DAY, end))

    assert one.meets(other) == other.meets(one) == bool(days(one) & days(other))


@given(st.sampled_from([CHAIR, MINISTRY, DISTRICT]), st.lists(HELD, max_size=3))
def test_nobody_gives_to_themselves_whatever_is_held(offer: Holding, held: list[Holding]) -> None:
    with pytest.raises(Refused) as refused:
        check_giving(offer, to=ANA.person, by=ANA, held=held, law=LAW, now=NOW)
    assert refused.value.code == "A240"
