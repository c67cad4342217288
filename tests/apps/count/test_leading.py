"""A protocol from the paper to final: by how many persons, in which order, and what of it is counted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from legation.accounts.queries import actor_by_code
from legation.base.actors import Actor, OutOfScope, Permission
from legation.count import actions, queries
from legation.count.actions.leading import Paper
from legation.count.models import ProtocolEntry, StationProtocol
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation.stations import queries as stations
from legation_core.problems import Refused
from legation_core.protocol.values import Protocol
from legation_core.values import PersonCode
from tests.core.protocol.cases import AZ_LINES

AFTER = datetime(2024, 2, 9, 12, tzinfo=UTC)
READING = Protocol(dict(AZ_LINES), {"candidate_votes": {"A": 50, "B": 30, "C": 6}})
OTHER = Protocol({**AZ_LINES}, {"candidate_votes": {"A": 50, "B": 31, "C": 6}})
pytestmark = pytest.mark.django_db


def empowered(code: str) -> Actor:
    """One of the cast with the powers over protocols, which no role has before their pages are here."""
    found = actor_by_code(code, AFTER)
    return replace(found, permissions=found.permissions | {Permission.PROTOCOL_ENTER, Permission.PROTOCOL_DECIDE})


def person(name: str) -> Actor:
    """Somebody of the district commission."""
    return replace(empowered("fara"), person=PersonCode(name))


@pytest.fixture
def paper() -> Paper:
    value = plan.election("az2024")
    fara = person("one")
    place = next(one for one in stations.stations(value) if stations.reaches(fara, one))
    return Paper("az2024", place.code, next(iter(value.rules.forms)))


def enter(paper: Paper, who: str, reading: Protocol = READING) -> None:
    actions.claim_protocol(paper=paper, by=person(who), at=AFTER)
    actions.enter_protocol(paper=paper, reading=reading, by=person(who), at=AFTER)


def accepted(paper: Paper) -> None:
    enter(paper, "one")
    enter(paper, "two")
    actions.accept_protocol(paper=paper, explained={}, by=person("three"), at=AFTER)


def final(paper: Paper) -> None:
    accepted(paper)
    actions.finalise_protocol(paper=paper, by=person("four"), at=AFTER)


def counted(paper: Paper) -> list[tuple[str, int]]:
    _, found = queries.protocols(actor_by_code("ana", AFTER), "az2024", "", AFTER)
    return [(one.station.code, one.version) for one in found]


def states(paper: Paper) -> list[tuple[int, str]]:
    rows = ProtocolEntry.objects.filter(station__code=paper.station).order_by("version")
    return list(rows.values_list("version", "state"))


def refusal(act: object, **given: object) -> str:
    with pytest.raises(Refused) as refused:
        act(at=AFTER, **given)  # type: ignore[operator]
    return refused.value.code


def test_read_twice_accepted_and_made_final_it_stands_as_it_was_read(paper: Paper) -> None:
    accepted(paper)
    assert counted(paper) == []
    actions.finalise_protocol(paper=paper, by=person("four"), at=AFTER)
    assert counted(paper) == [(paper.station, 1)]
    _, found = queries.protocols(actor_by_code("ana", AFTER), "az2024", "", AFTER)
    assert found[0].protocol == READING


def test_a_difference_is_settled_by_a_third_and_in_that_field_alone(paper: Paper) -> None:
    enter(paper, "one")
    enter(paper, "two", OTHER)
    assert states(paper) == [(1, "differs")]
    assert refusal(actions.claim_protocol, paper=paper, by=person("two")) == "P201"
    actions.claim_protocol(paper=paper, by=person("three"), at=AFTER)
    assert refusal(actions.settle_protocol, paper=paper, settled={}, by=person("three")) == "P204"
    actions.settle_protocol(paper=paper, settled={"candidate_votes/B": 30}, by=person("three"), at=AFTER)
    assert states(paper) == [(1, "agreed")]


def test_whoever_read_or_accepted_it_takes_no_later_step(paper: Paper) -> None:
    enter(paper, "one")
    assert refusal(actions.claim_protocol, paper=paper, by=person("one")) == "P201"
    enter(paper, "two")
    assert refusal(actions.accept_protocol, paper=paper, explained={}, by=person("two")) == "P201"
    actions.accept_protocol(paper=paper, explained={}, by=person("three"), at=AFTER)
    assert refusal(actions.finalise_protocol, paper=paper, by=person("three")) == "P201"


def test_a_paper_that_was_given_back_or_is_held_by_another(paper: Paper) -> None:
    actions.claim_protocol(paper=paper, by=person("one"), at=AFTER)
    assert refusal(actions.claim_protocol, paper=paper, by=person("two")) == "P202"
    actions.release_protocol(paper=paper, by=person("one"), at=AFTER)
    assert refusal(actions.enter_protocol, paper=paper, reading=READING, by=person("one")) == "P200"
    enter(paper, "two")
    assert states(paper) == [(1, "second_entry")]


def test_a_new_version_takes_the_place_of_the_one_that_stood(paper: Paper) -> None:
    final(paper)
    renew = {"paper": paper, "reason": "recounted", "by": person("four")}
    assert refusal(actions.supersede_protocol, witnesses=" ", **renew) == "P205"
    actions.supersede_protocol(witnesses="two of the commission", at=AFTER, **renew)
    assert (states(paper), counted(paper)) == ([(1, "superseded"), (2, "expected")], [])
    final(paper)
    assert (states(paper), counted(paper)) == ([(1, "superseded"), (2, "final")], [(paper.station, 2)])


def test_a_returned_and_a_quarantined_one_are_counted_nowhere(paper: Paper) -> None:
    accepted(paper)
    actions.quarantine_protocol(paper=paper, reason="no signature", by=person("four"), at=AFTER)
    assert (states(paper), counted(paper)) == ([(1, "quarantined")], [])
    actions.return_protocol(paper=paper, reason="no signature", by=person("four"), at=AFTER)
    assert (states(paper), counted(paper)) == ([(1, "returned")], [])


def test_where_no_voting_was_held_nothing_is_entered(paper: Paper) -> None:
    declared = {"paper": paper, "failed": False, "by": person("one")}
    assert refusal(actions.declare_no_protocol, reason="", **declared) == "P205"
    actions.declare_no_protocol(reason="war", at=AFTER, **declared)
    assert refusal(actions.claim_protocol, paper=paper, by=person("one")) == "P200"


def test_what_is_no_protocol_of_the_form_is_refused_by_field(paper: Paper) -> None:
    actions.claim_protocol(paper=paper, by=person("one"), at=AFTER)
    wrong = Protocol({**AZ_LINES, "nothing": 1}, READING.votes)
    assert refusal(actions.enter_protocol, paper=paper, reading=wrong, by=person("one")) == "P209"
    assert states(paper) == [(1, "first_entry")]


def test_nothing_before_the_station_closed_and_nothing_by_the_ministry(paper: Paper) -> None:
    before = datetime(2024, 2, 6, 12, tzinfo=UTC)
    with pytest.raises(Refused) as refused:
        actions.claim_protocol(paper=paper, by=person("one"), at=before)
    assert refused.value.code == "P208"
    for name in ("ben", "cora"):
        with pytest.raises((Refused, OutOfScope)):
            actions.claim_protocol(paper=paper, by=empowered(name), at=AFTER)


def test_only_the_body_that_the_law_names_invalidates(paper: Paper) -> None:
    final(paper)
    given = {"paper": paper, "decision": "4/1"}
    assert refusal(actions.invalidate_protocol, by=person("five"), **given) == "A002"
    actions.invalidate_protocol(by=empowered("ana"), at=AFTER, **given)
    assert (states(paper), counted(paper)) == ([(1, "invalidated")], [])
    assert StationProtocol.objects.get(station__code=paper.station).state == "invalidated"


def test_the_log_commits_to_every_step_and_shows_none_of_it(paper: Paper) -> None:
    before = Leaf.objects.count()
    final(paper)
    leaves = [bytes(one.octets) for one in Leaf.objects.order_by("index")[before:]]
    assert len(leaves) == 6
    assert [one for one in leaves if paper.station.encode() in one or b'public":{"' in one] == []
