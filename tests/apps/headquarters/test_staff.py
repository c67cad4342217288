"""Headquarters and working groups: their orders, members, counterparts; each institution its own; nothing personal."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from legation.base.actors import OutOfScope
from legation.headquarters import actions
from legation.headquarters.models import Member, Unit
from legation.headquarters.queries import staff
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def name(person) -> Callable[..., str]:
    def make(by: str = "ben", **named: object) -> str:
        facts = {"unit": "headquarters", "name": "Somebody Invented", "function": "public"} | named
        return actions.name_member(election="az2024", by=person(by), at=AT, **facts)

    return make


def refusal(action, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(*given, **named)
    return refused.value.code


def establish(by, **named) -> str:
    facts = {"kind": "working_group", "number": "12", "dated": date(2024, 1, 22)} | named
    return actions.establish_unit(election="az2024", by=by, at=AT, **facts)


def test_the_demonstration_has_both_headquarters_and_the_working_group_of_the_ministry() -> None:
    found = [(one.body, one.kind, one.invented) for one in staff.units(plan.election("az2024"))]
    assert found == [
        ("central_commission", "headquarters", True),
        ("ministry", "headquarters", False),
        ("ministry", "working_group", False),
    ]


def test_a_unit_is_established_once_an_institution(person) -> None:
    assert Unit.objects.get(code=establish(person("ana"))).body == "central_commission"
    assert refusal(establish, person("eli")) == "D104"


def test_an_order_of_tomorrow_is_none(person) -> None:
    assert refusal(establish, person("ana"), dated=date(2024, 1, 24)) == "D119"


def test_only_an_institution_at_home_has_headquarters(person) -> None:
    with pytest.raises(OutOfScope):
        establish(person("cora"))
    assert refusal(establish, person("gus")) == "A001"


def test_members_have_counterparts_and_deputies(name, person) -> None:
    value = plan.election("az2024")
    members = {one.name: one for one in staff.members(person("ben"), value)}
    code = name(deputises=members["Ben"].code, counterpart=members["Eli"].code, telephone="+994 12 000 00 00")
    found = staff.member(person("ana"), value, code)
    assert (found.deputises, found.counterpart, found.telephone) == ("Ben", "Eli", "+994 12 000 00 00")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"by": "ana", "unit": "working_group"}, "D103"),
        ({"name": " "}, "D106"),
        ({"function": "nobody"}, "D106"),
        ({"person": "no-such-person"}, "D107"),
        ({"person": "ioana"}, "D107"),
    ],
)
def test_a_member_who_cannot_be_named(name, facts, code) -> None:
    assert refusal(name, **facts) == code


def test_a_counterpart_is_of_the_other_institution(name, person) -> None:
    members = {one.name: one.code for one in staff.members(person("ben"), plan.election("az2024"))}
    assert refusal(name, counterpart=members["Ben"]) == "D109"
    assert refusal(name, deputises=members["Eli"]) == "D105"


def test_who_only_reads_sees_no_telephone(name, person) -> None:
    code = name(telephone="+994 12 000 00 00", mail="somebody@example.org")
    found = staff.member(person("gus"), plan.election("az2024"), code)
    assert (found.telephone, found.mail) == ("", "")


def test_no_record_holds_a_name_or_a_telephone(name) -> None:
    name(name="Very Secret", telephone="+994 55 111", mail="secret@example.org")
    record = log.records(jurisdiction="AZ", kind="member_named").records[0]
    assert record.facts == {"unit": "headquarters", "function": "public"}
    assert [word for word in ("Very", "994", "secret") if word.encode() in record.octets] == []


def test_a_member_leaves_once(name, person) -> None:
    code = name()
    actions.let_leave(election="az2024", member=code, by=person("ben"), at=AT)
    assert Member.objects.get(code=code).left_at == AT
    assert refusal(actions.let_leave, election="az2024", member=code, by=person("ben"), at=AT) == "D108"


def test_the_other_institution_lets_nobody_leave(name, person) -> None:
    assert refusal(actions.let_leave, election="az2024", member=name(), by=person("ana"), at=AT) == "D105"


def test_an_unknown_member_is_not_found(person) -> None:
    with pytest.raises(OutOfScope):
        actions.let_leave(election="az2024", member="none", by=person("ben"), at=AT)


@pytest.mark.parametrize("facts", [{"kind": "party"}, {"order_number": ""}])
def test_the_table_holds_its_rules_itself(facts) -> None:
    whole = {"election_id": "az2024", "code": "x", "body": "b", "kind": "headquarters", "order_number": "1"} | facts
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.create(order_date=date(2024, 1, 22), at=AT, **whole)
