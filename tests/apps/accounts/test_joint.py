"""Acts by two persons: proposed, confirmed, refused, withdrawn, lapsed; done single-handed; by whom, by whom never."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from legation.accounts import actions as accounts
from legation.accounts.actions import joint
from legation.accounts.models import JointAct, RoleGrant, User
from legation.accounts.permissions.joint import Place
from legation.accounts.queries import joint as queries
from legation.accounts.queries.people import actor_of
from legation.base.actors import Actor, Grant, OutOfScope, ScopeRef
from legation.integrity import queries as log
from legation.plan import actions as plan
from legation.plan import queries as elections
from legation.stations import actions as stations
from legation.stations.models import Station
from legation_core.powers.four_eyes import OWED_WITHIN, WAITS, Needs, State
from legation_core.problems import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
Person = Callable[[str], Actor]


@pytest.fixture
def moving(person: Person) -> str:
    """Ana proposes that the election day moves by a week."""
    return plan.move_election_day.propose(**MOVE, by=person("ana"), at=AT)


@pytest.fixture
def closing(person: Person) -> str:
    """Cora proposes to close the station in Tabriz; the lawbook has the central commission confirm."""
    return stations.close_station.propose(**CLOSE, by=person("cora"), at=AT)


MOVE: dict[str, Any] = {"code": "az2024", "seen": date(2024, 2, 7), "to": date(2024, 2, 14), "reason": "a flood"}
CLOSE: dict[str, Any] = {"election": "az2024", "station": "tabriz", "reason": "the hall burnt"}


def kinds(count: int) -> list[str]:
    """The kinds of the newest records, oldest first."""
    return [one.kind for one in reversed(log.records(jurisdiction="AZ").records[:count])]


def day() -> date:
    return elections.election("az2024").election_day


def made(person: str, role: str, scope: ScopeRef) -> Actor:
    """A further account that holds one role."""
    grant = Grant(role, "AZ", "", scope, AT)
    operator = actor_of("operator", Grant("operator", "AZ", "", ScopeRef("jurisdiction", "AZ"), AT))
    accounts.create_account(code=person, name=person.title(), grants=(grant,), by=operator, at=AT)
    return actor_of(person, grant)


def test_a_joint_act_called_plainly_is_refused(person: Person) -> None:
    with pytest.raises(Refused, match="A507"):
        plan.move_election_day(**MOVE, by=person("ana"), at=AT)


def test_proposing_changes_nothing_but_the_record(moving: str) -> None:
    assert (day(), kinds(1)) == (date(2024, 2, 7), ["joint_act_proposed"])


def test_the_record_of_a_proposal_names_no_person(moving: str) -> None:
    record = log.records(jurisdiction="AZ").records[0]
    assert (record.facts, record.body, record.subject) == (
        {"act": "move_election_day", "reference": moving},
        "central_commission",
        "election",
    )


def test_the_second_person_does_it_by_confirming(moving: str, person: Person) -> None:
    joint.confirm(code=moving, by=person("eli"), at=AT)
    assert (day(), kinds(2)) == (date(2024, 2, 14), ["joint_act_confirmed", "election_day_moved"])


def test_confirming_again_acts_once(moving: str, person: Person) -> None:
    joint.confirm(code=moving, by=person("eli"), at=AT)
    size = log.size()
    joint.confirm(code=moving, by=person("eli"), at=AT)
    assert log.size() == size


def test_proposing_again_is_the_same_proposal(moving: str, person: Person) -> None:
    assert plan.move_election_day.propose(**MOVE, by=person("ana"), at=AT) == moving


@pytest.mark.parametrize(
    ("second", "code"), [("ana", "A500"), ("ben", "A501"), ("gus", "A001")], ids=["oneself", "ministry", "auditor"]
)
def test_who_cannot_be_the_second(moving: str, person: Person, second: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        joint.confirm(code=moving, by=person(second), at=AT)
    assert day() == date(2024, 2, 7)


@pytest.mark.parametrize("second", ["cora", "fara", "dan"])
def test_out_of_scope_it_does_not_exist(moving: str, person: Person, second: str) -> None:
    with pytest.raises(OutOfScope):
        joint.confirm(code=moving, by=person(second), at=AT)


def test_a_second_account_of_the_same_person_is_no_second_person(moving: str, person: Person) -> None:
    other = made("ana-2", "commission_officer", ScopeRef("jurisdiction", "AZ"))
    accounts.join_accounts(first="ana", second="ana-2", by=person("eli"), at=AT)
    assert person("ana-2").person == "ana"
    with pytest.raises(Refused, match="A500"):
        joint.confirm(code=moving, by=person("ana-2"), at=AT)
    assert other.person == "ana-2"


def test_joining_the_accounts_afterwards_counts_too(person: Person) -> None:
    made("zoe", "commission_chair", ScopeRef("jurisdiction", "AZ"))
    code = plan.move_election_day.propose(**MOVE, by=person("zoe"), at=AT)
    accounts.join_accounts(first="eli", second="zoe", by=person("ana"), at=AT)
    with pytest.raises(Refused, match="A500"):
        joint.confirm(code=code, by=person("eli"), at=AT)


def test_accounts_are_joined_once_and_within_a_jurisdiction(person: Person) -> None:
    accounts.join_accounts(first="ana", second="eli", by=person("ben"), at=AT)
    with pytest.raises(Refused, match="A511"):
        accounts.join_accounts(first="eli", second="ana", by=person("ben"), at=AT)
    with pytest.raises(OutOfScope):
        accounts.join_accounts(first="ana", second="dan", by=person("ben"), at=AT)
    with pytest.raises(OutOfScope):
        accounts.join_accounts(first="ben", second="cora", by=person("cora"), at=AT)


def test_a_proposal_is_refused_by_the_rules_of_its_act(person: Person) -> None:
    with pytest.raises(Refused, match="A036"):
        plan.move_election_day.propose(**MOVE | {"seen": date(2024, 2, 8)}, by=person("ana"), at=AT)
    with pytest.raises(Refused, match="A001"):
        plan.move_election_day.propose(**MOVE, by=person("eli"), at=AT)
    assert JointAct.objects.filter(act="move_election_day").count() == 0


def test_the_rules_of_the_act_hold_when_it_is_confirmed(moving: str, person: Person) -> None:
    other = plan.move_election_day.propose(**MOVE | {"to": date(2024, 2, 21)}, by=person("ana"), at=AT)
    joint.confirm(code=other, by=person("eli"), at=AT)
    with pytest.raises(Refused, match="A036"):
        joint.confirm(code=moving, by=person("eli"), at=AT)
    assert (day(), JointAct.objects.get(code=moving).ended) == (date(2024, 2, 21), "")


def test_who_proposed_must_still_hold_the_role(moving: str, person: Person) -> None:
    RoleGrant.objects.filter(user__code="ana").update(until=AT + timedelta(hours=1))
    with pytest.raises(Refused, match="A509"):
        joint.confirm(code=moving, by=person("eli"), at=AT + timedelta(hours=2))


def test_refusing_needs_a_reason_and_ends_it(moving: str, person: Person) -> None:
    with pytest.raises(Refused, match="A510"):
        joint.refuse(code=moving, reason=" ", by=person("eli"), at=AT)
    joint.refuse(code=moving, reason="no quorum", by=person("eli"), at=AT)
    assert (day(), kinds(1)) == (date(2024, 2, 7), ["joint_act_refused"])
    assert queries.one(person("ana"), moving, AT).reason == "no quorum"
    with pytest.raises(Refused, match="A502"):
        joint.confirm(code=moving, by=person("eli"), at=AT)


def test_withdrawing_is_the_proposers(moving: str, person: Person) -> None:
    with pytest.raises(Refused, match="A503"):
        joint.withdraw(code=moving, by=person("eli"), at=AT)
    joint.withdraw(code=moving, by=person("ana"), at=AT)
    assert queries.one(person("eli"), moving, AT).state is State.WITHDRAWN


def test_a_proposal_lapses_and_can_be_made_anew(moving: str, person: Person) -> None:
    later = AT + WAITS
    assert queries.one(person("ana"), moving, later).state is State.LAPSED
    with pytest.raises(Refused, match="A502"):
        joint.confirm(code=moving, by=person("eli"), at=later)
    anew = plan.move_election_day.propose(**MOVE, by=person("ana"), at=later)
    assert (anew == moving, queries.one(person("ana"), moving, later).state) == (False, State.LAPSED)


def test_where_the_lawbook_names_who_confirms_only_they_do(closing: str, person: Person) -> None:
    for second in ("ben", "cora"):
        with pytest.raises(Refused, match=r"A50[01]"):
            joint.confirm(code=closing, by=person(second), at=AT)
    assert Station.objects.get(code="tabriz", election="az2024").state == "numbered"
    joint.confirm(code=closing, by=person("eli"), at=AT)
    assert Station.objects.get(code="tabriz", election="az2024").state == "closed"


def test_nobody_acts_alone_in_place_of_who_confirms(person: Person) -> None:
    with pytest.raises(Refused, match="A506"):
        stations.close_station.do_alone("nobody here", **CLOSE, by=person("cora"), at=AT)


def test_at_home_nobody_acts_alone(person: Person) -> None:
    with pytest.raises(Refused, match="A505"):
        plan.move_election_day.do_alone("everybody has left", **MOVE, by=person("ana"), at=AT)


@pytest.fixture
def unconfirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A law that names nobody to confirm the closing of a station."""

    def place(*, by: Actor, **given: object) -> Place:
        found = usual(by=by, **given)
        return Place(
            needs=Needs("head_of_mission"),
            jurisdiction="AZ",
            election="az2024",
            body="head_of_mission",
            scopes=found.scopes,
        )

    usual = stations.close_station.place
    monkeypatch.setattr(stations.close_station, "place", place)


