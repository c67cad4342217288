"""Acts on seminars: planning, inviting by rule, answering, reminding."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from legation.base.actors import OutOfScope
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation.training import actions
from legation.training.models import Participant, Seat, Seminar
from legation.training.queries import places
from legation.training.queries import seminars as queries
from legation.training.queries.invitations import icalendar_of
from legation_core.problems import Refused
from legation_core.training.audience import Rule
from legation_core.training.states import Answer
from tests.apps.training.conftest import AT

pytestmark = pytest.mark.django_db


def seat_of(code: str, of: str) -> Seat:
    return Seat.objects.get(seminar__code=code, of=of)


def answered(person, code: str, of: str = "tabriz", by: str = "cora", **facts) -> None:
    given = {"answer": Answer.YES, "name": "Somebody"} | facts
    actions.answer(election="az2024", code=code, seat=seat_of(code, of).code, by=person(by), at=AT, **given)


def refused(do, **facts) -> str:
    with pytest.raises(Refused) as told:
        do(**facts)
    return told.value.code


def test_the_rule_asks_46_representatives_and_4_chairs(invited) -> None:
    code = invited(Rule())
    kinds = list(Seat.objects.filter(seminar__code=code).values_list("kind", flat=True))
    assert (kinds.count("representative"), kinds.count("chair"), kinds.count("unit")) == (46, 4, 0)


def test_each_seat_goes_to_the_session_of_its_hours(invited) -> None:
    code = invited()
    numbers = {of: seat_of(code, of).session.number for of in ("seoul", "tabriz", "washington", "los-angeles", "17")}
    assert numbers == {"seoul": 1, "tabriz": 1, "washington": 2, "los-angeles": 2, "17": 1}


def test_inviting_again_asks_whom_the_rule_names_since(invited, person) -> None:
    code = invited()
    Seat.objects.filter(seminar__code=code, of="kars").delete()
    until = AT + timedelta(days=1)
    facts = {"election": "az2024", "code": code, "answer_by": until, "by": person("ben"), "at": AT}
    assert (actions.invite(**facts), actions.invite(**facts)) == (1, 0)
    assert Seat.objects.filter(seminar__code=code).count() == 51


def test_nobody_is_invited_to_an_empty_agenda(planned, person) -> None:
    code = planned()
    (module,) = queries.modules(queries.seminar_for(person("ben"), plan.election("az2024"), code))
    about = {"election": "az2024", "code": code, "by": person("ben"), "at": AT}
    actions.remove_module(module=module.code, **about)
    assert refused(actions.invite, answer_by=AT, **about) == "S112"


def test_what_was_told_to_people_is_not_changed(invited, person) -> None:
    code = invited()
    about = {"election": "az2024", "code": code, "by": person("ben"), "at": AT}
    assert refused(actions.set_sessions, starts=[AT], **about) == "S110"
    assert refused(actions.remove_module, module="x", **about) == "S110"
    actions.cancel_seminar(**about)
    assert Seminar.objects.get(code=code).state == "cancelled"
    assert refused(actions.cancel_seminar, **about) == "S110"


def test_a_mission_answers_for_its_own_seat_alone(invited, person) -> None:
    code = invited()
    answered(person, code)
    assert (seat_of(code, "tabriz").answer, seat_of(code, "kars").answer) == ("yes", "none")
    with pytest.raises(OutOfScope):
        answered(person, code, of="kars")
    with pytest.raises(OutOfScope):
        answered(person, code, of="17")
    answered(person, code, of="17", by="fara")
    answered(person, code, of="Consular department", by="ben")


def test_a_later_answer_takes_the_place_of_the_one_before(invited, person) -> None:
    code = invited()
    answered(person, code)
    answered(person, code, answer=Answer.SUBSTITUTE, name="Another", session=2)
    standing = Participant.objects.filter(seat__seminar__code=code, withdrawn_at=None)
    assert [(one.name, one.substitute) for one in standing] == [("Another", True)]
    assert seat_of(code, "tabriz").session.number == 2
    answered(person, code, answer=Answer.NO, name="", reason="no line")
    assert standing.all().count() == 0


def test_answers_that_cannot_be_kept_are_refused(invited, person) -> None:
    code = invited()
    about = {"person": person, "code": code}
    assert refused(answered, **about, name=" ") == "S114"
    assert refused(answered, **about, answer=Answer.NONE) == "S115"
    assert refused(answered, **about, session=9) == "S116"
    assert refused(answered, **about, station="kars", function="chair") == "S119"
    assert refused(answered, **about, station="tabriz") == "S119"


def test_who_serves_in_a_commission_is_named_with_the_station(invited, person) -> None:
    code = invited()
    answered(person, code, station="tabriz", function="chair")
    facts = {"election": "az2024", "code": code, "seat": seat_of(code, "tabriz").code, "by": person("cora"), "at": AT}
    actions.add_participant(name="Further", station="tabriz", function="secretary", **facts)
    seminar = queries.seminar_for(person("ben"), plan.election("az2024"), code)
    people = queries.participants(seminar)[seat_of(code, "tabriz").pk]
    assert [(one.name, one.function, one.further) for one in people] == [
        ("Somebody", "chair", False), ("Further", "secretary", True),
    ]  # fmt: skip


def test_records_name_no_person(invited, person) -> None:
    code = invited()
    answered(person, code, name="Unmistakable")
    leaf = Leaf.objects.filter(kind="seminar_answered").latest("index")
    assert (leaf.kind, b"Unmistakable" in bytes(leaf.octets), b"tabriz" in bytes(leaf.octets)) == (
        "seminar_answered", False, False,
    )  # fmt: skip


def test_whoever_has_not_answered_is_reminded_once_a_day(invited, person) -> None:
    code = invited()
    answered(person, code)
    about = {"election": "az2024", "code": code, "by": person("ben")}
    counts = [actions.remind(at=AT + timedelta(hours=hours), **about) for hours in (0, 1, 24, 52, 73)]
    second = Seat.objects.filter(seminar__code=code, session__number=2).count()
    assert counts == [50, 0, 50, second, 0]


def test_the_job_reminds_by_the_order_of_whoever_invited(invited) -> None:
    from legation.training.jobs import remind

    code = invited()
    remind()
    assert Seat.objects.filter(seminar__code=code, reminded_at=AT).count() == 51


def test_a_mission_sees_the_seminars_to_which_it_is_asked(planned, invited, person) -> None:
    election = plan.election("az2024")
    hidden, shown = planned(), invited(Rule("none"))
    seen = {who: [one.code for one in queries.seminars_for(person(who), election)] for who in ("cora", "fara", "ben")}
    demonstration = seen["cora"]
    assert len(demonstration) == 1
    assert seen == {
        "cora": demonstration, "fara": [shown, *demonstration], "ben": [shown, hidden, *demonstration],
    } or seen["ben"] == [hidden, shown, *demonstration]  # fmt: skip


def test_the_invitation_is_in_the_zone_of_whoever_is_asked(invited, person) -> None:
    code = invited()
    election = plan.election("az2024")
    seminar = queries.seminar_for(person("cora"), election, code)
    (seat,) = queries.seats_for(person("cora"), seminar)
    octets = icalendar_of(
        election, seminar, seat, queries.sessions(seminar)[0], zone="Asia/Tehran", link="http://localhost/x", at=AT
    )
    (event,) = Calendar.from_ical(octets).walk("VEVENT")
    assert event.start.isoformat() == "2024-01-25T11:30:00+03:30"
    assert event["DTSTART"].params["TZID"] == "Asia/Tehran"
    assert [str(zone["TZID"]) for zone in Calendar.from_ical(octets).walk("VTIMEZONE")] == ["Asia/Tehran"]
    assert event["STATUS"] == "TENTATIVE"


def test_the_slot_finder_reads_clocks_weeks_and_speakers(planned, person) -> None:
    code = planned()
    election = plan.election("az2024")
    actions.add_speaker(
        election="az2024", code=code, name="Speaker", function="Deputy", body="ministry", by=person("ben"), at=AT
    )
    seminar = queries.seminar_for(person("ben"), election, code)
    sitting = places.sittings(election, places.seats_by_rule(election, seminar))
    found = places.slots(election, seminar, sitting, queries.speakers(seminar))
    assert [one.place for one in found.left_out] == ["representative:los-angeles"]
    assert (len(found.slots), len(sitting), found.together) == (2, 51, False)


def test_a_step_at_another_time_is_refused(planned, person) -> None:
    code = planned()
    with pytest.raises(OutOfScope):
        actions.cancel_seminar(election="az2024", code="none", by=person("ben"), at=AT)
    with pytest.raises(OutOfScope):
        actions.remove_speaker(election="az2024", code=code, speaker="none", by=person("ben"), at=AT)
    assert refused(actions.set_sessions, election="az2024", code=code, starts=[], by=person("ben"), at=AT) == "S111"
