"""Papers: drafts, numbers, submissions and decisions, corrections; who reads what; each refusal by its code."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from legation.base.actors import OutOfScope
from legation.coordination import actions
from legation.coordination.convert.papers import Content
from legation.coordination.models import Paper
from legation.coordination.queries import papers as queries
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation_core.lawbook.papers import Kind, State
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
DATED = date(2024, 1, 22)
pytestmark = pytest.mark.django_db
TYPED = Content("On the stations abroad", "First paragraph.\n\nSecond.", "Central Election Commission")


@pytest.fixture
def draft(person) -> Callable[..., str]:
    def make(by: str = "ben", kind: Kind = Kind.SUBMISSION, body: str = "ministry", **named: Any) -> str:
        facts: dict[str, Any] = {"content": TYPED, "addressee_body": "central_commission"} | named
        return actions.draft_paper(election="az2024", kind=kind, body=body, by=person(by), at=AT, **facts)

    return make


@pytest.fixture
def send(person) -> Callable[..., None]:
    def do(code: str, by: str = "ben", **named: Any) -> None:
        actions.send_paper(**{"election": "az2024", "code": code, "dated": DATED, "by": person(by), "at": AT} | named)

    return do


@pytest.fixture
def decide(person) -> Callable[..., str]:
    def do(code: str, by: str = "ana", outcome: State = State.GRANTED, **named: Any) -> str:
        facts = {"title": "Decision", "text": "Approved.", "dated": DATED} | named
        return actions.decide_submission(election="az2024", code=code, outcome=outcome, by=person(by), at=AT, **facts)

    return do


def row(code: str) -> Paper:
    return Paper.objects.get(code=code)


def refusal(action, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(*given, **named)
    return refused.value.code


def test_a_submission_and_the_decision_on_it(draft, send, decide, person) -> None:
    code = draft(links=["station:tabriz", "12"])
    send(code)
    decision = decide(code, links=["record:40"])
    assert [(one.kind, one.state, one.number, one.year) for one in (row(code), row(decision))] == [
        ("submission", "granted", "1", 2024), ("decision", "sent", "1", 2024),
    ]  # fmt: skip
    value = plan.election("az2024")
    paper = queries.paper_for(person("ben"), value, code)
    assert queries.decision_on(paper).code == decision
    assert queries.submission_of(queries.decision_on(paper)).code == code
    assert [(one.kind, one.code) for one in queries.links(paper)] == [("record", "12"), ("station", "tabriz")]
    assert [one.code for one in queries.linked_to(value, "station", "tabriz")] == [code]


def test_numbers_follow_one_another_by_body_and_year(draft, send) -> None:
    codes = [draft() for _ in range(3)]
    send(codes[0], dated=date(2023, 12, 30))
    send(codes[1])
    send(codes[2], number="01-77")
    assert [(row(one).year, row(one).number) for one in codes] == [(2023, "1"), (2024, "1"), (2024, "01-77")]
    assert refusal(send, draft(), number="01-77") == "C137"


def test_missions_count_for_themselves(draft, send) -> None:
    facts = {"kind": Kind.LETTER, "body": "head_of_mission", "addressee_body": ""}
    first, second = draft("cora", **facts), draft("head-rome", **facts)
    send(first, "cora")
    send(second, "head-rome")
    assert (row(first).number, row(second).number) == ("1", "1")


def test_districts_write_count_and_read_each_for_itself(draft, send, person) -> None:
    facts = {"kind": Kind.LETTER, "body": "district_commission", "addressee_body": ""}
    own, other = draft("fara", **facts), draft("chair-15", **facts)
    value = plan.election("az2024")
    assert [one.code for one in queries.papers_for(person("fara"), value)] == [own]
    assert refusal(send, other, "fara") == "C135"
    send(own, "fara")
    send(other, "chair-15")
    assert (row(own).number, row(other).number) == ("1", "1")
    assert [one.code for one in queries.papers_for(person("chair-15"), value)] == [other]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"body": "central_commission"}, "C135"),
        ({"body": "nobody"}, "C135"),
        ({"content": Content("", "text")}, "C138"),
        ({"content": Content("title", " ")}, "C138"),
        ({"addressee_body": "nobody"}, "C135"),
        ({"links": ["javascript:alert(1)"]}, "C143"),
    ],
)
def test_a_draft_that_cannot_be_kept(draft, facts, code) -> None:
    assert refusal(draft, **facts) == code


def test_steps_that_are_refused(draft, send, decide, person) -> None:
    code = draft()
    assert refusal(decide, code) == "C132"
    assert refusal(send, code, dated=date(2024, 1, 24)) == "C116"
    assert refusal(send, draft(addressee_body="")) == "C140"
    send(code)
    assert refusal(send, code) == "C132"
    assert refusal(decide, code, outcome=State.SENT) == "C134"
    assert refusal(decide, code, by="eli") == "A001"
    letter = draft(kind=Kind.LETTER)
    send(letter)
    assert refusal(decide, letter) == "C133"


def test_only_the_body_that_was_asked_decides(draft, send, decide) -> None:
    code = draft()
    send(code)
    assert refusal(decide, code, by="ben") == "C136"
    with pytest.raises(OutOfScope):
        decide(code, by="cora")


def test_a_correction_is_a_new_version_and_the_old_one_stays(draft, send, person) -> None:
    code = draft()
    send(code)
    given = {"election": "az2024", "code": code, "title": "On stations", "by": person("ben"), "at": AT}
    assert refusal(actions.correct_paper, **given, text="New.", reason=" ") == "C139"
    actions.correct_paper(**given, text="New.", reason="a wrong figure")
    assert refusal(actions.correct_paper, **given, text="New.", reason="again") == "A053"
    paper = queries.paper_for(person("ana"), plan.election("az2024"), code)
    assert [(one.version, one.content.title) for one in queries.versions(paper)] == [
        (2, "On stations"), (1, "On the stations abroad"),
    ]  # fmt: skip
    assert paper.state == "sent"


def test_a_paper_is_withdrawn_with_its_reason(draft, send, decide, person) -> None:
    code = draft()
    send(code)
    given = {"election": "az2024", "code": code, "by": person("ben"), "at": AT}
    assert refusal(actions.withdraw_paper, **given, reason="") == "C139"
    actions.withdraw_paper(**given, reason="sent in error")
    assert (row(code).state, row(code).number) == ("withdrawn", "1")
    assert refusal(decide, code) == "C132"


def test_what_a_paper_says_is_never_in_the_public_part(draft, send) -> None:
    code = draft()
    send(code)
    records = log.records(jurisdiction="AZ", subject=f"paper:{code}").records
    assert [set(one.facts) for one in records] == [
        {"paper", "paper_kind", "number", "dated", "digest"}, {"paper", "paper_kind", "digest"},
    ]  # fmt: skip


READERS = {"draft": {"ben"}, "sent": {"ana", "eli", "ben", "gus"}}


@pytest.mark.parametrize("state", READERS)
def test_who_reads_a_submission_of_the_ministry(draft, send, person, state) -> None:
    code = draft()
    if state == "sent":
        send(code)
    value = plan.election("az2024")
    found = {
        who for who in ("ana", "eli", "ben", "cora", "fara", "gus")
        if code in {one.code for one in queries.papers_for(person(who), value)}
    }  # fmt: skip
    assert found == READERS[state]


def test_a_letter_to_missions_is_read_by_them_once_sent(draft, send, person) -> None:
    code = draft(kind=Kind.LETTER, addressee_body="head_of_mission")
    value = plan.election("az2024")
    with pytest.raises(OutOfScope):
        queries.paper_for(person("cora"), value, code)
    send(code)
    assert queries.paper_for(person("cora"), value, code).content.title == TYPED.title


def test_a_mission_reads_no_paper_of_another(draft, send, person) -> None:
    code = draft("cora", Kind.NOTE_VERBALE, "head_of_mission", addressee_body="")
    send(code, "cora")
    value = plan.election("az2024")
    assert queries.paper_for(person("ben"), value, code).mission == "tabriz"
    for stranger in ("head-rome", "fara"):
        with pytest.raises(OutOfScope):
            queries.paper_for(person(stranger), value, code)


@pytest.mark.parametrize(
    "facts", [{"state": "sent"}, {"kind": "letter", "state": "granted", "number": "1"}, {"number": "1"}]
)
def test_the_table_holds_the_states_itself(db, facts) -> None:
    whole = {"number": ""} | facts
    dated = {"year": 2024, "dated": DATED} if whole["number"] and "state" in facts else {}
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.create(
            jurisdiction_id="AZ", election_id="az2024", code="x", body="ministry", author="ministry",
            drafted_at=AT, **{"kind": "submission", "state": "drafted"} | facts | dated,
        )  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_the_register_takes_as_many_queries_for_three_as_for_one(draft, django_assert_num_queries, count) -> None:
    for _ in range(count):
        draft()
    value = plan.election("az2024")
    with django_assert_num_queries(2):
        assert len(queries.papers(value)) == count