@pytest.fixture
def alone(unconfirmed: None, person: Person) -> str:
    """Cora closes her station single-handed."""
    return stations.close_station.do_alone("the only officer; no line", **CLOSE, by=person("cora"), at=AT)


def test_a_single_handed_act_takes_effect_and_owes_a_confirmation(alone: str, person: Person) -> None:
    one = queries.one(person("cora"), alone, AT)
    assert Station.objects.get(code="tabriz", election="az2024").state == "closed"
    assert (one.state, one.due) == (State.SINGLE_HANDED, AT + OWED_WITHIN)
    assert kinds(2) == ["joint_act_single_handed", "station_closed"]


@pytest.mark.parametrize("who", ["ana", "eli", "ben", "fara", "gus"])
def test_a_single_handed_act_is_shown_to_both_institutions(alone: str, person: Person, who: str) -> None:
    assert [one.code for one in queries.waiting_ones(person(who), AT)] == [alone]


def test_a_named_person_confirms_afterwards_from_afar(alone: str, person: Person) -> None:
    size = log.size()
    joint.confirm(code=alone, by=person("ben"), at=AT + timedelta(hours=3))
    one = queries.one(person("ana"), alone, AT)
    assert (one.state, one.ended_name) == (State.CONFIRMED_AFTERWARDS, "Ben")
    assert (log.size() - size, kinds(1)) == (1, ["joint_act_confirmed_afterwards"])


