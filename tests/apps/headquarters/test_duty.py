"""Duty: the rota of 7 and 8 February 2024, its problems, the log of calls and orders, handing a shift over."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from legation.accounts.actions import joint
from legation.accounts.queries.people import actor_by_code
from legation.base.actors import OutOfScope
from legation.headquarters import actions
from legation.headquarters.convert.duty import ShiftValue
from legation.headquarters.models import Entry, HandOver, Shift
from legation.headquarters.queries import duty
from legation.headquarters.queries.calling import call_list
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation_core.duty.calling import Reach
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
NIGHT = datetime(2024, 2, 7, 23, tzinfo=UTC)
"""8 February, 03:00 in Baku: when the night shift begins."""
pytestmark = pytest.mark.django_db


def refusal(action, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(*given, **named)
    return refused.value.code


def rota(person: str = "ben") -> duty.Rota:
    return duty.rotas(actor_by_code(person, AT), plan.election("az2024"))


def shift_of(name: str) -> ShiftValue:
    return next(one for one in rota().shifts if one.name == name)


@pytest.fixture
def keep(person) -> Callable[..., str]:
    def make(by: str = "ben", **named: object) -> str:
        facts = {"kind": "call_in", "text": "Asks when the ballots arrive", "mission": "berlin"} | named
        return actions.keep_entry(election="az2024", by=person(by), at=AT, **facts)

    return make


def propose(by: str = "ben", at: datetime = NIGHT, **named: object) -> str:
    leaving, night = shift_of("Ben"), shift_of("Mina")
    facts = {"shift": leaving.code, "incoming": night.code, "open_items": [], "text": "Quiet."} | named
    return actions.hand_over_shift.propose(election="az2024", by=actor_by_code(by, at), at=at, **facts)


def test_both_institutions_fill_twenty_eight_hours_without_a_gap() -> None:
    found = rota()
    assert (found.span.hours, found.findings) == (28, ())
    assert [(one.body, one.starts, one.ends) for one in found.shifts if one.body == "ministry"] == [
        ("ministry", NIGHT + timedelta(hours=start), NIGHT + timedelta(hours=end))
        for start, end in ((-24, -16), (-16, -8), (-8, 0), (0, 4))
    ]


def test_an_hour_that_nobody_fills_and_a_person_twice_are_shown(person) -> None:
    night, leaving = shift_of("Mina"), shift_of("Ben")
    actions.remove_shift(election="az2024", shift=night.code, by=person("ben"), at=AT)
    twice = [(leaving.member, leaving.starts - timedelta(hours=1), leaving.starts + timedelta(hours=1))]
    actions.assign_duty(election="az2024", shifts=twice, by=person("ben"), at=AT)
    assert [(one.kind, one.span.starts, one.span.hours) for one in rota().findings] == [
        ("double", leaving.starts, 1),
        ("unfilled", night.starts, 4),
    ]


def test_nobody_fills_the_rota_of_the_other_institution(person) -> None:
    one = shift_of("Mina")
    assert refusal(actions.remove_shift, election="az2024", shift=one.code, by=person("ana"), at=AT) == "D105"
    with pytest.raises(OutOfScope):
        shifts = [(one.member, one.starts, one.ends)]
        actions.assign_duty(election="az2024", shifts=shifts, by=person("ana"), at=AT)


def test_the_record_of_duty_names_nobody(person) -> None:
    record = log.records(jurisdiction="AZ", kind="duty_assigned").records[0]
    assert record.facts == {"shifts": 4, "starts": "2024-02-06T23:00Z", "ends": "2024-02-08T03:00Z"}


@pytest.mark.parametrize(("shifts", "code"), [([], "D102"), ([("x", NIGHT, NIGHT)], "D101")])
def test_duty_that_cannot_be_assigned(person, shifts, code) -> None:
    assert refusal(actions.assign_duty, election="az2024", shifts=shifts, by=person("ben"), at=AT) == code


def test_an_entry_is_kept_followed_up_and_closed(keep, person) -> None:
    code = keep(due=NIGHT)
    value = plan.election("az2024")
    assert [one.code for one in duty.open_entries(value, "ministry")] == [code]
    actions.close_entry(election="az2024", entry=code, outcome="Told.", by=person("ben"), at=AT)
    assert (duty.open_entries(value, "ministry"), duty.entry(value, code).outcome) == ((), "Told.")


def test_each_institution_reads_its_own_log(keep, as_person) -> None:
    keep(text="Only for the ministry")
    pages = {who: as_person(who).get("/az2024/headquarters/log/").content.decode() for who in ("ben", "ana", "gus")}
    assert {who: "Only for the ministry" in page for who, page in pages.items()} == {
        "ben": True, "ana": False, "gus": True,
    }  # fmt: skip


@pytest.mark.parametrize(("outcome", "first", "code"), [(" ", True, "D117"), ("Done.", False, "D116")])
def test_an_entry_that_cannot_be_closed(keep, person, outcome, first, code) -> None:
    entry = keep(follow_up=first)
    assert (
        refusal(actions.close_entry, election="az2024", entry=entry, outcome=outcome, by=person("ben"), at=AT) == code
    )


def test_what_was_said_stays_out_of_the_log(keep) -> None:
    code = keep(text="Something secret", follow_up=True)
    record = log.records(jurisdiction="AZ", kind="entry_kept").records[0]
    assert record.facts == {"entry": code, "follow_up": "yes"}
    assert b"secret" not in record.octets


def test_an_entry_says_something(keep) -> None:
    assert refusal(keep, text=" ") == "D115"


def test_a_shift_is_handed_over_by_two_persons(keep) -> None:
    item = keep(follow_up=True)
    code = propose(open_items=[item])
    assert HandOver.objects.count() == 0
    joint.confirm(code=code, by=actor_by_code("mina", NIGHT), at=NIGHT)
    row = HandOver.objects.get()
    assert (row.shift.member.name, row.incoming.member.name, row.items) == ("Ben", "Mina", [item])
    record = log.records(jurisdiction="AZ", kind="shift_handed_over").records[0]
    assert record.facts == {"ended": "2024-02-07T23:00Z", "open_items": 1}


def test_nobody_else_takes_the_shift_over() -> None:
    code = propose()
    assert refusal(joint.confirm, code=code, by=actor_by_code("ben", NIGHT), at=NIGHT) == "A500"
    assert refusal(joint.confirm, code=code, by=actor_by_code("eli", NIGHT), at=NIGHT) == "A501"


def test_another_person_of_the_ministry_takes_nothing_over(person) -> None:
    code = propose()
    night = Shift.objects.get(code=shift_of("Mina").code)
    night.member.person = ""
    night.member.save(update_fields=["person"])
    assert refusal(joint.confirm, code=code, by=actor_by_code("mina", NIGHT), at=NIGHT) == "D113"


def test_what_cannot_be_handed_over() -> None:
    early = shift_of("Ben").starts - timedelta(seconds=1)
    assert refusal(propose, at=early) == "D111"
    assert refusal(propose, by="mina") == "D110"
    assert refusal(propose, incoming=shift_of("Ben").code) == "D112"


def test_a_shift_that_was_handed_over_stays_and_is_handed_over_once(person) -> None:
    joint.confirm(code=propose(), by=actor_by_code("mina", NIGHT), at=NIGHT)
    shift = shift_of("Ben").code
    assert refusal(propose, text="Again.") == "D114"
    assert refusal(actions.remove_shift, election="az2024", shift=shift, by=person("ben"), at=AT) == "D118"


def test_the_call_list_begins_with_whom_one_may_call() -> None:
    lines = call_list(plan.election("az2024"), AT)
    assert [line.answer.reach for line in lines] == sorted(line.answer.reach for line in lines)
    reached = {line.mission.code: line.answer.reach for line in lines}
    assert (len(lines), reached["los-angeles"], reached["seoul"]) == (46, Reach.AWAKE, Reach.AT_WORK)


def test_an_open_station_is_called_at_any_hour() -> None:
    reached = {line.mission.code: line.answer.reach for line in call_list(plan.election("az2024"), NIGHT)}
    assert (reached["los-angeles"], reached["seoul"]) == (Reach.AT_STATION, Reach.AWAKE)


@pytest.mark.parametrize("facts", [{"kind": "party"}, {"text": ""}, {"outcome": "x"}])
def test_the_table_of_entries_holds_its_rules_itself(facts) -> None:
    whole = {"election_id": "az2024", "code": "x", "body": "b", "kind": "note", "text": "t"} | facts
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(happened_at=AT, at=AT, **whole)
