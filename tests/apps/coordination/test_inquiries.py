"""Inquiries: from the question to the answer, who reads and does what, each refusal by its code."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from legation.base import clock
from legation.base.actors import OutOfScope
from legation.coordination.actions import inquiries as actions
from legation.coordination.jobs.inquiries import call_inquiries_to_mind
from legation.coordination.models import Inquiry, InquiryEntry
from legation.coordination.queries import inquiries as queries
from legation.integrity import queries as log
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db
SECRET = "Pelikan, a word that no public part may hold"


@pytest.fixture
def ask(person) -> Callable[..., str]:
    def do(by: str = "head-beijing", **named: Any) -> str:
        facts = {"category": "documents", "urgency": "ordinary", "language": "en", "subject": "On papers"}
        return actions.ask(**{"election": "az2024", "text": SECRET, "by": person(by), "at": AT} | facts | named)

    return do


@pytest.fixture
def do(person) -> Callable[..., None]:
    def act(step: str, code: str, by: str = "eli", at: datetime = AT, **named: Any) -> None:
        getattr(actions, step)(election="az2024", code=code, by=person(by), at=at, **named)

    return act


def row(code: str) -> Inquiry:
    return Inquiry.objects.get(code=code)


def refusal(action, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(*given, **named)
    return refused.value.code


def answered(ask, do, **named: Any) -> str:
    code = ask(**named)
    do("draft", code, text="Yes.")
    do("submit", code)
    do("approve", code, by="ben")
    return code


def test_an_answer_of_the_commission_goes_out_when_the_ministry_approves_it(ask, do, person) -> None:
    code = ask()
    assert (row(code).body, row(code).approved_by) == ("central_commission", "ministry")
    do("assign", code, person="eli")
    do("draft", code, text="Maybe.")
    do("submit", code)
    do("return_draft", code, by="ben", reason="Say yes or no.")
    do("draft", code, text="Yes.")
    do("submit", code)
    do("approve", code, by="ben")
    value = plan.election("az2024")
    one = queries.inquiry_for(person("head-beijing"), value, code)
    assert (one.state, one.assigned_to, queries.answer_of(one).text) == ("answered", "eli", "Yes.")
    assert [entry.kind for entry in queries.thread(person("head-beijing"), one)] == ["question", "answer"]
    assert [entry.kind for entry in queries.thread(person("ana"), one)] == [
        "question", "draft", "returned", "draft", "answer",
    ]  # fmt: skip


def test_where_nobody_approves_the_body_answers(ask, do) -> None:
    code = ask(category="voting")
    do("draft", code, text="Yes.")
    assert refusal(do, "submit", code) == "Q103"
    do("answer", code)
    assert row(code).state == "answered"


def test_the_clock_counts_the_hours_of_whoever_asks(ask) -> None:
    beijing, tabriz = row(ask()), row(ask(by="cora"))
    assert (beijing.due_at, tabriz.due_at) == (
        datetime(2024, 1, 24, 9, tzinfo=UTC), datetime(2024, 1, 24, 13, 30, tzinfo=UTC),
    )  # fmt: skip
    assert row(ask(at=AT - timedelta(days=12))).due_at == datetime(2024, 1, 16, 2, tzinfo=UTC)


def test_a_mission_never_meets_the_inquiry_of_another(ask, person, do) -> None:
    code = ask()
    value, cora = plan.election("az2024"), person("cora")
    with pytest.raises(OutOfScope):
        queries.inquiry_for(cora, value, code)
    own = {one.mission for one in queries.values(queries.listed(cora, value, {}, AT))}
    assert own == {"tabriz"}
    for step, facts in {"add": {"text": "x"}, "close": {"reason": "x"}, "draft": {"text": "x"}}.items():
        with pytest.raises(OutOfScope):
            do(step, code, by="cora", **facts)
    with pytest.raises(OutOfScope):
        actions.ask(
            election="az2024", category="other", urgency="ordinary", language="en", subject="x", text="x",
            by=person("dan"), at=AT,
        )  # fmt: skip


def test_a_mission_asks_for_itself_whatever_it_names(ask) -> None:
    assert row(ask(by="cora", mission="rome")).mission.code == "tabriz"


def test_headquarters_enters_what_came_by_telephone(ask) -> None:
    assert (row(ask(by="ben", mission="rome")).mission.code, row(ask(by="ben")).asker) == ("rome", "body")


REFUSALS = {
    "another body drafts": ("Q106", "draft", "ben", {"text": "x"}),
    "another body approves": ("Q106", "approve", "ana", {}),
    "an auditor drafts": ("A001", "draft", "gus", {"text": "x"}),
    "a mission drafts": ("A001", "draft", "head-beijing", {"text": "x"}),
    "approved before it is submitted": ("Q101", "approve", "ben", {}),
    "answered past the approval": ("Q101", "answer", "eli", {}),
    "an empty draft": ("Q108", "draft", "eli", {"text": " "}),
    "closed for no reason": ("Q109", "close", "eli", {"reason": " "}),
    "into the hands of a stranger": ("Q110", "assign", "eli", {"person": "cora"}),
    "into those of the other institution": ("Q110", "assign", "eli", {"person": "ben"}),
    "referred to nothing": ("Q104", "refer", "eli", {"category": "moon", "reason": "x"}),
    "reopened while open": ("Q101", "reopen", "head-beijing", {"reason": "x"}),
    "settling others without an answer": ("Q101", "settle", "eli", {"others": ["x"]}),
}


@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS)
def test_refusals(ask, do, case) -> None:
    code, step, by, facts = case
    inquiry = ask()
    kept = InquiryEntry.objects.count(), Leaf.objects.count()
    with pytest.raises((Refused, OutOfScope)) as refused:
        do(step, inquiry, by=by, **facts)
    assert getattr(refused.value, "code", "A001") == code
    assert (InquiryEntry.objects.count(), Leaf.objects.count()) == kept


ASKED_BADLY = {
    "no category": ("Q104", {"category": "moon"}),
    "no term": ("Q105", {"urgency": "never"}),
    "no subject": ("Q107", {"subject": " "}),
    "no question": ("Q107", {"text": " "}),
}


@pytest.mark.parametrize("case", ASKED_BADLY.values(), ids=ASKED_BADLY)
def test_what_cannot_be_asked(ask, case) -> None:
    code, facts = case
    assert refusal(ask, **facts) == code


def test_who_drafted_does_not_approve_in_another_role(ask, do) -> None:
    code = ask()
    do("draft", code, text="Yes.")
    do("submit", code)
    Inquiry.objects.filter(code=code).update(drafted_by="ben")
    assert refusal(do, "approve", code, by="ben") == "Q112"


def test_one_answer_closes_many(ask, do, person) -> None:
    first = answered(ask, do)
    others = [ask(by="cora"), ask(by="head-rome")]
    value = plan.election("az2024")
    one = queries.inquiry_for(person("eli"), value, first)
    assert set(others) <= {each.code for each in queries.mergeable(value, one)}
    do("settle", first, others=others)
    assert [row(code).state for code in others] == ["merged", "merged"]
    own = queries.inquiry_for(person("cora"), value, others[0])
    assert queries.answer_of(own).text == "Yes."
    do("reopen", others[0], by="cora", reason="Not for us.")
    assert (row(others[0]).state, row(others[0]).merged_into, row(others[1]).state) == ("reopened", None, "merged")


def test_an_answer_settles_nothing_that_another_body_answers_or_approves(ask, do) -> None:
    first = answered(ask, do)
    assert refusal(do, "settle", first, others=[ask(category="consular")]) == "Q106"
    assert refusal(do, "settle", first, others=[]) == "Q111"
    unapproved = ask(category="voting")
    do("draft", unapproved, text="Yes.")
    do("answer", unapproved)
    assert refusal(do, "settle", unapproved, others=[ask()]) == "Q102"


def test_reopening_starts_the_clock_anew(ask, do) -> None:
    code = answered(ask, do)
    later = AT + timedelta(days=7)
    do("reopen", code, by="head-beijing", at=later, reason="It did not help.")
    assert (row(code).state, row(code).counted_from, row(code).due_at) == (
        "reopened", later, datetime(2024, 1, 31, 4, tzinfo=UTC),
    )  # fmt: skip


def test_referring_changes_the_body_and_not_the_clock(ask, do) -> None:
    code = ask()
    due = row(code).due_at
    do("refer", code, category="consular", reason="A consular matter.")
    assert (row(code).body, row(code).approved_by, row(code).due_at) == ("ministry", "", due)
    assert refusal(do, "draft", code, text="x") == "Q106"


def test_the_log_tells_that_and_never_what(ask, do) -> None:
    code = answered(ask, do)
    records = log.records(jurisdiction="AZ", subject=f"inquiry:{code}").records
    assert [one.kind for one in reversed(records)] == [
        "inquiry_asked", "inquiry_drafted", "inquiry_submitted", "inquiry_approved",
    ]  # fmt: skip
    octets = b"".join(bytes(one.octets) for one in Leaf.objects.order_by("-index")[:4])
    assert [word in octets for word in (b"Pelikan", b"papers", b"Yes.", b"beijing", b"eli")] == [False] * 5


def test_search_finds_by_folded_words(ask, person) -> None:
    code = ask(subject="Şəxsiyyət vəsiqəsi")
    value = plan.election("az2024")
    for asked in ("sexsiyyet", "ŞƏXSİYYƏT vəsiqə", "pelikan"):
        assert code in {one.code for one in queries.values(queries.listed(person("ana"), value, {"q": asked}, AT))}
    assert not queries.listed(person("cora"), value, {"q": "pelikan"}, AT)


def test_inquiries_are_called_to_mind_once_a_step(ask, do) -> None:
    code = ask(urgency="immediate")
    heard = []
    for hours in (1, 3, 3, 4, 5, 9, 30):
        restore = clock.use(lambda hours=hours: AT + timedelta(hours=hours))
        call_inquiries_to_mind()
        restore()
        heard.append(row(code).reminded)
    assert heard == [0, 1, 1, 2, 2, 3, 3]
    records = log.records(jurisdiction="AZ", subject=f"inquiry:{code}").records
    assert [(one.kind, one.body) for one in records[:-1]] == [("inquiry_called_to_mind", "central_commission")] * 3


def test_what_is_answered_is_not_called_to_mind(ask, do) -> None:
    code = answered(ask, do)
    restore = clock.use(lambda: AT + timedelta(days=20))
    call_inquiries_to_mind()
    restore()
    assert row(code).reminded == 0


BROKEN = {
    "a public asker with a person": {"asker": "public", "mission": None, "asked_by": "cora"},
    "a mission that is none": {"asker": "mission", "mission": None},
    "answered at no instant": {"state": "answered", "answered_at": None},
    "merged into nothing": {"state": "merged", "merged_into": None},
    "awaiting nobody": {"state": "awaiting", "approved_by": ""},
    "an unknown state": {"state": "lost"},
    "a number twice": {"number": 1},
}


@pytest.mark.parametrize("facts", BROKEN.values(), ids=BROKEN)
def test_the_table_repeats_what_must_hold(ask, facts) -> None:
    code = ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        Inquiry.objects.filter(code=code).update(**facts)


def test_the_list_costs_the_same_for_three_as_for_one(ask, person, django_assert_num_queries) -> None:
    value, ana = plan.election("az2024"), person("ana")
    for _ in range(3):
        ask()
        with django_assert_num_queries(1):
            queries.values(list(queries.listed(ana, value, {}, AT)))
