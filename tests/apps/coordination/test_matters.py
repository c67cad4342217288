"""Matters: raised, taken, decided by both, carried out, closed; who sees what; refusals; the minutes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from legation.accounts.actions import joint
from legation.base.actors import OutOfScope
from legation.coordination import actions
from legation.coordination.models import Matter, MatterOption
from legation.coordination.queries import matters as queries
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation_core.problems import Refused
from tests.apps.coordination.matters import AT, agreed, newest, raised, settled

pytestmark = pytest.mark.django_db


def refusal(action: Callable[..., Any], **given: Any) -> str:
    with pytest.raises(Refused) as refused:
        action(**given)
    return refused.value.code


def about(code: str, by: object) -> dict[str, Any]:
    return {"election": "az2024", "code": code, "by": by, "at": AT}


def test_a_matter_from_its_raising_to_its_end(person) -> None:
    code = raised(person("head-berlin"))
    for who in ("ben", "eli"):
        actions.take_matter(**about(code, person(who)))
    actions.offer_option(**about(code, person("ben")), text="Rent a hall")
    actions.offer_option(**about(code, person("eli")), text="Vote at the embassy")
    agreed(person, code, 2, "Vote at the embassy", first="ben", second="eli")
    actions.name_effect(**about(code, person("ben")), link="station:berlin")
    actions.close_matter(**about(code, person("ben")), closing="")
    one = queries.matter_for(person("gus"), plan.election("az2024"), code)
    assert (str(one.state), one.decision, one.effects, dict(one.owners)) == (
        "closed", 2, 1, {"ministry": "ben", "central_commission": "eli"},
    )  # fmt: skip
    assert newest(9) == [
        "matter_taken", "matter_taken", "matter_option_offered", "matter_option_offered", "joint_act_proposed",
        "joint_act_confirmed", "matter_decided", "matter_changed", "matter_closed",
    ]  # fmt: skip


def test_both_institutions_agree_and_neither_alone(person) -> None:
    code = settled(person)
    given = {**about(code, person("ben")), "option": 1, "decision": "Vote at the embassy"}
    assert refusal(actions.decide_matter, **given) == "A507"
    act = actions.decide_matter.propose(**given)
    for who in ("ben",):
        assert refusal(joint.confirm, code=act, by=person(who), at=AT) == "A500"
    assert Matter.objects.get(code=code).state == "taken"
    joint.confirm(code=act, by=person("ana"), at=AT)
    assert Matter.objects.get(code=code).state == "decided"


def test_a_colleague_of_the_same_institution_is_no_second_person(person) -> None:
    code = settled(person)
    given = {**about(code, person("eli")), "option": 1, "decision": "Vote at the embassy"}
    act = actions.decide_matter.propose(**given)
    assert refusal(joint.confirm, code=act, by=person("ana"), at=AT) == "A501"
    joint.confirm(code=act, by=person("ben"), at=AT)


def test_what_was_read_is_what_is_decided(person) -> None:
    code = settled(person)
    given = {**about(code, person("ben")), "option": 1, "decision": "Something else"}
    assert refusal(actions.decide_matter.propose, **given) == "M105"


def test_a_mission_sees_and_remarks_its_own_and_no_other(person) -> None:
    own, home = raised(person("head-berlin")), raised(person("ben"))
    concerned = raised(person("ben"), mission="rome")
    value = plan.election("az2024")
    seen = {
        who: {one.code for one in queries.matters_for(person(who), value)}
        for who in ("head-berlin", "head-rome", "cora", "fara", "gus", "ana")
    }
    everything = {own, home, concerned}
    assert seen == {
        "head-berlin": {own}, "head-rome": {concerned}, "cora": set(), "fara": set(), "gus": everything,
        "ana": everything,
    }  # fmt: skip
    actions.remark(**about(concerned, person("head-rome")), text="The hall is free on Monday")
    with pytest.raises(OutOfScope):
        actions.remark(**about(concerned, person("head-berlin")), text="No")
    assert refusal(actions.take_matter, **about(own, person("head-berlin"))) == "A001"


def test_a_station_raises_what_its_mission_does_not_see(person) -> None:
    code = raised(person("cora", "station_chair"))
    value = plan.election("az2024")
    assert [one.code for one in queries.matters_for(person("cora", "mission_head"), value)] == []
    assert [one.code for one in queries.matters_for(person("cora", "station_chair"), value)] == [code]


REFUSED = {
    "no text": (lambda person: {"text": " "}, "M109"),
    "a mission that does not exist": (lambda person: {"mission": "atlantis"}, "M114"),
    "a time that passed": (lambda person: {"due": AT - timedelta(hours=1)}, "M108"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_raised(person, case) -> None:
    given, code = case
    facts = {"election": "az2024", "title": "A hall", "text": "Refused", "by": person("ben"), "at": AT}
    assert refusal(actions.raise_matter, **facts | given(person)) == code


def test_steps_are_refused_by_their_codes(person) -> None:
    code = raised(person("ben"))
    ben = about(code, person("ben"))
    assert refusal(actions.set_due, **ben, due=AT + timedelta(days=1), reason="host asks") == "M103"
    actions.take_matter(**ben)
    assert refusal(actions.take_matter, **ben) == "M104"
    assert refusal(actions.set_due, **ben, due=AT + timedelta(days=1), reason=" ") == "M107"
    assert refusal(actions.close_matter, **ben, closing="x") == "M101"
    assert refusal(actions.name_effect, **ben, link="station:berlin") == "M101"
    actions.set_due(**ben, due=AT + timedelta(days=1), reason="the host asks for it")
    assert Matter.objects.get(code=code).due == AT + timedelta(days=1)


def test_an_owner_is_replaced_and_the_history_stays(person) -> None:
    code = settled(person)
    actions.take_matter(**about(code, person("ana")))
    one = queries.matter_for(person("ana"), plan.election("az2024"), code)
    assert dict(one.owners) == {"ministry": "ben", "central_commission": "ana"}
    assert [matter.code for matter in queries.waiting(person("eli"), [one])] == []


def test_what_is_opened_again_can_be_decided_anew(person) -> None:
    code = settled(person)
    agreed(person, code, 1, "Vote at the embassy", first="ben", second="ana")
    assert refusal(actions.reopen_matter, **about(code, person("ben")), reason=" ") == "M107"
    actions.reopen_matter(**about(code, person("ben")), reason="The host allows nothing there")
    assert (Matter.objects.get(code=code).state, MatterOption.objects.filter(matter__code=code).count()) == ("taken", 1)


def test_what_a_matter_says_is_never_public(person) -> None:
    code = settled(person)
    actions.remark(**about(code, person("head-berlin")), text="Ask Frau Muster")
    leaves = b"".join(bytes(one.octets) for one in Leaf.objects.filter(subject=f"matter:{code}"))
    assert code.encode() in leaves
    assert [word for word in (b"hall", b"embassy", b"Muster", b"ben", b"eli") if word in leaves] == []


def test_the_minutes_are_made_of_matters_and_signed_by_both(person) -> None:
    code = settled(person)
    value = plan.election("az2024")
    number = actions.draw_up_minutes(election="az2024", by=person("ben"), at=AT)
    again = actions.draw_up_minutes(election="az2024", by=person("eli"), at=AT + timedelta(minutes=5))
    one = queries.minutes_of(value, number)
    assert (number, again, one.matters) == (1, 1, 1)
    assert [(part, [row["code"] for row in rows]) for part, rows in one.parts] == [("new", [code])]
    given = {"election": "az2024", "number": 1, "by": person("ben"), "at": AT}
    assert refusal(actions.sign_minutes.propose, **given, sha256="0" * 64) == "M113"
    act = actions.sign_minutes.propose(**given, sha256=one.digest)
    joint.confirm(code=act, by=person("ana"), at=AT)
    assert queries.minutes_of(value, 1).signed_at == AT
    assert refusal(actions.sign_minutes.propose, **given, sha256=one.digest) == "M112"
    assert actions.draw_up_minutes(election="az2024", by=person("ben"), at=AT + timedelta(days=1)) == 2


def test_minutes_that_changed_since_they_were_signed_by_the_first_are_not_signed(person) -> None:
    settled(person)
    actions.draw_up_minutes(election="az2024", by=person("ben"), at=AT)
    digest = queries.minutes_of(plan.election("az2024"), 1).digest
    act = actions.sign_minutes.propose(election="az2024", number=1, sha256=digest, by=person("ben"), at=AT)
    actions.draw_up_minutes(election="az2024", by=person("eli"), at=AT + timedelta(minutes=9))
    assert refusal(joint.confirm, code=act, by=person("ana"), at=AT + timedelta(minutes=10)) == "M113"


def test_a_meeting_without_matters_has_no_minutes(person) -> None:
    assert refusal(actions.draw_up_minutes, election="az2024", by=person("ben"), at=AT) == "M111"


def test_the_next_meeting_is_at_ten_at_home() -> None:
    value = plan.election("az2024")
    assert queries.next_meeting(value, AT) == datetime(2024, 1, 23, 6, tzinfo=UTC)
    assert queries.next_meeting(value, AT + timedelta(hours=1)) == datetime(2024, 1, 24, 6, tzinfo=UTC)


def test_as_many_queries_for_three_as_for_one(person, django_assert_num_queries) -> None:
    value = plan.election("az2024")
    settled(person)
    with django_assert_num_queries(6):
        queries.matters(value)
    raised(person("ben"))
    settled(person)
    with django_assert_num_queries(6):
        queries.matters(value)


def test_a_matter_names_its_place(as_person, person) -> None:
    raised(person("cora"))
    (one,) = queries.matters(plan.election("az2024"))
    assert (one.place, one.place_name) == ("tabriz", "Tabriz")
    assert ">Tabriz</td>" in as_person("ben").get("/az2024/matters/").content.decode()