def test_the_confirmation_is_overdue_after_a_day_and_still_possible(alone: str, person: Person) -> None:
    late = AT + OWED_WITHIN
    assert queries.one(person("ben"), alone, late).state is State.OVERDUE
    joint.confirm(code=alone, by=person("ben"), at=late)
    assert queries.one(person("ben"), alone, late).state is State.CONFIRMED_AFTERWARDS


def test_an_objection_leaves_the_act_and_stands(alone: str, person: Person) -> None:
    joint.refuse(code=alone, reason="a line was open", by=person("fara"), at=AT)
    assert queries.one(person("ana"), alone, AT).state is State.OBJECTED
    assert (Station.objects.get(code="tabriz", election="az2024").state, kinds(1)) == ("closed", ["joint_act_objected"])


def test_a_refused_single_handed_act_leaves_nothing(unconfirmed: None, person: Person) -> None:
    before = JointAct.objects.count()
    with pytest.raises(Refused, match="A054"):
        stations.close_station.do_alone("the only officer", **CLOSE | {"reason": " "}, by=person("cora"), at=AT)
    assert JointAct.objects.count() == before


def test_who_sees_what_waits(moving: str, closing: str, person: Person) -> None:
    seen = {who: [one.code for one in queries.waiting_ones(person(who), AT)] for who in ("ana", "cora", "ben", "gus")}
    assert seen == {"ana": [moving, closing], "cora": [closing], "ben": [], "gus": [moving, closing]}


