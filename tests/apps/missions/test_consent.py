"""Host consent: rules of hosts, notes and answers; each refusal by its code, and what stays out of the public part."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from legation.base import files
from legation.base.actors import OutOfScope
from legation.integrity import queries as log
from legation.integrity.models import PrivatePart
from legation.missions import actions
from legation.missions.models import HostConsent
from legation.missions.queries import consent as queries
from legation.plan import queries as plan
from legation_core.network.consent import State, Terms, Way
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
RULE: dict[str, Any] = {
    "country": "IR", "inside": Way.CONSENT, "outside": Way.CONSENT, "lead_days": 20, "how": "By note verbale.",
    "source": "note 14 of the host, 2023",
}  # fmt: skip
NOTE = {"note_number": "12/24", "note_date": date(2024, 1, 20)}


def step(person, step: str, by: str = "cora", **named: Any) -> None:
    facts = {"election": "az2024", "country": "IR", "mission": "tabriz", **NOTE}
    actions.take_step(step=step, by=person(by), at=AT, **facts | named)


def refusal(person, action, **named: Any) -> str:
    with pytest.raises(Refused) as refused:
        action(person, **named)
    return refused.value.code


def state() -> str:
    return HostConsent.objects.get(election="az2024", country="IR", place="").state


def test_rules_of_hosts_come_with_the_system_each_with_its_source(db) -> None:
    rules = queries.host_rules("AZ")
    assert {country: (one.rule.inside, one.rule.outside, one.rule.lead_days) for country, one in rules.items()} == {
        "DE": (Way.CONSENT, Way.CONSENT, None),
        "AU": (Way.NOTIFY, Way.NOTIFY, None),
        "CH": (Way.NOTIFY, Way.NOTIFY, 90),
        "CA": (Way.CONSENT, Way.CONSENT, None),
    }
    assert all(one.source and one.shipped and set(one.how) == {"en", "az"} for one in rules.values())


def test_a_rule_that_the_ministry_enters_comes_before_the_shipped_one(db, person) -> None:
    facts = RULE | {"country": "DE", "inside": Way.NOTIFY}
    actions.set_host_rule(**facts, by=person("ben"), at=AT)
    assert [(one.shipped, one.rule.inside) for one in queries.rule_history("AZ", "DE")] == [
        (False, Way.NOTIFY), (True, Way.CONSENT),
    ]  # fmt: skip
    assert queries.host_rules("AZ")["DE"].rule.inside == Way.NOTIFY
    assert queries.host_rules("RO")["DE"].rule.inside == Way.CONSENT


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"country": "XX"}, "A058"),
        ({"source": " "}, "C117"),
        ({"lead_days": 0}, "C118"),
        ({"lead_days": 367}, "C118"),
    ],
)
def test_a_rule_that_cannot_be_entered(db, person, facts, code) -> None:
    with pytest.raises(Refused) as refused:
        actions.set_host_rule(**RULE | facts, by=person("ben"), at=AT)
    assert refused.value.code == code


def test_the_same_rule_twice_changes_nothing(db, person) -> None:
    actions.set_host_rule(**RULE, by=person("ben"), at=AT)
    with pytest.raises(Refused) as refused:
        actions.set_host_rule(**RULE, by=person("ben"), at=AT)
    assert refused.value.code == "A053"


@pytest.mark.parametrize("who", ["cora", "fara"])
def test_rules_of_hosts_are_the_ministrys(db, person, who) -> None:
    with pytest.raises(OutOfScope):
        actions.set_host_rule(**RULE, by=person(who), at=AT)


def test_from_asking_to_a_consent_with_conditions(db, person) -> None:
    actions.set_host_rule(**RULE, by=person("ben"), at=AT)
    step(person, "ask", file=(b"%PDF-1.7 the note", "note.pdf"))
    assert state() == State.ASKED
    terms = Terms(stations=1, mission_premises_only=True, valid_until=date(2024, 2, 8))
    step(person, "grant", terms=terms, text="No queue on the street.")
    found = queries.consents(plan.election("az2024"), "IR")[0]
    assert (found.core.state, found.core.terms, found.conditions) == ("granted", terms, "No queue on the street.")
    history = queries.consent_steps(plan.election("az2024"), "IR")
    assert [(one.step, one.state, one.note_number) for one in history] == [
        ("grant", "granted", "12/24"), ("ask", "asked", "12/24"),
    ]  # fmt: skip
    assert files.read(queries.file_of(plan.election("az2024"), "IR", history[1].file))[0] == b"%PDF-1.7 the note"


def test_the_wording_of_a_host_stays_private_and_the_rest_is_public(db, person) -> None:
    step(person, "ask")
    step(person, "refuse", text="No elections on our soil.")
    record = log.records(jurisdiction="AZ", subject="host:IR").records[0]
    assert record.facts == {
        "country": "IR", "premises": "", "note_number": "12/24", "note_date": "2024-01-20", "file": "",
    }  # fmt: skip
    assert record.body == "head_of_mission"
    assert b"No elections on our soil." in bytes(PrivatePart.objects.latest("pk").octets)


PATHS = {
    "notified": (["notify"], "notified"),
    "notified, then refused": (["notify", "refuse"], "refused"),
    "refused, asked again, granted": (["ask", "refuse", "ask", "grant"], "granted"),
    "granted, then withdrawn": (["ask", "grant", "withdraw"], "withdrawn"),
    "new conditions": (["ask", "grant", "grant"], "granted"),
}


@pytest.mark.parametrize("case", PATHS.values(), ids=PATHS)
def test_the_ways_through_the_states(db, person, case) -> None:
    path, end = case
    for one in path:
        step(person, one, text="as it says")
    assert state() == end


def test_what_is_settled_for_one_election_leaves_the_rule(db, person) -> None:
    actions.set_host_rule(**RULE, by=person("ben"), at=AT)
    step(person, "settle", way=Way.NOTIFY, text="protocol, by telephone, 19 January")
    assert (state(), queries.host_rules("AZ")["IR"].rule.inside) == ("notify_only", Way.CONSENT)


@pytest.mark.parametrize(
    ("step_", "facts", "code"),
    [
        ("grant", {}, "C101"),
        ("withdraw", {"text": "x"}, "C101"),
        ("ask", {"note_number": " "}, "C115"),
        ("ask", {"note_date": date(2024, 1, 24)}, "C116"),
        ("ask", {"mission": "rome"}, "OutOfScope"),
        ("ask", {"country": "IT"}, "C119"),
        ("refuse", {"text": " "}, "C121"),
        ("settle", {"text": "", "way": Way.NOTIFY}, "C117"),
        ("notify", {"by": "ben", "mission": "rome", "country": "IT"}, "A002"),
    ],
)
def test_a_step_that_cannot_be_taken(db, person, step_, facts, code) -> None:
    with pytest.raises((Refused, OutOfScope)) as refused:
        step(person, step_, **facts)
    assert getattr(refused.value, "code", type(refused.value).__name__) == code


@pytest.mark.parametrize(
    ("terms", "code"), [(Terms(stations=0), "C112"), (Terms(valid_until=date(2024, 1, 19)), "C113")]
)
def test_conditions_that_cannot_be_meant_are_refused(db, person, terms, code) -> None:
    step(person, "ask")
    with pytest.raises(Refused) as refused:
        step(person, "grant", terms=terms)
    assert (refused.value.code, state()) == (code, "asked")


def test_premises_have_a_consent_of_their_own_by_their_folded_address(db, person) -> None:
    step(person, "ask", premises="Town Hall, 5 Əmir Street")
    step(person, "refuse", premises="town hall,  5 emir street", text="none given")
    found = queries.consents(plan.election("az2024"), "IR")
    assert [(one.core.premises, one.core.state) for one in found] == [("Town Hall, 5 Əmir Street", "refused")]


def test_the_last_outcome_is_that_of_another_election(db, person) -> None:
    step(person, "ask")
    step(person, "grant")
    assert queries.last_outcomes("AZ", without="az2024") == {}
    assert {country: one.step for country, one in queries.last_outcomes("AZ").items()} == {"IR": "grant"}


def test_a_paper_of_another_host_is_not_found(db, person) -> None:
    step(person, "ask", file=(b"secret", "note.txt"))
    digest = queries.consent_steps(plan.election("az2024"), "IR")[0].file
    for country, sha in (("DE", digest), ("IR", ""), ("IR", "0" * 64)):
        with pytest.raises(OutOfScope):
            queries.file_of(plan.election("az2024"), country, sha)


@pytest.mark.parametrize(
    "facts", [{"state": "granted"}, {"state": "asked"}, {"state": "maybe"}, {"state": "unknown", "stations": 0}]
)
def test_the_table_holds_the_states_itself(db, facts) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        HostConsent.objects.create(election_id="az2024", country="IR", **facts)


@pytest.mark.parametrize("count", [1, 3])
def test_reading_consents_takes_as_many_queries_for_three_as_for_one(
    db, person, django_assert_num_queries, count
) -> None:
    for number in range(count):
        step(person, "ask", premises=f"hall {number}" if number else "")
    value = plan.election("az2024")
    with django_assert_num_queries(2):
        assert len(queries.consents(value)) == len(queries.consent_steps(value, "IR")) == count