def test_who_may_be_the_second(moving: str, closing: str, person: Person) -> None:
    def may(who: str, code: str) -> bool:
        return queries.may_second(person(who), queries.one(person(who), code, AT))

    assert [may("ana", moving), may("eli", moving), may("ana", closing), may("cora", closing)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_another_jurisdiction_sees_nothing(moving: str, person: Person) -> None:
    with pytest.raises(OutOfScope):
        queries.one(person("dan"), moving, AT)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_one_query(count: int, person: Person, django_assert_num_queries: Any) -> None:
    for number in range(count):
        plan.move_election_day.propose(**MOVE | {"reason": f"flood {number}"}, by=person("ana"), at=AT)
    by = person("eli")
    with django_assert_num_queries(1):
        assert len(queries.waiting_ones(by, AT)) == count


def test_the_table_itself_asks_for_two_persons(moving: str) -> None:
    with pytest.raises(IntegrityError, match="joint_act_has_two_persons"), transaction.atomic():
        JointAct.objects.filter(code=moving).update(
            ended="confirmed", ended_by=F("proposed_by"), ended_at=AT, open_key=None
        )


def test_accounts_are_of_a_person_of_their_own() -> None:
    assert set(User.objects.values_list("code", "person")) == {
        (code, code) for code in User.objects.values_list("code", flat=True)
    }


def test_the_demonstration_shows_acts_by_two_persons_and_one_by_one(person: Person) -> None:
    found = [(one.act, one.name, one.ended_name, one.state.value) for one in queries.ended_ones(person("ana"), AT)]
    assert found == [
        ("sign_report", "Ben", "Ana", "confirmed"),
        ("create_station", "Head of mission, Los Angeles", "Ben", "confirmed_afterwards"),
        ("open_election", "Ana", "Eli", "confirmed"),
        ("adopt_lawbook", "Ana", "Eli", "confirmed"),
    ]


@pytest.fixture
def alone_after_all(unconfirmed: None, person: Person) -> str:
    """Cora proposed to close her station; then nobody could be reached."""
    code = stations.close_station.propose(**CLOSE, by=person("cora"), at=AT)
    joint.go_alone(code=code, because="no line", by=person("cora"), at=AT + timedelta(hours=2))
    return code


def test_who_waits_in_vain_may_go_on_alone(alone_after_all: str, person: Person) -> None:
    one = queries.one(person("ben"), alone_after_all, AT + timedelta(hours=2))
    assert Station.objects.get(code="tabriz", election="az2024").state == "closed"
    assert (one.state, one.alone_because, one.due) == (State.SINGLE_HANDED, "no line", AT + timedelta(hours=26))
    assert kinds(2) == ["joint_act_single_handed", "station_closed"]


def test_going_on_alone_is_the_proposers_and_once(alone_after_all: str, moving: str, person: Person) -> None:
    for who, code, refused in (("cora", alone_after_all, "A502"), ("eli", moving, "A503"), ("ana", moving, "A505")):
        with pytest.raises(Refused, match=refused):
            joint.go_alone(code=code, because="nobody", by=person(who), at=AT)


def test_arguments_come_back_as_they_were(moving: str) -> None:
    row = JointAct.objects.get(code=moving)
    assert json.loads(row.arguments) == {
        "code": "az2024", "reason": "a flood", "seen": "2024-02-07", "to": "2024-02-14",
    }  # fmt: skip
